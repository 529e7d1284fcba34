using System.ComponentModel.DataAnnotations;

namespace Chartwright.Query.Jobs;

/// <summary>Batch jobs; section <c>Chartwright:Jobs</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Chartwright:Jobs";

    /// <summary>Folder of the jobs and their files; <c>jobs</c> in the data folder when empty. A cluster's workers must reach it, see docs/spark.md.</summary>
    public string Directory { get; set; } = "";

    /// <returns>The folder, absolute, where <paramref name="data"/> is the data folder.</returns>
    public string DirectoryIn(string data) => Path.GetFullPath(string.IsNullOrWhiteSpace(Directory) ? Path.Combine(data, "jobs") : Directory);

    /// <summary>Jobs that DuckDB runs at once.</summary>
    [Range(1, 64)]
    public int MaxRunningDuckDb { get; set; } = 1;

    /// <summary>Jobs that the Spark cluster runs at once.</summary>
    [Range(1, 1000)]
    public int MaxRunningSpark { get; set; } = 4;

    /// <summary>Jobs of one engine that may wait; one more is told to come back later.</summary>
    [Range(0, 100_000)]
    public int MaxWaiting { get; set; } = 200;

    /// <summary>Jobs of one caller (a chat run, or a client's address) that may wait.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingPerCaller { get; set; } = 100;

    /// <summary>Seconds one attempt may run.</summary>
    [Range(1, 604_800)]
    public int TimeLimitSeconds { get; set; } = 3600;

    /// <summary>Rows a job writes at most; the result then says that there were more.</summary>
    [Range(1, 2_000_000_000)]
    public long MaxRows { get; set; } = 100_000_000;

    /// <summary>Attempts of a job whose engine was lost under way.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 3;
}
