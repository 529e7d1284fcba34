using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Jobs;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results;

/// <inheritdoc/>
internal sealed class QueryService(
    StatementPreparer preparer, StatementRunner runner, ResultCache cache, ResultFolder files, ResultStore store, StoredRowsReader reader,
    StatementLedger ledger, QueryQueue queue, JobRefresh jobs, TimeProvider clock)
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
        if (ready.Jobs.Count > 0)
        {
            await jobs.RunAsync(ready.Jobs, cancellationToken);
            ready = await preparer.PrepareAsync(request, cancellationToken);
        }
        // not under the key of a plain run: one that started before the refresh was asked for may have read older rows
        var fresh = await _flights.RunAsync("refresh " + ready.Key, token => RunAsync(ready, token), cancellationToken);
        files.Remove(cacheKey);
        files.Remove(fresh.CacheKey);
        return fresh;
    }

    /// <inheritdoc/>
    public async Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken)
    {
        if (cache.Find(cacheKey) is { } kept) return kept;
        if (await ledger.FindAsync(cacheKey, cancellationToken) is not { } request) return null;
        if (await store.FindAsync(cacheKey, cancellationToken) is null) return await QueryAsync(request, cancellationToken);
        return await store.ReadAsync(cacheKey, (stored, token) => reader.ReadAsync(stored, $"ORDER BY file_row_number LIMIT {request.Limit}", token), cancellationToken);
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
            FetchedAt = ready.FetchedAt(fetchedAt),
            Engine = ready.Engine,
            DataVersion = ready.DataVersion,
            CacheKey = ready.Key,
            Elapsed = ready.Elapsed(rows.Elapsed),
        };
        cache.Put(result);
        await ledger.AddAsync(ready.Key, ready.Request, cancellationToken);
        return result;
    }
}
