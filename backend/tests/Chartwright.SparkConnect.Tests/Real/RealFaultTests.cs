using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>What becomes of a job on a real Spark when somebody stops it, leaves it, or the server dies.</summary>
[Collection(OneRealSpark.Name)]
public sealed class RealFaultTests(RealSpark spark)
{
    // two hundred tasks, none of which ends within a test
    internal const string Endless = "SELECT sum(hash(id, id + 1, id + 2)) AS s FROM range(0, 100000000000000, 1, 200)";

    // some seconds of work in many tasks
    private const string Long = "SELECT sum(hash(id, id + 1, id + 2)) AS s, count(*) AS n FROM range(0, 400000000, 1, 40)";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_StreamsThatEndEveryTwoSeconds_IsFoundAgainAndRunsOnce()
    {
        await using var bench = spark.Open();
        var request = bench.Request(Long);

        var outcome = await bench.RunAsync(request);

        Assert.Equal(1, outcome.RowCount);
        Assert.Equal("[[400000000]]", await RealBench.ReadAsync(request, "SELECT n"));
        Assert.NotEmpty(bench.Observer.Progress);
        Assert.All(bench.Observer.Progress, progress => Assert.True(progress.TasksDone <= progress.TasksTotal && progress.Fraction is null or (>= 0 and < 1)));
    }

    [Fact]
    public async Task Run_Stopped_IsConfirmedByTheClusterAndTheNextRuns()
    {
        await using var bench = spark.Open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var request = bench.Request(Endless);
        var running = bench.Engine.RunAsync(request, bench.Observer, stop.Token);
        await bench.Observer.Progressed;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(File.Exists(Path.Combine(request.Directory, "_SUCCESS")));
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT id FROM range(3)"))).RowCount);
    }

    [Fact]
    public async Task Run_LongerThanItMay_TimesOut()
    {
        await using var bench = spark.Open();

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request(Endless, limit: TimeSpan.FromSeconds(3))));

        Assert.Equal(ErrorCode.QueryTimeout, failure.Code);
    }

    [Fact]
    public async Task Resume_AnotherProcessOfOurs_GoesOnWithTheAttempt()
    {
        await using var first = spark.Open();
        await using var second = spark.Open();
        var request = first.Request(Long);
        var leaving = first.Engine.RunAsync(request, first.Observer, Stop);
        await first.Observer.Progressed;
        first.Channel.Dispose(); // as when the process ends: no word to the cluster
        await Assert.ThrowsAnyAsync<Exception>(() => leaving);

        var outcome = await second.Engine.ResumeAsync(request, first.Observer.Handle, second.Observer, Stop);

        Assert.Equal("[[400000000]]", await RealBench.ReadAsync(request, "SELECT n"));
        Assert.Equal(["s", "n"], outcome!.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Resume_AttemptNobodyKnows_IsForANewOne()
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT 1 AS n");
        await bench.RunAsync(request);
        Directory.Delete(request.Directory, recursive: true);

        Assert.Null(await bench.Engine.ResumeAsync(request, bench.Observer.Handle, bench.Observer, Stop));
    }

    [Fact]
    public async Task Run_ServerIsKilled_IsLostAndTheNextServerRunsTheNext()
    {
        Assert.SkipWhen(spark.Home is null, RealSpark.NoSpark);
        await using var server = await SparkProcess.StartAsync(spark.Home!, new());
        await using var bench = new RealBench(server.Url, new());
        var request = bench.Request(Endless);
        var running = bench.RunAsync(request);
        await bench.Observer.Progressed;

        server.Kill();
        await server.RestartAsync();

        var failure = await Assert.ThrowsAsync<QueryException>(() => running);
        Assert.Equal((ErrorCode.EngineUnavailable, true), (failure.Code, failure.Retryable));
        Assert.False(File.Exists(Path.Combine(request.Directory, "_SUCCESS")));
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT id FROM range(3)"))).RowCount);
    }

    [Fact]
    public async Task Run_NobodyListens_SaysSo()
    {
        await using var bench = new RealBench("sc://127.0.0.1:1", new()) { Patience = TimeSpan.Zero };
        var engine = new SparkConnect.Batch.SparkBatchEngine(bench.Channel, new(), new("/", null), TimeProvider.System) { CallRetry = new(TimeSpan.Zero) };

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.RunAsync(bench.Request("SELECT 1 AS n"), bench.Observer, Stop));

        Assert.Equal(ErrorCode.EngineUnavailable, failure.Code);
    }
}
