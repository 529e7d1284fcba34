using Chartwright.Core.Errors;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;

namespace Chartwright.Query.Results.Files;

/// <summary>Rows of a stored result as a <see cref="QueryResult"/>.</summary>
internal sealed class StoredRowsReader(DuckDbEngine engine)
{
    /// <param name="clauses">What follows the FROM, over the columns of <see cref="StoredResult.Relation"/>.</param>
    public Task<QueryResult> ReadAsync(StoredResult stored, string clauses, CancellationToken cancellationToken) =>
        RunAsync(stored, $"SELECT {stored.SelectList} FROM {stored.Relation} AS whole {clauses}", cancellationToken);

    /// <param name="sql">Answers with the columns of the result, in their order.</param>
    public async Task<QueryResult> RunAsync(StoredResult stored, string sql, CancellationToken cancellationToken)
    {
        var rows = await engine.QueryAsync(new(sql, QueryParams.Empty, QueryRequest.MaxLimit), cancellationToken);
        if (rows.Truncated) throw new QueryException(ErrorCode.ResultTooLarge, $"More than {QueryRequest.MaxLimit:N0} rows at once.");
        return Result(stored, rows.Rows, rows.ReturnedRows);
    }

    public static QueryResult Result(StoredResult stored, RawJson rows, int count)
    {
        var manifest = stored.Manifest;
        return new()
        {
            Columns = [.. manifest.Columns.Select(column => column.ToColumn())],
            Rows = rows,
            ReturnedRows = count,
            RowCount = manifest.RowCount,
            Truncated = count < manifest.RowCount,
            FetchedAt = manifest.FetchedAt,
            DataVersion = manifest.DataVersion,
            CacheKey = manifest.Key,
            Engine = manifest.Engine,
            Elapsed = TimeSpan.FromMilliseconds(manifest.ElapsedMs),
            FromCache = true,
        };
    }
}
