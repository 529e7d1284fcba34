using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Jobs;

/// <summary>A job as it stands.</summary>
/// <param name="Query">In the SQL of <paramref name="Engine"/>.</param>
/// <param name="Table">Read its rows from this table: <c>SELECT … FROM job_…</c> in DuckDB SQL, once there is a result.</param>
/// <param name="Attempt">1, 2, 3 …; 0 while it waits.</param>
/// <param name="Progress">Of this attempt.</param>
/// <param name="Result">Of the last attempt that was published; stays when a refresh fails.</param>
/// <param name="Failure">Why this attempt came to no result.</param>
public sealed record JobResponse(
    Guid Id, string Query, BatchFormat OutputFormat, string Engine, string Table, JobState State, int Attempt,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, BatchProgress? Progress, JobResultResponse? Result, JobFailure? Failure)
{
    internal static JobResponse Of(Job job) => new(
        job.Id.Value, job.Sql, job.Format, job.Engine, job.Table, job.State, job.Attempt, job.CreatedAt, job.StartedAt, job.FinishedAt, job.Progress,
        job.Result is { } result ? JobResultResponse.Of(job, result) : null, job.Failure);
}

/// <summary>What a job has written.</summary>
/// <param name="FetchedAt">When the engine began to read.</param>
/// <param name="Truncated">There were more rows than a job may write.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="Files">In the order of the rows.</param>
public sealed record JobResultResponse(
    DateTimeOffset FetchedAt, double ElapsedMs, IReadOnlyList<ResultColumn> Columns, long RowCount, bool Truncated, long Bytes, IReadOnlyList<JobFileResponse> Files)
{
    internal static JobResultResponse Of(Job job, JobResult result) => new(
        result.FetchedAt, result.ElapsedMs, result.Columns, result.RowCount, result.Truncated, result.Bytes,
        [.. result.Files.Select(file => new JobFileResponse(file.Name, $"/api/jobs/{job.Id}/files/{Uri.EscapeDataString(file.Name)}", file.Bytes))]);
}

/// <param name="Url">Answers with the file, whole or by <c>Range</c>.</param>
public sealed record JobFileResponse(string Name, string Url, long Bytes);
