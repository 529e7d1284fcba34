using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Execution;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;
using Grpc.Core;

namespace Chartwright.SparkConnect.Tests.Execution;

/// <summary>Every way a stream of an operation can end, and what becomes of the operation.</summary>
public sealed class ReattachableExecutionTests
{
    private static readonly Guid Operation = Guid.Parse("0f0e0d0c-0000-4000-8000-000000000001");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Next_StreamEndsTenTimes_GivesEveryAnswerOnce()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(0, 10).EndStream();
        using var execution = Start(cluster);

        List<long> seen = [await ReadTasksAsync(execution)];
        for (var done = 1; done <= 10; done++)
        {
            cluster.Server.Operations.Single().Value.SendProgress(done, 10).EndStream();
            seen.Add(await ReadTasksAsync(execution));
        }
        cluster.Server.Operations.Single().Value.Complete();

        Assert.Null(await execution.NextAsync(Stop));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], seen);
        Assert.Equal(1, cluster.Server.Calls.Count(call => call is "ExecutePlan"));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.Cancelled)]
    public async Task Next_StreamBreaksAfterAnAnswer_GoesOnBehindIt(StatusCode status)
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2).EndStream(new RpcException(new(status, "cut")));
        using var execution = Start(cluster);

        var first = await ReadTasksAsync(execution);
        cluster.Server.Operations.Single().Value.SendProgress(2, 2).Complete();
        var second = await ReadTasksAsync(execution);

        Assert.Null(await execution.NextAsync(Stop));
        Assert.Equal((1L, 2L), (first, second));
    }

    [Fact]
    public async Task Next_RequestNeverArrived_IsSentAgainUnderTheSameId()
    {
        await using var cluster = await FakeCluster.StartAsync();
        FailOnce(cluster, "ExecutePlan", new RpcException(new(StatusCode.Unavailable, "cut")));
        using var execution = Start(cluster);

        Assert.Null(await execution.NextAsync(Stop));

        Assert.Equal(["ExecutePlan", "ReattachExecute", "ExecutePlan"], cluster.Server.Calls);
        Assert.Equal(Operation.ToString(), cluster.Server.Operations.Single().Key);
    }

    [Fact]
    public async Task Next_RequestHadArrived_IsReadNotRepeated()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.EndStream(new RpcException(new(StatusCode.Unavailable, "cut"))).Complete();
        using var execution = Start(cluster);

        Assert.Null(await execution.NextAsync(Stop));
        Assert.Equal(1, cluster.Server.Calls.Count(call => call is "ExecutePlan"));
    }

    [Fact]
    public async Task Next_OperationExistsAlready_IsRead()
    {
        await using var cluster = await FakeCluster.StartAsync();
        FailOnce(cluster, "ExecutePlan", FakeSparkFailure.Of("INVALID_HANDLE.OPERATION_ALREADY_EXISTS", "HY000", "It exists."));
        cluster.Server.Operations[Operation.ToString()] = new FakeSparkOperation(new() { SessionId = cluster.Session.SessionId.ToString(), OperationId = Operation.ToString() }, cluster.Server.ServerSession).Complete();
        using var execution = Start(cluster);

        Assert.Null(await execution.NextAsync(Stop));
        Assert.Equal(["ExecutePlan", "ReattachExecute"], cluster.Server.Calls);
    }

    [Fact]
    public async Task Next_ServerRestarted_IsLost()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2);
        using var execution = Start(cluster);
        await ReadTasksAsync(execution);
        cluster.Server.Restart();

        var failure = await Assert.ThrowsAsync<SparkException>(() => execution.NextAsync(Stop));

        Assert.Equal((SparkFaultKind.Lost, "INVALID_HANDLE.SESSION_CHANGED"), (failure.Fault.Kind, failure.Fault.ErrorClass));
    }

    [Theory]
    [InlineData("INVALID_HANDLE.OPERATION_NOT_FOUND")]
    [InlineData("INVALID_HANDLE.SESSION_NOT_FOUND")]
    [InlineData("INVALID_HANDLE.SESSION_CLOSED")]
    [InlineData("INVALID_HANDLE.OPERATION_ABANDONED")]
    [InlineData("INVALID_CURSOR.NOT_REATTACHABLE")]
    public async Task Next_ServerForgotAnAnsweredOperation_IsLost(string errorClass)
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2).EndStream();
        using var execution = Start(cluster);
        await ReadTasksAsync(execution);
        cluster.Server.OnCall = _ => throw FakeSparkFailure.Of(errorClass, "HY000", "Gone.");

        var failure = await Assert.ThrowsAsync<SparkException>(() => execution.NextAsync(Stop));

        Assert.Equal((SparkFaultKind.Lost, errorClass), (failure.Fault.Kind, failure.Fault.ErrorClass));
    }

    [Fact]
    public async Task Next_AnotherStreamTookOver_IsTriedAFewTimesThenLost()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2).EndStream();
        using var execution = Start(cluster);
        await ReadTasksAsync(execution);
        cluster.Server.OnCall = _ => throw FakeSparkFailure.Of("INVALID_CURSOR.DISCONNECTED", "HY109", "Another cursor.");

        var failure = await Assert.ThrowsAsync<SparkException>(() => execution.NextAsync(Stop));

        Assert.Equal(SparkFaultKind.Lost, failure.Fault.Kind);
        Assert.Equal(6, cluster.Server.Calls.Count(call => call is "ReattachExecute"));
    }

    [Fact]
    public async Task Next_OurPlaceIsGone_ReadsAllThatIsKept()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2).EndStream();
        using var execution = Start(cluster);
        await ReadTasksAsync(execution);
        FailOnce(cluster, "ReattachExecute", FakeSparkFailure.Of("INVALID_CURSOR.POSITION_NOT_FOUND", "HY109", "Gone."));
        cluster.Server.Operations.Single().Value.Complete();

        var repeated = await ReadTasksAsync(execution);

        Assert.Equal(1, repeated);
        Assert.Null(await execution.NextAsync(Stop));
    }

    [Fact]
    public async Task Next_StatementFails_IsTheStatements()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.Fail(FakeSparkFailure.Of("DIVIDE_BY_ZERO", "22012", "Division by zero."));
        using var execution = Start(cluster);

        var failure = await Assert.ThrowsAsync<SparkException>(() => execution.NextAsync(Stop));

        Assert.Equal((SparkFaultKind.Statement, "DIVIDE_BY_ZERO", "22012"), (failure.Fault.Kind, failure.Fault.ErrorClass, failure.Fault.SqlState));
        Assert.Single(cluster.Server.Calls);
    }

    [Fact]
    public async Task Next_ServerSaysTryLater_IsTriedAgain()
    {
        await using var cluster = await FakeCluster.StartAsync();
        FailOnce(cluster, "ExecutePlan", FakeSparkFailure.Retryable(TimeSpan.FromMilliseconds(1)));
        using var execution = Start(cluster);

        Assert.Null(await execution.NextAsync(Stop));
    }

    [Fact]
    public async Task Next_SilentStream_IsReadAnew()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2);
        using var execution = Start(cluster, silence: TimeSpan.FromMilliseconds(50));
        await ReadTasksAsync(execution);

        var next = execution.NextAsync(Stop);
        var operation = cluster.Server.Operations.Single().Value;
        await operation.WaitForStreamsAsync(2, Stop);
        operation.Complete();

        Assert.Null(await next);
    }

    [Fact]
    public async Task Next_NoServerForTooLong_IsUnavailable()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2);
        using var execution = Start(cluster, retry: new(TimeSpan.Zero));
        await ReadTasksAsync(execution);
        await cluster.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<SparkException>(() => execution.NextAsync(Stop));

        Assert.Equal(SparkFaultKind.Unavailable, failure.Fault.Kind);
    }

    [Fact]
    public async Task Next_TokenCancelled_LeavesTheOperationRunning()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 2);
        using var execution = Start(cluster);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await execution.NextAsync(leave.Token);

        var next = execution.NextAsync(leave.Token);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.DoesNotContain("Interrupt", cluster.Server.Calls);
    }

    [Fact]
    public async Task Resume_StoredPlace_GoesOnBehindIt()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnExecute = operation => operation.SendProgress(1, 3).SendProgress(2, 3);
        using (var former = Start(cluster))
        {
            await ReadTasksAsync(former);
            await ReadTasksAsync(former);
        }
        var session = new SparkSession(cluster.Channel, cluster.Session.SessionId, TimeProvider.System) { Retry = FakeCluster.Eager, ServerSession = cluster.Server.ServerSession };
        using var execution = ReattachableExecution.Resume(session, Operation, "r1", FakeCluster.Eager);
        cluster.Server.Operations.Single().Value.Complete();

        Assert.Equal(2, await ReadTasksAsync(execution));
        Assert.Null(await execution.NextAsync(Stop));
    }

    private static ReattachableExecution Start(FakeCluster cluster, TimeSpan? silence = null, RetryPolicy? retry = null) =>
        new(cluster.Session, Operation, stop => cluster.Session.Execute(new() { Root = new() { Sql = new() { Query = "SELECT 1" } } }, Operation, "test", stop))
        {
            Retry = retry ?? FakeCluster.Eager,
            Silence = silence ?? TimeSpan.FromMinutes(5),
        };

    private static async Task<long> ReadTasksAsync(ReattachableExecution execution) =>
        (await execution.NextAsync(Stop))!.ExecutionProgress.Stages.Single().NumCompletedTasks;

    private static void FailOnce(FakeCluster cluster, string name, RpcException failure)
    {
        var left = 1;
        cluster.Server.OnCall = call =>
        {
            if (call == name && left-- > 0) throw failure;
        };
    }
}
