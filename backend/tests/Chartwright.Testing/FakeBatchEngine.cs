using Chartwright.Core.Jobs;

namespace Chartwright.Testing;

/// <summary>A cluster that does what the test says. Attempts are numbered by <see cref="Runs"/> and <see cref="Resumed"/>. Thread-safe.</summary>
public sealed class FakeBatchEngine(Func<BatchRequest, IBatchObserver, CancellationToken, Task<BatchOutcome?>> run) : IBatchEngine
{
    private readonly Lock _lock = new();
    private readonly List<string> _directories = [];
    private readonly List<string> _handles = [];

    public string Name => "spark";

    /// <summary>Goes on with an attempt; by default the cluster has forgotten it.</summary>
    public Func<BatchRequest, string, IBatchObserver, CancellationToken, Task<BatchOutcome?>> Resume { get; init; } = (_, _, _, _) => Task.FromResult<BatchOutcome?>(null);

    /// <summary>The directory of each attempt that was begun.</summary>
    public IReadOnlyList<string> Runs
    {
        get { lock (_lock) return [.. _directories]; }
    }

    /// <summary>The handle of each attempt that was gone on with.</summary>
    public IReadOnlyList<string> Resumed
    {
        get { lock (_lock) return [.. _handles]; }
    }

    public async Task<BatchOutcome> RunAsync(BatchRequest request, IBatchObserver observer, CancellationToken cancellationToken)
    {
        lock (_lock) _directories.Add(request.Directory);
        return (await run(request, observer, cancellationToken))!;
    }

    public Task<BatchOutcome?> ResumeAsync(BatchRequest request, string handle, IBatchObserver observer, CancellationToken cancellationToken)
    {
        lock (_lock) _handles.Add(handle);
        return Resume(request, handle, observer, cancellationToken);
    }
}
