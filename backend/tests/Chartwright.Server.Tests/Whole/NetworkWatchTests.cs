using System.Net;
using System.Net.Sockets;

namespace Chartwright.Server.Tests.Whole;

[Collection(nameof(NetworkWatch))] // the watch sees the whole process: one test at a time
public sealed class NetworkWatchTests
{
    /// <summary>The watch would see it: an address that nobody routes is reported before anything is sent.</summary>
    [Fact]
    public async Task ForeignConnections_ForeignAddress_IsSeen()
    {
        using var watch = new NetworkWatch();
        using var cancel = new CancellationTokenSource();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var connecting = socket.ConnectAsync(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 9), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => connecting);

        Assert.Single(watch.ForeignConnections);
    }
}
