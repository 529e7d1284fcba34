namespace Chartwright.Core.Queries;

/// <summary>Guarded, cached, single-flight queries: the only way a model, a user or an artifact reaches data. Thread-safe.</summary>
public interface IQueryService
{
    /// <summary>Answers from the cache when it holds the result, else runs the statement.</summary>
    /// <exception cref="Errors.QueryException">Refused by the guard, failed in the engine, or out of time.</exception>
    Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken);

    /// <summary>Runs the statement behind a result again, whatever the cache holds. A failure leaves the old result as it was.</summary>
    /// <exception cref="Errors.QueryException"><see cref="Errors.ErrorCode.UnknownResult"/>, or the statement failed.</exception>
    Task<QueryResult> RefreshAsync(string cacheKey, CancellationToken cancellationToken);

    /// <returns>The result under <paramref name="cacheKey"/>, run again if its rows have left the cache; null if the key is unknown.</returns>
    Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken);
}
