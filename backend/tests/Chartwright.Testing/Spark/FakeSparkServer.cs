using System.Collections.Concurrent;
using System.Net;
using Chartwright.SparkConnect.Protocol;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chartwright.Testing.Spark;

/// <summary>A Spark Connect server in this process: the real protocol over HTTP/2, with sessions, kept operations and the faults a test asks for. It runs no SQL.</summary>
public sealed class FakeSparkServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSparkServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGrpcService<FakeSparkService>();
    }

    /// <summary><c>sc://127.0.0.1:port</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Of this process of the server; see <see cref="Restart"/>.</summary>
    public string ServerSession { get; private set; } = Guid.NewGuid().ToString();

    /// <summary>Clients must send it as bearer.</summary>
    public string? Token { get; set; }

    /// <summary>The columns of every query.</summary>
    public DataType Schema { get; set; } = new() { Struct = new() { Fields = { new DataType.Types.StructField { Name = "id", DataType = new() { Long = new() } } } } };

    /// <summary>Called when an operation arrives: it may send answers at once or later.</summary>
    public Action<FakeSparkOperation> OnExecute { get; set; } = operation => operation.Complete();

    /// <summary>Called before each call by its name; throws what the call shall fail with.</summary>
    public Action<string> OnCall { get; set; } = _ => { };

    public ConcurrentDictionary<string, FakeSparkOperation> Operations { get; } = new();

    public ConcurrentDictionary<string, FetchErrorDetailsResponse> ErrorDetails { get; } = new();

    public ConcurrentDictionary<string, string> Settings { get; } = new();

    /// <summary>Keys that cannot be set.</summary>
    public ISet<string> StaticKeys { get; } = new HashSet<string>();

    public ConcurrentQueue<string> ClosedSessions { get; } = new();

    public ConcurrentQueue<AnalyzePlanRequest> Analysed { get; } = new();

    /// <summary>Names of the calls in the order they came.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public static async Task<FakeSparkServer> StartAsync()
    {
        var server = new FakeSparkServer();
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Url = $"sc://{new Uri(address).Authority}";
        return server;
    }

    /// <summary>The process died and another one listens at the same place: nothing is known any more.</summary>
    public void Restart()
    {
        ServerSession = Guid.NewGuid().ToString();
        var lost = Operations.Values.ToList();
        Operations.Clear();
        foreach (var operation in lost) operation.EndStream(new RpcException(new(StatusCode.Unavailable, "the server ended")));
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync(); // an open stream must not hold the test
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
