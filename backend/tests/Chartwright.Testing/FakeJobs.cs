using System.Runtime.CompilerServices;
using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.Core.Paging;

namespace Chartwright.Testing;

/// <summary>Jobs that go through the states of a script. Thread-safe.</summary>
/// <param name="script">The states of a job in their order, from its first; null for jobs that run until they are stopped.</param>
public sealed class FakeJobs(Func<Job, IReadOnlyList<Job>>? script) : IJobs
{
    private readonly Lock _lock = new();
    private readonly List<JobRequest> _requests = [];
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Job _last = null!;

    public static readonly DateTimeOffset CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Done at once, on the table that it names.</summary>
    public static FakeJobs Done { get; } = new(job => [Ended(job)]);

    public string DefaultEngine { get; init; } = "duckdb";

    public IReadOnlyList<string> Engines => [DefaultEngine];

    /// <summary>When a stopped job's engine agrees.</summary>
    public Task EngineStops { get; init; } = Task.CompletedTask;

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<JobRequest> Requests
    {
        get { lock (_lock) return [.. _requests]; }
    }

    public bool IsCancelled => _cancelled.Task.IsCompleted;

    public static Job Ended(Job job) => job with
    {
        State = JobState.Done,
        Attempt = 1,
        Result = new(1, CreatedAt, 1500, [new("n", "BIGINT")], 3, Truncated: false, 700, [new("part-00000.parquet", 700)]),
    };

    public Task<Job> SubmitAsync(JobRequest request, CancellationToken cancellationToken)
    {
        lock (_lock) _requests.Add(request);
        _last = new() { Id = NewId.Of<JobId>(), Sql = request.Sql, Format = request.Format, Engine = DefaultEngine, State = JobState.Queued, CreatedAt = CreatedAt };
        return Task.FromResult(_last);
    }

    public ValueTask<Job?> FindAsync(JobId id, CancellationToken cancellationToken) => ValueTask.FromResult<Job?>(_last);

    public Task<Page<Job>> ListAsync(PageRequest page, CancellationToken cancellationToken) => Task.FromResult(new Page<Job>([_last], null));

    public async IAsyncEnumerable<Job> FollowAsync(JobId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return _last;
        foreach (var job in script?.Invoke(_last) ?? []) yield return job;
        if (script is not null) yield break;
        yield return _last with { State = JobState.Running };
        await _cancelled.Task.WaitAsync(cancellationToken);
        await EngineStops.WaitAsync(cancellationToken);
        yield return _last with { State = JobState.Cancelled };
    }

    public Task<bool> CancelAsync(JobId id, CancellationToken cancellationToken) => Task.FromResult(_cancelled.TrySetResult());

    public Task<Job?> RefreshAsync(JobId id, CancellationToken cancellationToken) => Task.FromResult<Job?>(_last);

    public Task<bool> DeleteAsync(JobId id, CancellationToken cancellationToken) => Task.FromResult(true);

    public ValueTask<JobFileContent?> OpenFileAsync(JobId id, string name, CancellationToken cancellationToken) => ValueTask.FromResult<JobFileContent?>(null);
}
