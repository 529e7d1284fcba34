using Chartwright.Core.Json;

namespace Chartwright.Core.Queries;

/// <summary>What an engine gives back: no cache, no guard, no time of day.</summary>
/// <param name="Columns">In the order of the statement.</param>
/// <param name="Rows">UTF-8 JSON, <c>[[…],…]</c>, at most the limit.</param>
/// <param name="ReturnedRows">Rows in <paramref name="Rows"/>.</param>
/// <param name="RowCount">Exact total of the statement.</param>
/// <param name="Elapsed">Time spent in the engine.</param>
public sealed record EngineResult(
    IReadOnlyList<ResultColumn> Columns, RawJson Rows, int ReturnedRows, long RowCount, TimeSpan Elapsed)
{
    public bool Truncated => RowCount > ReturnedRows;
}

/// <summary>An SQL engine that runs one trusted statement. Thread-safe.</summary>
public interface IQueryEngine
{
    /// <summary>Runs one statement. Cancelling <paramref name="cancellationToken"/> interrupts the engine.</summary>
    /// <exception cref="Errors.QueryException">The engine refused or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled and the engine has agreed to stop.</exception>
    Task<EngineResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken);
}
