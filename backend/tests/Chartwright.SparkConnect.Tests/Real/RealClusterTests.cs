using Chartwright.Core.Errors;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>A master, two workers and a Connect server: what becomes of a job when parts of the cluster die.</summary>
[Collection(OneRealSpark.Name)]
public sealed class RealClusterTests
{
    // enough tasks that a killed executor leaves some to both
    private const string Long = "SELECT id % 9 AS k, sum(hash(id, id + 1, id + 2)) AS s, count(*) AS n FROM range(0, 300000000, 1, 60) GROUP BY 1";

    [Fact]
    public async Task Run_ExecutorsDie_IsRunAgainByTheOthersOrTimesOut()
    {
        var home = SparkProcess.FindHome();
        Assert.SkipWhen(home is null, RealSpark.NoSpark);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Executors are found in /proc.");
        await using var cluster = await SparkCluster.StartAsync(home, workers: 2);
        await using var server = await SparkProcess.StartAsync(home, new() { Master = cluster.Master, Settings = ["spark.executor.memory=512m", "spark.sql.shuffle.partitions=4"] });

        await SurvivesOneExecutorAsync(server, cluster);
        await TimesOutWithoutWorkersAsync(server, cluster);
    }

    private static async Task SurvivesOneExecutorAsync(SparkProcess server, SparkCluster cluster)
    {
        await using var bench = new RealBench(server.Url, new());
        var request = bench.Request(Long);
        var running = bench.RunAsync(request);
        await bench.Observer.Progressed;

        cluster.KillExecutor();

        var outcome = await running;
        Assert.Equal(9, outcome.RowCount);
        Assert.Equal("[[9,300000000]]", await RealBench.ReadAsync(request, "SELECT count(*), sum(n)"));
        Assert.All(bench.Observer.Progress, progress => Assert.True(progress.TasksDone <= progress.TasksTotal && progress.Fraction is null or (>= 0 and < 1)));
    }

    private static async Task TimesOutWithoutWorkersAsync(SparkProcess server, SparkCluster cluster)
    {
        await using var bench = new RealBench(server.Url, new());
        var request = bench.Request(Long, limit: TimeSpan.FromSeconds(5));
        var running = bench.RunAsync(request);

        cluster.KillWorkers();

        var failure = await Assert.ThrowsAsync<QueryException>(() => running);
        Assert.Equal(ErrorCode.QueryTimeout, failure.Code);
        Assert.False(File.Exists(Path.Combine(request.Directory, "_SUCCESS")));
    }
}
