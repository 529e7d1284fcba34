using Chartwright.Core.Ids;
using Chartwright.Core.Paging;

namespace Chartwright.Core.Jobs;

/// <summary>Statements that are too large for an answer in seconds: queued, run by an engine, written to files. They outlive a restart of the server. Thread-safe.</summary>
public interface IJobs
{
    /// <summary>The engine of a job that names none: the cluster where one is configured, else <c>duckdb</c>.</summary>
    string DefaultEngine { get; }

    /// <summary>Engines a job may name.</summary>
    IReadOnlyList<string> Engines { get; }

    /// <summary>Queues a job.</summary>
    /// <exception cref="Errors.ChartwrightException">The statement or engine is refused, too many jobs wait, or there is no room.</exception>
    Task<Job> SubmitAsync(JobRequest request, CancellationToken cancellationToken);

    /// <returns>The job as it stands, or null.</returns>
    ValueTask<Job?> FindAsync(JobId id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<Job>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>The job as it stands and then after changes, the newest only for a slow reader. Ends with the job, or when it is deleted; empty for an unknown one.</summary>
    IAsyncEnumerable<Job> FollowAsync(JobId id, CancellationToken cancellationToken);

    /// <summary>Asks a job to stop; it has ended once its engine has agreed.</summary>
    /// <returns>False when it is unknown or has ended.</returns>
    Task<bool> CancelAsync(JobId id, CancellationToken cancellationToken);

    /// <summary>Runs the job again; its result stays until there is a new one. One that has not ended is left as it is.</summary>
    /// <returns>Null when it is unknown.</returns>
    /// <exception cref="Errors.ChartwrightException">As for <see cref="SubmitAsync"/>.</exception>
    Task<Job?> RefreshAsync(JobId id, CancellationToken cancellationToken);

    /// <summary>Removes a job with its files; one that has not ended is stopped first.</summary>
    /// <returns>False when it is unknown.</returns>
    Task<bool> DeleteAsync(JobId id, CancellationToken cancellationToken);

    /// <returns>A file of the job's result, open for reading; null when it is not there.</returns>
    ValueTask<JobFileContent?> OpenFileAsync(JobId id, string name, CancellationToken cancellationToken);
}

/// <param name="Content">Seekable; the caller disposes it.</param>
/// <param name="ETag">Another attempt has another one; without quotes.</param>
public sealed record JobFileContent(Stream Content, BatchFormat Format, DateTimeOffset FetchedAt, string ETag);
