using System.Globalization;
using Chartwright.Core.Jobs;

namespace Chartwright.Agent.Tools;

/// <summary>Where a job stands, for the user.</summary>
internal static class JobWords
{
    public static string Describe(Job job) => job.State switch
    {
        JobState.Queued => "Waiting for its turn",
        JobState.Checking => $"{EngineName(job.Engine)} reads the statement",
        JobState.Running => string.Join(" · ", Figures(job)),
        JobState.Committing => "Reading the files back",
        _ => job.State.ToString(),
    };

    public static string EngineName(string engine) => engine == "spark" ? "Spark" : "DuckDB";

    private static IEnumerable<string> Figures(Job job)
    {
        yield return job.Attempt > 1 ? $"Running on {EngineName(job.Engine)}, attempt {job.Attempt}" : $"Running on {EngineName(job.Engine)}";
        if (job.Progress is not { } progress) yield break;
        if (progress is { StagesTotal: > 1 and var stages, StagesDone: { } done }) yield return $"stage {Math.Min(done + 1, stages)} of {stages}";
        if (progress is { TasksTotal: > 0 and var tasks, TasksDone: { } ended }) yield return string.Create(CultureInfo.InvariantCulture, $"{ended:N0} of {tasks:N0} tasks");
        if (progress.BytesRead is > 0 and var bytes) yield return $"{ByteWords.Write(bytes)} read";
    }
}

