using System.Net.Sockets;
using Chartwright.SparkConnect.Protocol;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Chartwright.SparkConnect.Connection;

/// <summary>One HTTP/2 connection pool to one cluster, for the life of the process. Thread-safe.</summary>
public sealed class SparkChannel : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly SocketsHttpHandler _handler;

    public SparkChannel(SparkConnectionString connection)
        : this(connection, null)
    {
    }

    /// <param name="renewal">For how long calls share one connection.</param>
    internal SparkChannel(SparkConnectionString connection, TimeSpan? renewal)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Connection = connection;
        // No HTTP/2 keep-alive pings: Spark's server allows one in five minutes and closes the connection on more. TCP's own find a dead host.
        _handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = renewal ?? TimeSpan.FromSeconds(20), // a stream keeps its connection; what is asked anew takes one that cannot be long dead
            ConnectCallback = ConnectAsync,
        };
        _channel = GrpcChannel.ForAddress(connection.Address, new()
        {
            HttpHandler = _handler,
            MaxReceiveMessageSize = connection.MaxMessageBytes,
            MaxSendMessageSize = connection.MaxMessageBytes,
        });
        Client = new(_channel.Intercept(headers =>
        {
            if (connection.Token is { } token) headers.Add("authorization", $"Bearer {token}");
            foreach (var (name, value) in connection.Metadata) headers.Add(name, value);
            return headers;
        }));
    }

    public SparkConnectionString Connection { get; }

    public SparkConnectService.SparkConnectServiceClient Client { get; }

    public void Dispose()
    {
        _channel.Dispose();
        _handler.Dispose();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
