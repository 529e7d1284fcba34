using System.Diagnostics;
using System.Text.Json;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Guard;

namespace Chartwright.Query.Results;

/// <summary>Runs what the guard let pass. The engine's own wall lets no EXPLAIN through, so that one goes its trusted way, put together from the part that was checked.</summary>
internal sealed class StatementRunner(DuckDbEngine engine)
{
    private static readonly ResultColumn[] ExplainColumns = [new("explain_key", "VARCHAR"), new("explain_value", "VARCHAR")];

    public Task<EngineResult> RunAsync(GuardedStatement statement, QueryParams bound, int limit, CancellationToken cancellationToken) =>
        statement.IsExplain
            ? ExplainAsync(statement.Sql, limit, cancellationToken)
            : engine.QueryAsync(new(statement.Sql, bound, limit), cancellationToken);

    private async Task<EngineResult> ExplainAsync(string sql, int limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = await engine.ReadTextAsync("EXPLAIN " + sql, cancellationToken);
        var shown = rows.Take(limit).ToArray();
        var json = JsonSerializer.SerializeToUtf8Bytes(shown, ChartwrightJson.Options);
        return new(ExplainColumns, new RawJson(json), shown.Length, rows.Count, Stopwatch.GetElapsedTime(started));
    }
}
