using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>One in-memory database with the workers on it.</summary>
/// <param name="number">0 for the first of an engine; a database that replaces a broken one counts on.</param>
internal sealed class OpenedDatabase(DuckDbOptions options, int number) : IAsyncDisposable
{
    private readonly DuckDBDatabase _handle = EngineDatabase.Open(options);
    private WorkerPool? _workers;

    public int Number => number;

    public WorkerPool Workers => LazyInitializer.EnsureInitialized(ref _workers, () => new(_handle, options.MaxConcurrentQueries));

    /// <summary>Waits for running statements and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await Workers.DisposeAsync().ConfigureAwait(false);
        _handle.Dispose();
    }
}
