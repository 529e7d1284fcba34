using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Guard;

namespace Chartwright.Query.Results;

/// <inheritdoc/>
internal sealed class QueryService(
    StatementRunner runner, ICatalog catalog, GuardMemory guard, ResultCache cache, StatementLedger ledger, QueryQueue queue, TimeProvider clock)
    : IQueryService
{
    private const int MaxParamChars = 1_000_000;

    private readonly SingleFlight<QueryResult> _flights = new();

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        var ready = await PrepareAsync(request, cancellationToken);
        return cache.Find(ready.Key) ?? await _flights.RunAsync(ready.Key, token => RunAsync(ready, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueryResult> RefreshAsync(string cacheKey, CancellationToken cancellationToken)
    {
        var request = await ledger.FindAsync(cacheKey, cancellationToken)
            ?? throw new QueryException(ErrorCode.UnknownResult, "This result is not known here any more. Run its statement again.");
        var ready = await PrepareAsync(request, cancellationToken);
        // not under the key of a plain run: one that started before the refresh was asked for may have read older rows
        return await _flights.RunAsync("refresh " + ready.Key, token => RunAsync(ready, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken)
    {
        if (cache.Find(cacheKey) is { } kept) return kept;
        return await ledger.FindAsync(cacheKey, cancellationToken) is { } request ? await QueryAsync(request, cancellationToken) : null;
    }

    private async Task<Ready> PrepareAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Limit is < 1 or > QueryRequest.MaxLimit)
            throw new QueryException(ErrorCode.InvalidRequest, $"The limit must be from 1 to {QueryRequest.MaxLimit:N0} rows.");
        var snapshot = await catalog.GetAsync(cancellationToken);
        var statement = await guard.CheckAsync(request.Sql, snapshot, cancellationToken);
        var bound = Bind(statement, request.Params);
        var key = CacheKeys.Of(statement.Normalized, bound, request.Limit, snapshot.DataVersion);
        return new(key, snapshot.DataVersion, statement, request with { Params = bound });
    }

    /// <returns>The values the statement has placeholders for; others are for other statements of the same artifact.</returns>
    private static QueryParams Bind(GuardedStatement statement, QueryParams values)
    {
        var bound = new QueryParams();
        foreach (var name in statement.Parameters)
        {
            if (!values.TryGetValue(name, out var value))
            {
                throw new QueryException(ErrorCode.UnknownParam, $"The placeholder ${name} has no value.")
                {
                    Details = new Dictionary<string, object?> { ["name"] = name, ["candidates"] = NearNames.Find(name, values.Keys) },
                };
            }
            bound[name] = value;
        }
        if (bound.Sum(entry => (long)entry.Value.GetRawText().Length) > MaxParamChars)
            throw new QueryException(ErrorCode.InvalidParam, $"The values are longer than {MaxParamChars:N0} characters.");
        return bound;
    }

    private async Task<QueryResult> RunAsync(Ready ready, CancellationToken cancellationToken)
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

    /// <param name="Request">What was asked, with the values it binds.</param>
    private sealed record Ready(string Key, string DataVersion, GuardedStatement Statement, QueryRequest Request);
}
