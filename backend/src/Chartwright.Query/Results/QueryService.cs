using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Results;

/// <inheritdoc/>
internal sealed class QueryService(
    StatementPreparer preparer, StatementRunner runner, ResultCache cache, StatementLedger ledger, QueryQueue queue, TimeProvider clock)
    : IQueryService
{
    private readonly SingleFlight<QueryResult> _flights = new();

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        var ready = await preparer.PrepareAsync(request, cancellationToken);
        return cache.Find(ready.Key) ?? await _flights.RunAsync(ready.Key, token => RunAsync(ready, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueryResult> RefreshAsync(string cacheKey, CancellationToken cancellationToken)
    {
        var request = await ledger.FindAsync(cacheKey, cancellationToken)
            ?? throw new QueryException(ErrorCode.UnknownResult, "This result is not known here any more. Run its statement again.");
        var ready = await preparer.PrepareAsync(request, cancellationToken);
        // not under the key of a plain run: one that started before the refresh was asked for may have read older rows
        return await _flights.RunAsync("refresh " + ready.Key, token => RunAsync(ready, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken)
    {
        if (cache.Find(cacheKey) is { } kept) return kept;
        return await ledger.FindAsync(cacheKey, cancellationToken) is { } request ? await QueryAsync(request, cancellationToken) : null;
    }

    private async Task<QueryResult> RunAsync(ReadyStatement ready, CancellationToken cancellationToken)
    {
        using var turn = await queue.EnterAsync(cancellationToken);
        var fetchedAt = clock.GetUtcNow();
        var rows = await runner.RunAsync(ready.Statement, ready.Request.Params, ready.Request.Limit, cancellationToken);
        var result = new QueryResult
        {
            Columns = rows.Columns,
            Rows = rows.Rows,
            ReturnedRows = rows.ReturnedRows,
            RowCount = rows.RowCount,
            Truncated = rows.Truncated,
            FetchedAt = fetchedAt,
            DataVersion = ready.DataVersion,
            CacheKey = ready.Key,
            Elapsed = rows.Elapsed,
        };
        cache.Put(result);
        await ledger.AddAsync(ready.Key, ready.Request, cancellationToken);
        return result;
    }
}
