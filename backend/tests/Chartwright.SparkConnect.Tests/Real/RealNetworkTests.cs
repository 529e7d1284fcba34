using Chartwright.Core.Jobs;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>A job on a real Spark, over a network that breaks.</summary>
[Collection(OneRealSpark.Name)]
public sealed class RealNetworkTests(RealSpark spark)
{
    private const string Long = "SELECT sum(hash(id, id + 1, id + 2)) AS s, count(*) AS n FROM range(0, 400000000, 1, 40)";

    [Fact]
    public async Task Run_ConnectionsAreCut_IsFoundAgainAndRunsOnce()
    {
        Assert.SkipWhen(spark.Home is null, RealSpark.NoSpark);
        await using var relay = new TcpRelay(spark.Url);
        await using var bench = new RealBench(relay.Url, new());
        var request = bench.Request(Long);
        var running = bench.RunAsync(request);
        await bench.Observer.Progressed;

        var cuts = 0;
        for (; !running.IsCompleted; await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(700), TestContext.Current.CancellationToken)))
            cuts += relay.Cut();

        // a second run would have found the attempt's folder taken
        Assert.Equal(1, (await running).RowCount);
        Assert.NotEqual(0, cuts);
        Assert.Equal("[[400000000]]", await RealBench.ReadAsync(request, "SELECT n"));
    }

    [Fact]
    public async Task Run_NetworkGoesSilent_IsReadAnew()
    {
        Assert.SkipWhen(spark.Home is null, RealSpark.NoSpark);
        await using var relay = new TcpRelay(spark.Url);
        await using var bench = new RealBench(relay.Url, new()) { Silence = TimeSpan.FromSeconds(1) };
        var request = bench.Request(Long);
        var running = bench.RunAsync(request);
        await bench.Observer.Progressed;

        Assert.NotEqual(0, relay.Silence());

        Assert.Equal(1, (await running).RowCount);
        Assert.Equal("[[400000000]]", await RealBench.ReadAsync(request, "SELECT n"));
    }
}
