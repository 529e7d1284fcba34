using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;
using Grpc.Core;

namespace Chartwright.SparkConnect.Tests.Session;

public sealed class SparkSessionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetVersion_ServerWithToken_IsAnswered()
    {
        await using var cluster = await FakeCluster.StartAsync("/;token=s3cret=;use_ssl=false");
        cluster.Server.Token = "s3cret=";

        Assert.Equal("4.3.0", await cluster.Session.GetVersionAsync(Stop));
        Assert.Equal(cluster.Server.ServerSession, cluster.Session.ServerSession);
    }

    [Fact]
    public async Task GetVersion_WrongToken_IsRefusedAtOnce()
    {
        await using var cluster = await FakeCluster.StartAsync("/;token=wrong;use_ssl=false");
        cluster.Server.Token = "right";

        var failure = await Assert.ThrowsAsync<SparkException>(() => cluster.Session.GetVersionAsync(Stop));

        Assert.Equal(SparkFaultKind.Unauthorized, failure.Fault.Kind);
        Assert.Single(cluster.Server.Calls);
    }

    [Fact]
    public async Task GetVersion_ServerBusyTwice_IsAskedAgain()
    {
        await using var cluster = await FakeCluster.StartAsync();
        var left = 2;
        cluster.Server.OnCall = _ =>
        {
            if (left-- > 0) throw new RpcException(new(StatusCode.Unavailable, "busy"));
        };

        Assert.Equal("4.3.0", await cluster.Session.GetVersionAsync(Stop));
        Assert.Equal(3, cluster.Server.Calls.Count);
    }

    [Fact]
    public async Task GetVersion_NobodyListens_IsUnavailable()
    {
        await using var cluster = await FakeCluster.StartAsync(retry: new(TimeSpan.Zero));
        await cluster.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<SparkException>(() => cluster.Session.GetVersionAsync(Stop));

        Assert.Equal(SparkFaultKind.Unavailable, failure.Fault.Kind);
    }

    [Fact]
    public async Task GetSchema_RestartedServer_IsLost()
    {
        await using var cluster = await FakeCluster.StartAsync();
        await cluster.Session.GetVersionAsync(Stop);
        cluster.Server.Restart();

        var failure = await Assert.ThrowsAsync<SparkException>(() => cluster.Session.GetSchemaAsync(new() { Sql = new() { Query = "SELECT 1" } }, Stop));

        Assert.Equal((SparkFaultKind.Lost, "INVALID_HANDLE.SESSION_CHANGED"), (failure.Fault.Kind, failure.Fault.ErrorClass));
    }

    [Fact]
    public async Task Set_OneKeyIsStatic_SetsTheOthers()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.StaticKeys.Add("spark.b");

        var refused = await cluster.Session.SetAsync(new Dictionary<string, string> { ["spark.a"] = "1", ["spark.b"] = "2", ["spark.c"] = "3" }, Stop);

        Assert.Equal(["spark.b"], refused);
        Assert.Equal(["spark.a", "spark.c"], cluster.Server.Settings.Keys.Order());
    }

    [Fact]
    public async Task Explain_ErrorKeptByTheServer_IsFetchedOnce()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.ErrorDetails["e1"] = new() { RootErrorIdx = 0, Errors = { new FetchErrorDetailsResponse.Types.Error { Message = "[DIVIDE_BY_ZERO] Division by zero.", SparkThrowable = new() { ErrorClass = "DIVIDE_BY_ZERO", SqlState = "22012" } } } };

        var failure = await cluster.Session.ExplainAsync(FakeSparkFailure.Of(null, null, "cut off", errorId: "e1"), Stop);
        var again = await cluster.Session.ExplainAsync(FakeSparkFailure.Of(null, null, "cut off", errorId: "e1"), Stop);

        Assert.Equal(("DIVIDE_BY_ZERO", "22012"), (failure.Fault.ErrorClass, failure.Fault.SqlState));
        Assert.Null(again.Fault.ErrorClass);
    }

    [Fact]
    public async Task Close_ServerWithoutTheCall_IsNoFailure()
    {
        await using var cluster = await FakeCluster.StartAsync();
        cluster.Server.OnCall = _ => throw new RpcException(new(StatusCode.Unimplemented, "3.5"));

        await cluster.Session.CloseAsync(Stop);
        await cluster.Session.ReleaseAsync(Guid.NewGuid(), null, Stop);

        Assert.Equal(["ReleaseSession", "ReleaseExecute"], cluster.Server.Calls);
    }
}
