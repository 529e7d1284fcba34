using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.Core.Paging;
using Chartwright.Query.Files;
using Chartwright.Query.Results;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Jobs;

/// <inheritdoc/>
internal sealed class JobService : IJobs, IJobHost
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1); // at a job of another process

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<JobId, LiveJob> _live = new();
    private readonly Dictionary<string, (IBatchEngine Engine, QueryQueue Queue)> _pools;
    private readonly JobStore _store;
    private readonly JobRunner _runner;
    private readonly StorageSpace _space;
    private readonly TimeProvider _clock;
    private bool _isStopping;

    public JobService(IEnumerable<IBatchEngine> engines, JobStore store, JobRunner runner, StorageSpace space, IOptions<JobOptions> options, TimeProvider clock)
    {
        (_store, _runner, _space, _clock) = (store, runner, space, clock);
        _pools = engines.ToDictionary(engine => engine.Name, engine => (engine, new QueryQueue(Limits(engine.Name, options.Value), clock)));
        DefaultEngine = _pools.Keys.FirstOrDefault(name => name != DuckDbBatchEngine.EngineName) ?? DuckDbBatchEngine.EngineName;
    }

    public string DefaultEngine { get; }

    public IReadOnlyList<string> Engines => [.. _pools.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!_store.TryOwn()) return;
        foreach (var id in _store.ListIds().Reverse())
        {
            if (await _store.FindAsync(id, cancellationToken) is not { } stored) continue;
            _store.Sweep(stored);
            if (!stored.Job.HasEnded) await ResumeAsync(stored, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void BeginStop()
    {
        lock (_gate) _isStopping = true;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        BeginStop();
        await Task.WhenAll(_live.Values.Where(live => live.Leave()).Select(live => live.Completion));
    }

    /// <inheritdoc/>
    public async Task<Job> SubmitAsync(JobRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var engine = request.Engine ?? DefaultEngine;
        if (!_pools.ContainsKey(engine)) throw new QueryException(ErrorCode.InvalidRequest, $"There is no engine \"{engine}\" here. There is {string.Join(" and ", Engines)}.");
        if (string.IsNullOrWhiteSpace(request.Sql)) throw new QueryException(ErrorCode.SqlSyntax, "The statement is empty.");
        var job = new Job { Id = NewId.Of<JobId>(), Sql = request.Sql, Format = request.Format, Engine = engine, State = JobState.Queued, CreatedAt = _clock.GetUtcNow() };
        return await QueueAsync(new StoredJob(job), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Job?> FindAsync(JobId id, CancellationToken cancellationToken) =>
        _live.TryGetValue(id, out var live) ? live.Job : (await _store.FindAsync(id, cancellationToken))?.Job;

    /// <inheritdoc/>
    public async Task<Page<Job>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Cursor is not null && !Guid.TryParse(page.Cursor, out _)) throw new ChartwrightException(ErrorCode.InvalidRequest, "The cursor is not one of this list.");
        var ids = _store.ListIds().SkipWhile(id => page.Cursor is not null && string.CompareOrdinal(id.ToString(), page.Cursor) >= 0).Take(page.Limit + 1).ToList();
        List<Job> jobs = [];
        foreach (var id in ids.Take(page.Limit))
        {
            if (await FindAsync(id, cancellationToken) is { } job) jobs.Add(job);
        }
        return new(jobs, ids.Count > page.Limit ? ids[page.Limit - 1].ToString() : null);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Job> FollowAsync(JobId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!_live.ContainsKey(id)) // another process may be at it
        {
            if (await _store.FindAsync(id, cancellationToken) is not { Job: var kept }) yield break;
            yield return kept;
            if (kept.HasEnded) yield break;
            await Task.Delay(LookAgain, _clock, cancellationToken);
        }
        if (!_live.TryGetValue(id, out var live)) yield break;
        await foreach (var job in live.FollowAsync(cancellationToken)) yield return job;
    }

    /// <inheritdoc/>
    public Task<bool> CancelAsync(JobId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isStopping || !_live.TryGetValue(id, out var live) || live.Job.HasEnded) return Task.FromResult(false);
            live.Cancel();
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public async Task<Job?> RefreshAsync(JobId id, CancellationToken cancellationToken)
    {
        if (_live.TryGetValue(id, out var live))
        {
            if (live.Job is { HasEnded: false } active) return active;
            await live.Completion.WaitAsync(cancellationToken);
        }
        if (await _store.FindAsync(id, cancellationToken) is not { } stored) return null;
        if (!stored.Job.HasEnded) return stored.Job;
        var again = stored.Job with { State = JobState.Queued, StartedAt = null, FinishedAt = null, Progress = null, Failure = null };
        return await QueueAsync(stored with { Job = again, Folder = null, Handle = null }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(JobId id, CancellationToken cancellationToken)
    {
        if (_live.TryGetValue(id, out var live))
        {
            live.Cancel();
            await live.Completion.WaitAsync(cancellationToken);
        }
        if (await _store.FindAsync(id, cancellationToken) is null) return false;
        _store.Remove(id);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask<JobFileContent?> OpenFileAsync(JobId id, string name, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(id, cancellationToken) is not { Job: { Result: { } result } job, ResultFolder: { } folder }) return null;
        if (result.Files.FirstOrDefault(file => file.Name == name) is not { } file) return null;
        try
        {
            var content = new FileStream(Path.Combine(_store.PathOf(id, folder), file.Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);
            return new(content, job.Format, result.FetchedAt, $"{folder}-{file.Bytes:x}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private async Task<Job> QueueAsync(StoredJob stored, CancellationToken cancellationToken)
    {
        if (!_store.TryOwn()) throw new ChartwrightException(ErrorCode.EngineUnavailable, "Another process of this product runs the jobs of this folder.", retryable: true);
        if (_space.FreeBytes() == 0) throw StorageSpace.Full();
        await _store.SaveAsync(stored, cancellationToken);
        try
        {
            return Run(new LiveJob(stored, _store)).Job;
        }
        catch (ChartwrightException)
        {
            if (stored.Job.Result is null) _store.Remove(stored.Job.Id);
            throw;
        }
    }

    private async Task ResumeAsync(StoredJob stored, CancellationToken cancellationToken)
    {
        try
        {
            if (!_pools.ContainsKey(stored.Job.Engine)) throw new QueryException(ErrorCode.EngineUnavailable, $"The engine \"{stored.Job.Engine}\" is not configured any more.");
            Run(new LiveJob(stored, _store));
        }
        catch (ChartwrightException e)
        {
            var failed = stored.Job with { State = JobState.Failed, FinishedAt = _clock.GetUtcNow(), Failure = new(e.Code, e.Message, e.Retryable) };
            await _store.SaveAsync(stored with { Job = failed, Handle = null }, cancellationToken);
        }
    }

    /// <exception cref="ChartwrightException">Too many wait already, or the server is stopping.</exception>
    private LiveJob Run(LiveJob live)
    {
        var (engine, queue) = _pools[live.Job.Engine];
        lock (_gate)
        {
            if (_isStopping) throw new ChartwrightException(ErrorCode.EngineUnavailable, "The server is stopping.", retryable: true);
            if (!_live.TryAdd(live.Job.Id, live)) return _live[live.Job.Id];
        }
        var turn = queue.EnterAsync(live.Stopping);
        if (turn.IsFaulted)
        {
            _live.TryRemove(live.Job.Id, out _);
            turn.GetAwaiter().GetResult();
        }
        live.Completion = RunAsync(live, engine, turn);
        return live;
    }

    private async Task RunAsync(LiveJob live, IBatchEngine engine, Task<IDisposable> turn)
    {
        await Task.Yield(); // who submits it does not wait for its first step
        await _runner.RunAsync(live, engine, turn);
        _live.TryRemove(live.Job.Id, out _);
    }

    private static QueueLimits Limits(string engine, JobOptions options) => new(
        engine == DuckDbBatchEngine.EngineName ? options.MaxRunningDuckDb : options.MaxRunningSpark, options.MaxWaiting, options.MaxWaitingPerCaller, Timeout.InfiniteTimeSpan);
}
