using System.Text.Json.Serialization;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Queries;

namespace Chartwright.Core.Jobs;

/// <summary>What a job is to do.</summary>
/// <param name="Sql">One reading statement in the engine's SQL.</param>
/// <param name="Format">What the files are.</param>
/// <param name="Engine"><c>duckdb</c> or <c>spark</c>; null for <see cref="IJobs.DefaultEngine"/>.</param>
public sealed record JobRequest(string Sql, BatchFormat Format = BatchFormat.Parquet, string? Engine = null);

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a place in its engine's pool.</summary>
    Queued,

    /// <summary>The engine reads the statement; nothing is written yet.</summary>
    Checking,

    Running,

    /// <summary>The files are there and are read back before anybody sees them.</summary>
    Committing,

    Done,
    Failed,
    Cancelled,

    /// <summary>It ran longer than a job may.</summary>
    TimedOut,
}

/// <summary>A statement whose rows are written to files, and what became of it.</summary>
public sealed record Job
{
    public required JobId Id { get; init; }

    /// <summary>In the SQL of <see cref="Engine"/>.</summary>
    public required string Sql { get; init; }

    public required BatchFormat Format { get; init; }

    /// <summary><c>duckdb</c> or <c>spark</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The table its rows are read from in DuckDB once there is a <see cref="Result"/>.</summary>
    public string Table => JobTable.NameOf(Id);

    public required JobState State { get; init; }

    /// <summary>1, 2, 3 …: a refresh and a loss of the engine begin another one.</summary>
    public int Attempt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When this attempt left the queue.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Of this attempt; its fraction never goes backwards.</summary>
    public BatchProgress? Progress { get; init; }

    /// <summary>Of the last attempt that was committed; stays when a refresh fails.</summary>
    public JobResult? Result { get; init; }

    /// <summary>Why this attempt did not come to a result.</summary>
    public JobFailure? Failure { get; init; }

    [JsonIgnore]
    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled or JobState.TimedOut;
}

/// <summary>Files that were read back whole.</summary>
/// <param name="Attempt">The one that wrote them.</param>
/// <param name="FetchedAt">When the engine began to read.</param>
/// <param name="Columns">With DuckDB's names of the types.</param>
/// <param name="Truncated">There were more rows than a job may write.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="Files">In the order of the rows.</param>
public sealed record JobResult(
    int Attempt, DateTimeOffset FetchedAt, double ElapsedMs, IReadOnlyList<ResultColumn> Columns, long RowCount, bool Truncated, long Bytes, IReadOnlyList<JobFile> Files);

/// <param name="Name">Unique in the job, without a folder.</param>
public sealed record JobFile(string Name, long Bytes);

/// <param name="Message">Plain words, fit for users.</param>
public sealed record JobFailure(ErrorCode Code, string Message, bool Retryable);
