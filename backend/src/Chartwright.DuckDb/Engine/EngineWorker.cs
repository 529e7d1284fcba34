using System.Collections.Concurrent;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>A connection with the thread that drives it: native calls block, and must not block the thread pool that serves requests.</summary>
internal sealed class EngineWorker : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024; // the planner recurses over nested expressions
    private readonly BlockingCollection<Action<Func<EngineConnection>>> _work = [];
    private readonly Thread _thread;
    private readonly DuckDBDatabase _database;

    public EngineWorker(DuckDBDatabase database)
    {
        _database = database;
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "duckdb query" };
        _thread.Start();
    }

    /// <summary>Runs on the worker's thread. One at a time: the pool sees to it.</summary>
    public Task<T> RunAsync<T>(Func<EngineConnection, T> work)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(connect =>
        {
            try
            {
                completion.SetResult(work(connect()));
            }
            catch (OperationCanceledException e)
            {
                completion.SetCanceled(e.CancellationToken);
            }
#pragma warning disable CA1031 // whatever it is, it belongs to the awaiting caller
            catch (Exception e)
#pragma warning restore CA1031
            {
                completion.SetException(e);
            }
        });
        return completion.Task;
    }

    private void Loop()
    {
        EngineConnection? connection = null; // made inside the work, so that a failure reaches the caller and not this thread
        foreach (var work in _work.GetConsumingEnumerable()) work(() => connection ??= new(_database));
        connection?.Dispose();
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }
}
