using System.Collections.Concurrent;
using Chartwright.Core.Jobs;

namespace Chartwright.SparkConnect.Tests.Batch;

/// <summary>Keeps what an engine says, and tells when it has said so much.</summary>
internal sealed class RecordingObserver : IBatchObserver
{
    private readonly TaskCompletionSource _handled = new(TaskCreationOptions.RunContinuationsAsynchronously), _progressed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<BatchProgress> Progress { get; } = new();

    public ConcurrentQueue<string> Handles { get; } = new();

    public string Handle => Handles.Last();

    /// <summary>Called at each progress.</summary>
    public Action<BatchProgress> OnProgress { get; init; } = _ => { };

    public Task Handled => _handled.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Ends with the first progress that shows a task.</summary>
    public Task Progressed => _progressed.Task.WaitAsync(TestContext.Current.CancellationToken);

    void IBatchObserver.Progressed(BatchProgress progress)
    {
        Progress.Enqueue(progress);
        OnProgress(progress);
        if (progress.TasksTotal > 0) _progressed.TrySetResult();
    }

    public ValueTask ReattachableAsync(string handle, CancellationToken cancellationToken)
    {
        Handles.Enqueue(handle);
        _handled.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
