using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Protocol;

namespace Chartwright.SparkConnect.Tests.Batch;

public sealed class SparkProgressTests
{
    [Fact]
    public void Read_NoStage_KnowsNothing() => Assert.Equal(new BatchProgress(null, 0, 0, 0, 0, 0), Read());

    [Fact]
    public void Read_StageUnderWay_IsAShare() => Assert.Equal(new BatchProgress(0.25, 25, 100, 0, 1, 10), Read((100, 25, 10, false)));

    [Fact]
    public void Read_AllDone_IsNotTheEnd() => Assert.Equal(0.95, Read((100, 100, 0, true)).Fraction);

    [Fact]
    public void Read_TaskThatRanTwice_IsClamped() => Assert.Equal(60, Read((60, 61, 0, false)).TasksDone);

    /// <summary>As a real server listed it: the shuffle stage of 100 tasks again, never run.</summary>
    [Fact]
    public void Read_SkippedStage_IsNotCounted() => Assert.Equal(new BatchProgress(0.95, 101, 101, 2, 2, 5), Read((100, 100, 5, true), (100, 0, 0, false), (1, 1, 0, true)));

    [Fact]
    public void Read_StageToCome_IsCounted() => Assert.Equal(0.5, Read((100, 100, 5, true), (80, 0, 0, false), (20, 0, 0, false)).Fraction);

    private static BatchProgress Read(params (long Tasks, long Completed, long Bytes, bool Done)[] stages) => SparkProgress.Read(new()
    {
        Stages = { stages.Select((stage, id) => new ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo { StageId = id, NumTasks = stage.Tasks, NumCompletedTasks = stage.Completed, InputBytesRead = stage.Bytes, Done = stage.Done }) },
    });
}
