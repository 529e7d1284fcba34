namespace Chartwright.Core.Jobs;

/// <summary>An engine that writes the rows of one statement to files: DuckDB out of core, or a Spark cluster. Thread-safe.</summary>
public interface IBatchEngine
{
    /// <summary><c>duckdb</c> or <c>spark</c>.</summary>
    string Name { get; }

    /// <summary>Runs one attempt to its end: the directory then holds every part file, and nothing else is promised about it on failure.</summary>
    /// <exception cref="Errors.QueryException">The statement was refused or failed, or the engine cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled and the engine has agreed to stop.</exception>
    Task<BatchOutcome> RunAsync(BatchRequest request, IBatchObserver observer, CancellationToken cancellationToken);

    /// <summary>Goes on with an attempt that a former process of ours began, by the handle it had reported.</summary>
    /// <returns>Null when the engine no longer knows it: a new attempt is needed.</returns>
    /// <exception cref="Errors.QueryException">As for <see cref="RunAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">As for <see cref="RunAsync"/>.</exception>
    Task<BatchOutcome?> ResumeAsync(BatchRequest request, string handle, IBatchObserver observer, CancellationToken cancellationToken);
}

/// <summary>Hears from a running attempt.</summary>
public interface IBatchObserver
{
    void Progressed(BatchProgress progress);

    /// <summary>The attempt can be found again by <paramref name="handle"/>, the engine's own text; called again when it changes. Stored before it returns.</summary>
    ValueTask ReattachableAsync(string handle, CancellationToken cancellationToken);
}
