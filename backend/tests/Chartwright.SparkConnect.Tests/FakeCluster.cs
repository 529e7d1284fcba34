using Chartwright.SparkConnect.Connection;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;

namespace Chartwright.SparkConnect.Tests;

/// <summary>The fake server with a channel and a session on it, for one test.</summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    /// <summary>Waits nearly nothing, gives up after many tries.</summary>
    public static RetryPolicy Eager { get; } = new(TimeSpan.FromSeconds(60)) { FirstWait = TimeSpan.FromMilliseconds(1), MaxWait = TimeSpan.FromMilliseconds(5), MaxJitter = TimeSpan.Zero };

    public required FakeSparkServer Server { get; init; }

    public required SparkChannel Channel { get; init; }

    public required SparkSession Session { get; init; }

    public static async Task<FakeCluster> StartAsync(string parameters = "", RetryPolicy? retry = null)
    {
        var server = await FakeSparkServer.StartAsync();
        var channel = new SparkChannel(SparkConnectionString.Parse(server.Url + parameters));
        return new() { Server = server, Channel = channel, Session = new(channel, Guid.NewGuid(), TimeProvider.System) { Retry = retry ?? Eager } };
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync();
    }
}
