using Chartwright.Core.Catalog;
using Chartwright.DuckDb;

namespace Chartwright.Server.Eval;

/// <summary>A snapshot with the values of its columns read from the engine it describes.</summary>
internal sealed class EngineCatalog(DuckDbEngine engine, CatalogSnapshot snapshot) : ICatalog
{
    public ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(snapshot);

    public Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken) =>
        ReadAsync(table, column, "", limit, cancellationToken);

    public Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken) =>
        ReadAsync(table, column, "AND contains(lower(strip_accents(value)), lower(strip_accents($1)))", limit, cancellationToken, text);

    private async Task<IReadOnlyList<ValueCount>> ReadAsync(string table, string column, string where, int limit, CancellationToken cancellationToken, params object?[] values)
    {
        if (snapshot.FindTable(table)?.FindColumn(column) is not { } known) return [];
        var rows = await engine.ReadTextAsync(
            $"SELECT value, count(*) FROM (SELECT CAST({Quote(known.Name)} AS VARCHAR) AS value FROM {Quote(snapshot.FindTable(table)!.Name)}) WHERE value IS NOT NULL {where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {limit}",
            cancellationToken, values);
        return [.. rows.Select(row => new ValueCount(row[0]!, long.Parse(row[1]!, System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
