using System.Globalization;
using System.Text.Json;
using Chartwright.Core.Catalog;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Catalog;

/// <summary>Distinct values of a column, by frequency or by nearness to a text. Names are those of the catalog, not of a user.</summary>
/// <param name="patience">Time for a search that forgives typing errors; beyond it, values that begin with the text or hold it are sought alone.</param>
internal sealed class ValueReader(IQueryEngine engine, TimeProvider clock, TimeSpan patience)
{
    private const int MaxLimit = 1000;
    private const int MaxText = 200; // characters compared; nobody types more, and the comparison is quadratic
    private const double NearEnough = 0.84; // Jaro-Winkler: one typing error in a word of five passes, another word does not

    private const string BetweenWords = @"[^\p{L}\p{N}]+";

    public Task<IReadOnlyList<ValueCount>> ListAsync(string table, string column, int limit, CancellationToken cancellationToken) =>
        ReadAsync($"SELECT v, n FROM ({Values(table, column)}) ORDER BY n DESC, v", QueryParams.Empty, limit, cancellationToken);

    /// <exception cref="Core.Errors.QueryException"><c>query_timeout</c>: not even the values that hold the text were found in the engine's time.</exception>
    public async Task<IReadOnlyList<ValueCount>> FindAsync(string table, string column, string text, int limit, CancellationToken cancellationToken)
    {
        var sought = text.Trim();
        if (sought.Length is 0 or > MaxText) return [];
        var values = new QueryParams { ["text"] = JsonSerializer.SerializeToElement(sought) };
        using var clocked = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clocked.Token);
        try
        {
            return await ReadAsync(Near(table, column), values, limit, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return await ReadAsync(Holding(table, column), values, limit, cancellationToken);
        }
    }

    private static string Holding(string table, string column) =>
        $"""
        SELECT v, n FROM ({Values(table, column)}) WHERE contains({Plain("v")}, {Plain("$text")})
        ORDER BY {Plain("v")} = {Plain("$text")} DESC, starts_with({Plain("v")}, {Plain("$text")}) DESC, n DESC, v
        """;

    // nearness 3: equal, 2: begins with it, 1.5: holds it, else the better of the whole value and its best word
    private static string Near(string table, string column) =>
        $"""
        WITH plain AS (SELECT v, n, {Plain("v")} AS p, {Plain("$text")} AS q FROM ({Values(table, column)}) WHERE length(v) <= {MaxText}),
        rated AS (
          SELECT v, n, CASE WHEN p = q THEN 3.0 WHEN starts_with(p, q) THEN 2.0 WHEN contains(p, q) THEN 1.5
            ELSE greatest(system.main.jaro_winkler_similarity(p, q), 0.97 * coalesce(
              list_max(list_transform(string_split_regex(p, '{BetweenWords}'), lambda w: system.main.jaro_winkler_similarity(w, q))), 0)) END AS s
          FROM plain)
        SELECT v, n FROM rated WHERE s >= {NearEnough.ToString(CultureInfo.InvariantCulture)} ORDER BY s DESC, n DESC, v
        """;

    private static string Values(string table, string column) =>
        $"SELECT CAST({Sql.Identifier(column)} AS VARCHAR) AS v, count(*) AS n FROM {Sql.Identifier(table)} WHERE {Sql.Identifier(column)} IS NOT NULL GROUP BY v";

    private static string Plain(string expression) => $"lower(strip_accents(trim(CAST({expression} AS VARCHAR))))";

    private async Task<IReadOnlyList<ValueCount>> ReadAsync(string sql, QueryParams values, int limit, CancellationToken cancellationToken)
    {
        var result = await engine.QueryAsync(new(sql, values, Math.Clamp(limit, 1, MaxLimit)), cancellationToken);
        using var rows = JsonDocument.Parse(result.Rows.Utf8);
        return [.. rows.RootElement.EnumerateArray().Select(row => new ValueCount(row[0].GetString()!, row[1].GetInt64()))];
    }
}
