using System.Runtime.CompilerServices;
using Chartwright.Core.Jobs;

namespace Chartwright.Query.Jobs;

/// <summary>A job that this process runs or is about to. One writer, any number of readers; readers see the newest state, not every one.</summary>
#pragma warning disable CA1001 // the source has no timer and no wait handle: there is nothing to give back
internal sealed class LiveJob(StoredJob stored, JobStore store)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoredJob _stored = stored;

    public StoredJob Stored
    {
        get { lock (_gate) return _stored; }
    }

    public Job Job => Stored.Job;

    /// <summary>Cancelled when somebody asks the job to stop, or the process ends.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>The process ends: what is on disk stays as it is, for the next one to go on with.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Ends with the work on the job.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public void Cancel() => _stop.Cancel();

    /// <summary>Ends this process's part: an attempt that can be found again goes on in its engine, any other is stopped and begins anew.</summary>
    /// <returns>Whether its work ends now.</returns>
    public bool Leave()
    {
        lock (_gate)
        {
            IsLeft = true;
            if (_stored.Handle is not null) return false;
        }
        _stop.Cancel();
        return true;
    }

    /// <summary>Changes the job, keeps it, then tells its readers.</summary>
    public async Task SaveAsync(Func<StoredJob, StoredJob> change)
    {
        StoredJob next;
        lock (_gate)
        {
            if (IsLeft) return;
            next = change(_stored);
        }
        await store.SaveAsync(next, CancellationToken.None);
        Tell(_ => next);
    }

    /// <summary>Tells readers of a change that is not worth keeping.</summary>
    public void Tell(Func<StoredJob, StoredJob> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _stored = change(_stored);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.SetResult();
    }

    public async IAsyncEnumerable<Job> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (; ; )
        {
            Job job;
            Task changed;
            lock (_gate) (job, changed) = (_stored.Job, _changed.Task);
            yield return job;
            if (job.HasEnded) yield break;
            await changed.WaitAsync(cancellationToken);
        }
    }
}
