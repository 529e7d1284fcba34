using System.Diagnostics;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Query.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Jobs;

/// <summary>Takes one job from the queue to its end. It never throws: what went wrong is the job's failure.</summary>
internal sealed partial class JobRunner(JobStore store, JobCommit commit, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <param name="turn">The job's place in its engine's pool, once it has come.</param>
    public async Task RunAsync(LiveJob live, IBatchEngine engine, Task<IDisposable> turn)
    {
        try
        {
            using var place = await turn;
            for (var attempt = 1; !await TryAttemptAsync(live, engine); attempt++)
            {
                if (attempt == options.Value.MaxAttempts)
                    throw new QueryException(ErrorCode.EngineUnavailable, $"The engine was lost {attempt} times while it worked on the job. Run it again when the engine is well.", retryable: true);
            }
        }
        catch (OperationCanceledException) when (live.Stopping.IsCancellationRequested)
        {
            await EndAsync(live, JobState.Cancelled, failure: null);
        }
        catch (Exception e) when (StorageSpace.IsFull(e))
        {
            await EndAsync(live, JobState.Failed, new(ErrorCode.StorageFull, "The disk of the job results is full. Free some space and run the job again.", Retryable: true));
        }
        catch (ChartwrightException e)
        {
            await EndAsync(live, e.Code is ErrorCode.QueryTimeout ? JobState.TimedOut : JobState.Failed, new(e.Code, e.Message, e.Retryable));
        }
#pragma warning disable CA1031 // nobody awaits a job: its own state is where a failure is told
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(live.Job.Id.Value, e.GetType().Name, e.StackTrace);
            await EndAsync(live, JobState.Failed, new(ErrorCode.Internal, "Something went wrong in the server while it ran the job.", Retryable: true));
        }
    }

    /// <returns>False when the engine lost the attempt.</returns>
    private async Task<bool> TryAttemptAsync(LiveJob live, IBatchEngine engine)
    {
        var handle = live.Stored.Handle;
        if (handle is null) await BeginAsync(live);
        var (stored, started) = (live.Stored, Stopwatch.GetTimestamp());
        var folder = store.PathOf(stored.Job.Id, stored.Folder!);
        var request = new BatchRequest(stored.Job.Id, stored.Job.Sql, stored.Job.Format, folder, options.Value.MaxRows, TimeSpan.FromSeconds(options.Value.TimeLimitSeconds));
        var observer = new AttemptObserver(live);
        var outcome = handle is null
            ? await engine.RunAsync(request, observer, live.Stopping)
            : await engine.ResumeAsync(request, handle, observer, live.Stopping);
        if (outcome is null)
        {
            await live.SaveAsync(before => before with { Handle = null });
            return false;
        }
        await live.SaveAsync(before => before with { Job = before.Job with { State = JobState.Committing } });
        var elapsed = handle is null ? Stopwatch.GetElapsedTime(started) : clock.GetUtcNow() - stored.Job.StartedAt!.Value;
        var result = await commit.ReadAsync(stored.Job, folder, outcome, elapsed, live.Stopping);
        await live.SaveAsync(before => before with
        {
            Job = before.Job with { State = JobState.Done, FinishedAt = clock.GetUtcNow(), Progress = before.Job.Progress is { } last ? last with { Fraction = 1 } : null, Result = result, Failure = null },
            Handle = null,
            ResultFolder = before.Folder,
            FormerFolder = before.ResultFolder,
        });
        store.Sweep(live.Stored);
        LogDone(stored.Job.Id.Value, stored.Job.Engine, result.RowCount, result.Bytes, (long)elapsed.TotalMilliseconds);
        return true;
    }

    private Task BeginAsync(LiveJob live) => live.SaveAsync(stored => stored with
    {
        Job = stored.Job with { State = JobState.Checking, Attempt = stored.Job.Attempt + 1, StartedAt = clock.GetUtcNow(), Progress = null },
        Folder = JobStore.NewFolder(stored.Job.Attempt + 1),
        Handle = null,
    });

    private async Task EndAsync(LiveJob live, JobState state, JobFailure? failure)
    {
        await live.SaveAsync(stored => stored with
        {
            Job = stored.Job with { State = state, FinishedAt = clock.GetUtcNow(), Failure = failure },
            Handle = null,
        });
        if (live.IsLeft) return;
        store.Sweep(live.Stored);
        LogEnded(live.Job.Id.Value, live.Job.Engine, state, failure?.Code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "job {JobId} on {Engine} is done: {RowCount} rows, {Bytes} bytes in {ElapsedMs} ms")]
    private partial void LogDone(Guid jobId, string engine, long rowCount, long bytes, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Information, Message = "job {JobId} on {Engine} ended: {State} {Code}")]
    private partial void LogEnded(Guid jobId, string engine, JobState state, ErrorCode? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "job {JobId} failed with {Exception} at {StackTrace}")] // its message may hold data
    private partial void LogFailed(Guid jobId, string exception, string? stackTrace);
}
