using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chartwright.Testing;

/// <summary>What a client sent.</summary>
public sealed record FakeOpenAiRequest(string Path, string? Authorization, JsonElement Body);

/// <summary>A model server in this process that speaks the OpenAI chat-completions protocol over HTTP, faults included.</summary>
/// <remarks>Also takes the requests of Anthropic's Messages API, whose replies are written with <see cref="FakeOpenAiReply.Raw"/>. Requests are answered in order by the given replies. Like the real ones it refuses a history with an unanswered tool call (HTTP 400).</remarks>
public sealed class FakeOpenAiServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<FakeOpenAiReply> _replies;
    private readonly ConcurrentQueue<FakeOpenAiRequest> _requests = new();
    private readonly WebApplication _app;

    private FakeOpenAiServer(IEnumerable<FakeOpenAiReply> replies)
    {
        _replies = new(replies);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Address to configure, with its <c>/v1</c>.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<FakeOpenAiRequest> Requests => [.. _requests];

    public static async Task<FakeOpenAiServer> StartAsync(params FakeOpenAiReply[] replies)
    {
        var server = new FakeOpenAiServer(replies);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.BaseUrl = addresses.Single() + "/v1";
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync(); // a reply that hangs must not hold the test
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var request = new FakeOpenAiRequest(context.Request.Path, context.Request.Headers.Authorization, body.RootElement.Clone());
        _requests.Enqueue(request);
        var path = context.Request.Path.Value ?? "";
        var isMessages = path.EndsWith("/messages", StringComparison.Ordinal);
        var reply = !isMessages && !path.EndsWith("/chat/completions", StringComparison.Ordinal) ? FakeOpenAiReply.Status(404)
            : !isMessages && !IsHistoryValid(request.Body) ? FakeOpenAiReply.Status(400, "An assistant message with tool_calls must be followed by tool messages.")
            : _replies.TryDequeue(out var next) ? next
            : FakeOpenAiReply.Status(400, "The script has ended.");
        await reply.WriteAsync(context);
    }

    private static bool IsHistoryValid(JsonElement body)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in body.GetProperty("messages").EnumerateArray())
        {
            if (message.GetProperty("role").GetString() == "tool")
            {
                if (!open.Remove(message.GetProperty("tool_call_id").GetString()!))
                    return false;
                continue;
            }
            if (open.Count > 0)
                return false;
            if (message.TryGetProperty("tool_calls", out var calls))
                open.UnionWith(calls.EnumerateArray().Select(call => call.GetProperty("id").GetString()!));
        }
        return open.Count == 0;
    }
}
