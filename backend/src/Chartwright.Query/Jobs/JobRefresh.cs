using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;

namespace Chartwright.Query.Jobs;

/// <summary>Runs jobs again and waits for them.</summary>
internal sealed class JobRefresh(IJobs jobs)
{
    /// <exception cref="ChartwrightException">One did not come to a new result; the old one is as it was.</exception>
    /// <exception cref="OperationCanceledException">The caller left; the jobs go on, others may wait for them too.</exception>
    public Task RunAsync(IReadOnlyList<Job> wanted, CancellationToken cancellationToken) =>
        Task.WhenAll(wanted.Select(job => RunAsync(job, cancellationToken)));

    private async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        if (await jobs.RefreshAsync(job.Id, cancellationToken) is null) throw Gone();
        Job? last = null;
        await foreach (var now in jobs.FollowAsync(job.Id, cancellationToken)) last = now;
        if (last is null) throw Gone();
        if (last.State is not JobState.Done)
            throw new QueryException(last.Failure?.Code ?? ErrorCode.QueryCancelled, last.Failure?.Message ?? "The job was stopped.", last.Failure?.Retryable ?? true);
    }

    private static QueryException Gone() => new(ErrorCode.UnknownResult, "The job behind this result was deleted.");
}
