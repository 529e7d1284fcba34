using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;

namespace Chartwright.SparkConnect.Tests.Batch;

public sealed class SparkBatchEngineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Query_IsWrittenByTheCluster()
    {
        await using var bench = await EngineBench.StartAsync();
        var known = 0;
        bench.Cluster.Server.OnExecute = operation =>
        {
            known = bench.Observer.Handles.Count;
            bench.WriteParts("part-00000-x.zstd.parquet", "_SUCCESS");
            operation.SendProgress(1, 4, bytesRead: 100).SendProgress(4, 4, bytesRead: 400, done: true).SendObserved("rows", 7).Complete();
        };

        var outcome = await bench.Engine.RunAsync(bench.Request, bench.Observer, Stop);

        Assert.Equal([new ResultColumn("id", "BIGINT")], outcome.Columns);
        Assert.Equal((7L, false), (outcome.RowCount, outcome.Truncated));
        Assert.Equal([new(0.25, 1, 4, 0, 1, 100), new(0.95, 4, 4, 1, 1, 400)], bench.Observer.Progress);
        var write = bench.Operation.Request.Plan.Command.WriteOperation;
        Assert.Equal(("parquet", $"file://{bench.Request.Directory}", WriteOperation.Types.SaveMode.ErrorIfExists), (write.Source, write.Path, write.Mode));
        Assert.Equal("SELECT * FROM (\nSELECT id FROM t\n) AS q", write.Input.CollectMetrics.Input.Sql.Query);
        Assert.Equal(1, known); // stored before it could run
        Assert.True(bench.Operation.IsReleased);
        Assert.Equal([bench.Operation.Request.SessionId], bench.Cluster.Server.ClosedSessions);
        Assert.Equal("false", bench.Cluster.Server.Settings["spark.sql.runSQLOnFiles"]);
    }

    [Theory]
    [InlineData(10, 11, 10, true)]
    [InlineData(10, 10, 10, false)]
    [InlineData(10, 3, 3, false)]
    public async Task Run_RowLimit_TellsWhetherThereWereMore(long limit, long counted, long rows, bool truncated)
    {
        await using var bench = await EngineBench.StartAsync();
        bench.Cluster.Server.OnExecute = operation =>
        {
            bench.WriteParts("part-0");
            operation.SendObserved("rows", counted).Complete();
        };

        var outcome = await bench.Engine.RunAsync(bench.Request with { MaxRows = limit }, bench.Observer, Stop);

        Assert.Equal((rows, truncated), (outcome.RowCount, outcome.Truncated));
        var filter = bench.Operation.Request.Plan.Command.WriteOperation.Input.Filter;
        Assert.Equal(limit + 1, filter.Input.CollectMetrics.Input.Repartition.Input.Limit.Limit_);
    }

    [Fact]
    public async Task Run_RefusedByTheGate_ReachesNoServer()
    {
        await using var bench = await EngineBench.StartAsync();

        await Assert.ThrowsAsync<QueryException>(() => bench.Engine.RunAsync(bench.Request with { Sql = "DROP TABLE t" }, bench.Observer, Stop));

        Assert.Empty(bench.Cluster.Server.Calls);
    }

    [Fact]
    public async Task Run_ColumnsOfOneName_AreFoundBeforeTheRun()
    {
        await using var bench = await EngineBench.StartAsync();
        bench.Cluster.Server.Schema.Struct.Fields.Add(new DataType.Types.StructField { Name = "ID", DataType = new() { String = new() } });

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.Engine.RunAsync(bench.Request, bench.Observer, Stop));

        Assert.Equal(ErrorCode.SqlFailed, failure.Code);
        Assert.DoesNotContain("ExecutePlan", bench.Cluster.Server.Calls);
        Assert.Single(bench.Cluster.Server.ClosedSessions);
    }

    [Fact]
    public async Task Run_StatementFails_SaysWhereInItsOwnLines()
    {
        await using var bench = await EngineBench.StartAsync();
        bench.Cluster.Server.OnExecute = operation => operation.Fail(FakeSparkFailure.Of("PARSE_SYNTAX_ERROR", "42601", "Syntax error at or near 'x'. SQLSTATE: 42601 (line 2, pos 9)\n\n== SQL ==\nSELECT"));

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.Engine.RunAsync(bench.Request, bench.Observer, Stop));

        Assert.Equal((ErrorCode.SqlSyntax, "Syntax error at or near 'x'."), (failure.Code, failure.Message));
        Assert.Equal((1, 10), (failure.Details!["line"], failure.Details["column"]));
    }

    [Fact]
    public async Task Run_Cancelled_IsConfirmedByTheCluster()
    {
        await using var bench = await EngineBench.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4);

        var run = bench.Engine.RunAsync(bench.Request, bench.Observer, cancel.Token);
        await bench.Observer.Progressed;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Contains("Interrupt", bench.Cluster.Server.Calls);
        Assert.Single(bench.Cluster.Server.ClosedSessions);
    }

    [Fact]
    public async Task Run_CancelledButFinishedFirst_KeepsTheResult()
    {
        await using var bench = await EngineBench.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bench.WriteParts("part-0");
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4).HeedsInterrupt = false;
        bench.Cluster.Server.OnCall = call =>
        {
            if (call is "Interrupt") bench.Operation.Complete();
        };

        var run = bench.Engine.RunAsync(bench.Request, bench.Observer, cancel.Token);
        await bench.Observer.Progressed;
        await cancel.CancelAsync();

        Assert.Single((await run).Columns);
    }

    [Fact]
    public async Task Run_CancelIsNotConfirmed_SaysSo()
    {
        await using var bench = await EngineBench.StartAsync(confirmLimit: TimeSpan.Zero);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4).HeedsInterrupt = false;

        var run = bench.Engine.RunAsync(bench.Request, bench.Observer, cancel.Token);
        await bench.Observer.Progressed;
        await cancel.CancelAsync();

        Assert.Equal(ErrorCode.EngineUnavailable, (await Assert.ThrowsAsync<QueryException>(() => run)).Code);
    }

    [Fact]
    public async Task Run_TimeIsUp_IsStoppedOnTheCluster()
    {
        await using var bench = await EngineBench.StartAsync();
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4);

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.Engine.RunAsync(bench.Request with { TimeLimit = TimeSpan.FromSeconds(1) }, bench.Observer, Stop));

        Assert.Equal(ErrorCode.QueryTimeout, failure.Code);
    }

    [Fact]
    public async Task Run_NoFilesOfOurs_IsRefused()
    {
        await using var bench = await EngineBench.StartAsync();
        bench.WriteParts("_SUCCESS", ".part-0.crc");

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.Engine.RunAsync(bench.Request, bench.Observer, Stop));

        Assert.Equal(ErrorCode.StorageUnavailable, failure.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_ServerRestarts_ResultIsTakenOnlyIfItWasCommitted(bool committed)
    {
        await using var bench = await EngineBench.StartAsync();
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4);

        var run = bench.Engine.RunAsync(bench.Request, bench.Observer, Stop);
        await bench.Observer.Progressed;
        bench.WriteParts(committed ? ["part-0", "_SUCCESS"] : ["part-0"]);
        bench.Cluster.Server.Restart();

        if (committed) Assert.Null((await run).RowCount);
        else Assert.Equal((ErrorCode.EngineUnavailable, true), await Assert.ThrowsAsync<QueryException>(() => run) is var failure ? (failure.Code, failure.Retryable) : default);
    }

    [Fact]
    public async Task Run_ServerCountsNoRows_WritesWithoutAndRemembers()
    {
        await using var bench = await EngineBench.StartAsync();
        bench.WriteParts("x_0.zst.parquet");
        bench.Cluster.Server.OnExecute = operation =>
        {
            if (operation.Request.Plan.Command.WriteOperation.Input.CollectMetrics is null) operation.Complete();
            else operation.Fail(FakeSparkFailure.Of(null, null, "not implemented: collect metrics", javaClass: "x"));
        };
        var engine = bench.Engine;

        var first = await engine.RunAsync(bench.Request, bench.Observer, Stop);
        await engine.RunAsync(bench.Request, bench.Observer, Stop);

        Assert.Null(first.RowCount);
        Assert.Equal(3, bench.Cluster.Server.Operations.Count);
    }

    [Fact]
    public async Task Run_NoServer_SaysWhatToCheck()
    {
        await using var bench = await EngineBench.StartAsync();
        var engine = new Chartwright.SparkConnect.Batch.SparkBatchEngine(bench.Cluster.Channel, new(), new("/", null), TimeProvider.System) { CallRetry = new(TimeSpan.Zero) };
        await bench.Cluster.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.RunAsync(bench.Request, bench.Observer, Stop));

        Assert.Equal((ErrorCode.EngineUnavailable, true), (failure.Code, failure.Retryable));
        Assert.Contains("Chartwright:Spark:Remote", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_StoredHandle_GoesOn()
    {
        await using var bench = await EngineBench.StartAsync();
        await StartAndLeaveAsync(bench);
        bench.WriteParts("part-0");
        bench.Operation.SendProgress(4, 4).SendObserved("rows", 9).Complete();
        var observer = new RecordingObserver();

        var outcome = await bench.Engine.ResumeAsync(bench.Request, bench.Observer.Handle, observer, Stop);

        Assert.Equal((9L, "id"), (outcome!.RowCount, outcome.Columns.Single().Name));
        Assert.Equal(2, observer.Progress.Count);
        Assert.Equal(1, bench.Cluster.Server.Calls.Count(call => call is "ExecutePlan"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task Resume_NoHandle_IsUnknown(string handle)
    {
        await using var bench = await EngineBench.StartAsync();

        Assert.Null(await bench.Engine.ResumeAsync(bench.Request, handle, bench.Observer, Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resume_ServerRestarted_IsUnknownUnlessCommitted(bool committed)
    {
        await using var bench = await EngineBench.StartAsync();
        await StartAndLeaveAsync(bench);
        bench.Cluster.Server.Restart();
        if (committed) bench.WriteParts("part-0", "_SUCCESS");

        var outcome = await bench.Engine.ResumeAsync(bench.Request, bench.Observer.Handle, bench.Observer, Stop);

        Assert.Equal(committed, outcome is not null);
    }

    [Fact]
    public async Task Resume_ThenCancelled_IsConfirmedByTheCluster()
    {
        await using var bench = await EngineBench.StartAsync();
        await StartAndLeaveAsync(bench);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var observer = new RecordingObserver();

        var run = bench.Engine.ResumeAsync(bench.Request, bench.Observer.Handle, observer, cancel.Token);
        await observer.Progressed;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Contains("Interrupt", bench.Cluster.Server.Calls);
    }

    /// <summary>Another process of ours begins the job and dies: its connection is gone, nobody asked the cluster to stop.</summary>
    private static async Task StartAndLeaveAsync(EngineBench bench)
    {
        bench.Cluster.Server.OnExecute = operation => operation.SendProgress(0, 4);
        using var channel = new SparkConnect.Connection.SparkChannel(bench.Cluster.Channel.Connection);
        var former = new SparkConnect.Batch.SparkBatchEngine(channel, new(), new("/", null), TimeProvider.System) { CallRetry = FakeCluster.Eager, JobRetry = new RetryPolicy(TimeSpan.Zero) };
        var run = former.RunAsync(bench.Request, bench.Observer, Stop);
        await bench.Observer.Progressed;
        channel.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => run);
        Assert.DoesNotContain("Interrupt", bench.Cluster.Server.Calls);
    }
}
