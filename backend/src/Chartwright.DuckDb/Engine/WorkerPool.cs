using System.Collections.Concurrent;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>At most so many statements at once, each alone on its connection. Workers are made when first needed and kept.</summary>
internal sealed class WorkerPool(DuckDBDatabase database, int maxWorkers) : IAsyncDisposable
{
    private readonly SemaphoreSlim _slots = new(maxWorkers);
    private readonly ConcurrentStack<EngineWorker> _idle = new(); // a stack: few warm connections rather than many cold ones
    private volatile bool _closed;

    /// <exception cref="OperationCanceledException">Cancelled while waiting for a turn, or by <paramref name="work"/>.</exception>
    public async Task<T> RunAsync<T>(Func<EngineConnection, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(DuckDbEngine));
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(DuckDbEngine));
            if (!_idle.TryPop(out var worker)) worker = new(database);
            try
            {
                return await worker.RunAsync(work).ConfigureAwait(false);
            }
            finally
            {
                _idle.Push(worker);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Waits for what runs, then closes all connections. Statements waiting for a turn fail.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed) return;
        _closed = true;
        for (var slot = 0; slot < maxWorkers; slot++) await _slots.WaitAsync().ConfigureAwait(false);
        foreach (var worker in _idle) worker.Dispose();
        _slots.Release(maxWorkers); // wakes waiters, who see the pool closed
    }
}
