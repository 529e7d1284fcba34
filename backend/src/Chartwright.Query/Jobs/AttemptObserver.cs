using Chartwright.Core.Jobs;

namespace Chartwright.Query.Jobs;

/// <summary>Brings what an engine says of its attempt to the job.</summary>
internal sealed class AttemptObserver(LiveJob live) : IBatchObserver
{
    /// <inheritdoc/>
    public void Progressed(BatchProgress progress) => live.Tell(stored => stored with
    {
        Job = stored.Job with { State = stored.Job.State is JobState.Checking ? JobState.Running : stored.Job.State, Progress = Forward(stored.Job.Progress, progress) },
    });

    /// <inheritdoc/>
    public async ValueTask ReattachableAsync(string handle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await live.SaveAsync(stored => stored with { Handle = handle, Job = stored.Job with { State = JobState.Running } });
    }

    /// <summary>The newest figures; the fraction is the greatest so far, for a bar that never goes backwards.</summary>
    private static BatchProgress Forward(BatchProgress? before, BatchProgress now) => now with
    {
        Fraction = (before?.Fraction, now.Fraction) switch
        {
            ({ } old, { } next) => Math.Max(old, Math.Clamp(next, 0, 1)),
            (null, { } next) => Math.Clamp(next, 0, 1),
            (var old, null) => old,
        },
    };
}
