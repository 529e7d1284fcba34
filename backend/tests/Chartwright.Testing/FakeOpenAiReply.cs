using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Chartwright.Testing;

/// <summary>One answer of a <see cref="FakeOpenAiServer"/>: a stream of chat-completion chunks, or a refusal.</summary>
public sealed class FakeOpenAiReply
{
    private readonly List<Func<HttpContext, Task>> _steps = [];

    /// <summary>Streamed text that ends well, with its usage.</summary>
    public static FakeOpenAiReply Say(params string[] pieces)
    {
        var reply = new FakeOpenAiReply();
        foreach (var piece in pieces)
            reply.Text(piece);
        return reply.Finish("stop").Usage(10, 5).Done();
    }

    /// <summary>One tool call, its arguments in fragments of three characters.</summary>
    public static FakeOpenAiReply Call(string id, string name, object arguments) =>
        new FakeOpenAiReply().ToolCall(0, id, name, JsonSerializer.Serialize(arguments)).Finish("tool_calls").Usage(10, 5).Done();

    /// <summary>A refusal with the JSON error such servers send.</summary>
    /// <param name="retryAfter">Value of the Retry-After header.</param>
    public static FakeOpenAiReply Status(int status, string message = "scripted failure", string? retryAfter = null) => new FakeOpenAiReply().Step(async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsJsonAsync(new { error = new { message, type = "scripted", code = (string?)null } });
    });

    /// <summary>An answer that is no stream of events at all.</summary>
    public static FakeOpenAiReply Body(string contentType, string body) => new FakeOpenAiReply().Step(async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    });

    public FakeOpenAiReply Text(string piece) => Delta(new JsonObject { ["content"] = piece });

    public FakeOpenAiReply Reasoning(string piece) => Delta(new JsonObject { ["reasoning_content"] = piece });

    /// <param name="id">Null leaves the id out, as some servers do.</param>
    public FakeOpenAiReply ToolCall(int index, string? id, string name, string arguments)
    {
        var call = new JsonObject { ["index"] = index, ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = "" } };
        if (id is not null)
            call["id"] = id;
        Delta(new JsonObject { ["tool_calls"] = new JsonArray(call) });
        foreach (var fragment in arguments.Chunk(3))
            Delta(new JsonObject { ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = new string(fragment) } }) });
        return this;
    }

    public FakeOpenAiReply Finish(string reason) => Delta([], reason);

    public FakeOpenAiReply Usage(int promptTokens, int completionTokens) => Chunk(new JsonObject
    {
        ["choices"] = new JsonArray(),
        ["usage"] = new JsonObject { ["prompt_tokens"] = promptTokens, ["completion_tokens"] = completionTokens, ["total_tokens"] = promptTokens + completionTokens },
    });

    /// <summary>The line that ends a stream.</summary>
    public FakeOpenAiReply Done() => Raw("data: [DONE]\n\n");

    /// <summary>Anything, as it stands.</summary>
    public FakeOpenAiReply Raw(string text) => Step(async context =>
    {
        context.Response.ContentType ??= "text/event-stream";
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
    });

    /// <summary>The connection breaks. A break may overtake what was sent: <paramref name="when"/> waits until the client has read it.</summary>
    public FakeOpenAiReply Cut(Task? when = null) => Step(async context =>
    {
        await (when ?? Task.CompletedTask);
        context.Abort();
    });

    /// <summary>Nothing more comes until the client goes away.</summary>
    public FakeOpenAiReply Hang() => Step(async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    });

    internal async Task WriteAsync(HttpContext context)
    {
        foreach (var step in _steps)
            await step(context);
    }

    private FakeOpenAiReply Delta(JsonObject delta, string? finishReason = null) => Chunk(new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason }),
    });

    private FakeOpenAiReply Chunk(JsonObject fields)
    {
        var chunk = new JsonObject { ["id"] = "chatcmpl-1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "scripted" };
        foreach (var (name, value) in fields)
            chunk[name] = value?.DeepClone();
        return Raw($"data: {chunk.ToJsonString()}\n\n");
    }

    private FakeOpenAiReply Step(Func<HttpContext, Task> step)
    {
        _steps.Add(step);
        return this;
    }
}
