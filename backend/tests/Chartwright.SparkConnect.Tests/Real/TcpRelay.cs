using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>The network between us and a server on this machine, which a test cuts or lets go silent.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new(); // true once nothing passes any more
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly Task _accepting;

    /// <param name="url"><c>sc://127.0.0.1:port</c> of the server.</param>
    public TcpRelay(string url)
    {
        _port = new Uri(url).Port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"sc://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Ends every connection; new ones pass.</summary>
    /// <returns>How many there were.</returns>
    public int Cut()
    {
        var open = _open.Keys.ToList();
        foreach (var client in open) client.Close();
        return open.Count;
    }

    /// <summary>Nothing passes the open connections from now on, and neither side is told; new ones pass.</summary>
    public int Silence()
    {
        var open = _open.Keys.ToList();
        foreach (var client in open) _open[client] = true;
        return open.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        Cut();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (; ; ) _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
            _open[client] = false;
            await Task.WhenAny(PumpAsync(client, client.GetStream(), server.GetStream()), PumpAsync(client, server.GetStream(), client.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // one side is gone
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task PumpAsync(TcpClient connection, NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
        {
            if (_open.GetValueOrDefault(connection)) continue;
            await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
        }
    }
}
