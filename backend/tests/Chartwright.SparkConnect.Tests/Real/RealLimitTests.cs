using System.Diagnostics;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>A real server with a token, short sessions, small messages and little room to spill.</summary>
public sealed class NarrowSpark : IAsyncLifetime
{
    internal const string Token = "a token";
    internal static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(10);

    private readonly SmallDisk? _spill = SmallDisk.TryMount();

    internal bool CanFillDisks => _spill is not null;

    internal SparkProcess? Server { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (SparkProcess.FindHome() is not { } home) return;
        // a session ends in mid-job unless something is asked in it: here each new stream does, else the place that is kept every half minute
        string[] settings = ["spark.connect.execute.reattachable.senderMaxStreamDuration=3s", $"spark.connect.session.manager.defaultSessionTimeout={SessionTimeout.TotalSeconds}s", "spark.connect.session.manager.maintenanceInterval=1s", "spark.connect.grpc.maxInboundMessageSize=524288"];
        if (_spill is not null) settings = [.. settings, $"spark.local.dir={_spill.Folder}"];
        Server = await SparkProcess.StartAsync(home, new() { Token = Token, Settings = settings });
        await WarmAsync();
    }

    internal RealBench Open(string token = Token)
    {
        Assert.SkipWhen(Server is null, RealSpark.NoSpark);
        var options = new SparkOptions { Remote = $"{Server.Url}/;use_ssl=false", Token = token };
        return new(options.ReadConnection(), options);
    }

    /// <summary>A cold server on a busy machine can take longer over its first statement than its sessions last.</summary>
    private async Task WarmAsync()
    {
        await using var bench = Open();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await bench.RunAsync(bench.Request("SELECT id, uuid() AS u FROM range(3) ORDER BY u"));
                return;
            }
            catch (QueryException failure) when (failure.Retryable && attempt < 5)
            {
                // colder than that
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        _spill?.Dispose();
    }
}

/// <summary>What meets a limit of a real Spark, and that the next job runs.</summary>
[Collection(OneRealSpark.Name)]
public sealed class RealLimitTests(NarrowSpark spark) : IClassFixture<NarrowSpark>
{
    [Fact]
    public async Task Run_JobLongerThanItsSession_IsNotEnded()
    {
        await using var bench = spark.Open();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = bench.Engine.RunAsync(bench.Request(RealFaultTests.Endless), bench.Observer, stop.Token);
        await bench.Observer.Progressed;

        await Task.WhenAny(running, Task.Delay(NarrowSpark.SessionTimeout + TimeSpan.FromSeconds(2), stop.Token));

        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Theory]
    [InlineData("another")]
    [InlineData("")]
    public async Task Run_WrongToken_IsToldAtOnce(string token)
    {
        await using var bench = spark.Open(token);
        var began = Stopwatch.GetTimestamp();

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request("SELECT 1 AS n")));

        Assert.Equal((ErrorCode.EngineUnavailable, false), (failure.Code, failure.Retryable));
        Assert.Contains("token", failure.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) < RetryPatience);
    }

    [Fact]
    public async Task Run_TlsWhereThereIsNone_SaysWhichSettingDecides()
    {
        Assert.SkipWhen(spark.Server is null, RealSpark.NoSpark);
        var options = new SparkOptions { Remote = spark.Server.Url, Token = NarrowSpark.Token };
        await using var bench = new RealBench(options.ReadConnection(), options);

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request("SELECT 1 AS n")));

        Assert.Equal((ErrorCode.EngineUnavailable, false), (failure.Code, failure.Retryable));
        Assert.Contains("use_ssl=false", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StatementBeyondTheServersMessages_IsTheStatementsFault()
    {
        await using var bench = spark.Open();

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request($"SELECT '{new string('x', 600_000)}' AS s")));

        Assert.Equal((ErrorCode.SqlFailed, false), (failure.Code, failure.Retryable));
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT id FROM range(3)"))).RowCount);
    }

    [Theory]
    [InlineData(BatchFormat.Parquet)]
    [InlineData(BatchFormat.Csv)]
    public async Task Run_ResultsDiskIsFull_SaysSoAndTheNextRuns(BatchFormat format)
    {
        await using var bench = spark.Open();
        using var disk = SmallDisk.TryMount();
        Assert.SkipWhen(disk is null, SmallDisk.NotHere);
        var request = bench.Request("SELECT uuid() AS a, uuid() AS b, id FROM range(2000000)", format) with { Directory = Path.Combine(disk.Folder, "1") };

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(request));

        Assert.Equal(ErrorCode.StorageUnavailable, failure.Code);
        Assert.Contains("disk space", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(request.Directory, "_SUCCESS")));
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT id FROM range(3)"))).RowCount);
    }

    [Fact]
    public async Task Run_NoRoomToSpill_SaysSoAndTheNextRuns()
    {
        await using var bench = spark.Open();
        Assert.SkipUnless(spark.CanFillDisks, SmallDisk.NotHere);

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request("SELECT uuid() AS a, uuid() AS b, id FROM range(0, 2000000, 1, 8) ORDER BY a")));

        Assert.Equal(ErrorCode.StorageUnavailable, failure.Code);
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT id FROM range(3)"))).RowCount);
    }

    private static TimeSpan RetryPatience => RetryPolicy.ForCalls.Patience;
}
