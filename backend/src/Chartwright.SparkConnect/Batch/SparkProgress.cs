using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Protocol;
using StageInfo = Chartwright.SparkConnect.Protocol.ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo;

namespace Chartwright.SparkConnect.Batch;

/// <summary>What Spark's lists of stages say of an operation.</summary>
internal static class SparkProgress
{
    private const double Most = 0.95; // writing is done when the operation is

    /// <remarks>Adaptive execution lists a finished stage again, with all its tasks, and never runs it; a task that ran twice is counted twice.</remarks>
    public static BatchProgress Read(ExecutePlanResponse.Types.ExecutionProgress progress)
    {
        var stages = progress.Stages.Where(stage => stage.NumTasks > 0).ToList();
        var done = stages.Where(IsDone).ToList();
        var repeats = done.Select(stage => stage.NumTasks).ToList();
        var counted = stages.Where(stage => IsDone(stage) || stage.NumCompletedTasks > 0 || !repeats.Remove(stage.NumTasks)).ToList();
        var (completed, total) = (counted.Sum(Completed), counted.Sum(stage => stage.NumTasks));
        return new(
            total == 0 ? null : Math.Min(Most, (double)completed / total), completed, total, done.Count, counted.Count,
            progress.Stages.Sum(stage => Math.Max(0, stage.InputBytesRead)));
    }

    private static bool IsDone(StageInfo stage) => stage.Done || stage.NumCompletedTasks >= stage.NumTasks;

    private static long Completed(StageInfo stage) => stage.Done ? stage.NumTasks : Math.Clamp(stage.NumCompletedTasks, 0, stage.NumTasks);
}
