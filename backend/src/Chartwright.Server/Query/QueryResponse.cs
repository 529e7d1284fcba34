using Chartwright.Core.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Query;

/// <summary>The rows of one statement and when the engine produced them.</summary>
/// <param name="Rows">In column order, at most the limit.</param>
/// <param name="RowCount">All rows of the statement.</param>
/// <param name="FetchedAt">When the engine ran; a cached answer keeps the time of its run.</param>
/// <param name="Change">After a refresh: what is different from before.</param>
/// <param name="Sampling">With <c>?points=</c>: how the rows were chosen.</param>
public sealed record QueryResponse(
    IReadOnlyList<ResultColumn> Columns,
    RawJson Rows,
    long RowCount,
    bool Truncated,
    DateTimeOffset FetchedAt,
    string DataVersion,
    string CacheKey,
    string Engine,
    double ElapsedMs,
    bool FromCache,
    ResultChange? Change = null,
    Sampling? Sampling = null);

/// <summary>How a refreshed result differs from the one before it.</summary>
/// <param name="RetypedColumns">Same name, other type.</param>
public sealed record ResultChange(
    IReadOnlyList<string> AddedColumns, IReadOnlyList<string> RemovedColumns, IReadOnlyList<string> RetypedColumns, long RowCountBefore, long RowCountAfter)
{
    internal static ResultChange Between(QueryResult before, QueryResult after)
    {
        var old = before.Columns.DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        var now = after.Columns.DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        return new(
            [.. now.Keys.Where(name => !old.ContainsKey(name))],
            [.. old.Keys.Where(name => !now.ContainsKey(name))],
            [.. now.Where(column => old.TryGetValue(column.Key, out var type) && type != column.Value).Select(column => column.Key)],
            before.RowCount, after.RowCount);
    }
}
