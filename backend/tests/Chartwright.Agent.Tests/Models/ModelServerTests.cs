using System.Net;
using System.Net.Sockets;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Testing;
using static Chartwright.Agent.Tests.AgentHarness;

namespace Chartwright.Agent.Tests.Models;

/// <summary>The whole agent against a model server that speaks the wire protocol, one test for each of its faults.</summary>
public sealed class ModelServerTests
{
    private const string Key = "sk-very-secret-0123456789";

    [Fact]
    public async Task RunAsync_TextAndToolCallInFragments_BecomeAnArtifact()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            new FakeOpenAiReply().Text("Sales by ").Text("region.").ToolCall(0, "call_1", "run_sql", """{"query":"SELECT region"}""").Finish("tool_calls").Usage(100, 20).Done(),
            FakeOpenAiReply.Say("```tsx title=\"Sales\"\n" + Viz, "\n```\n", "West leads."));

        var events = await RunAsync(server);

        Assert.Equal("Sales by region.", events.Artifact().Understanding);
        Assert.Equal("SELECT region", Assert.Single(events.OfType<DataEvent>()).Sql);
        Assert.Equal(new DoneEvent(FinishReason.Stop, new(110, 25)), events.Done());
        var first = server.Requests[0];
        Assert.Equal(("/v1/chat/completions", $"Bearer {Key}", "qwen"), (first.Path, first.Authorization, first.Body.GetProperty("model").GetString()));
        Assert.Equal(["run_sql", "list_tables", "describe_table", "find_values", "get_sales_data", "submit_spark"],
            first.Body.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()));
        Assert.Equal(["system", "user", "assistant", "tool"],
            server.Requests[1].Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.Contains("\"row_count\":2", server.Requests[1].Body.GetProperty("messages")[3].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ParallelCalls_AreAllAnswered()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            new FakeOpenAiReply().ToolCall(0, "a", "run_sql", """{"query":"SELECT 1"}""").ToolCall(1, "b", "list_tables", "{}").Finish("tool_calls").Done(),
            FakeOpenAiReply.Say("Done."));

        var events = await RunAsync(server);

        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
        Assert.Equal(["a", "b"], server.Requests[1].Body.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("role").GetString() == "tool").Select(message => message.GetProperty("tool_call_id").GetString()));
    }

    [Fact]
    public async Task RunAsync_Reasoning_IsNotPartOfTheAnswer()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Reasoning("Hmm, sales.").Text("Answer.").Finish("stop").Done());

        Assert.Equal("Answer.", (await RunAsync(server)).TextOf());
    }

    [Fact]
    public async Task RunAsync_NoUsage_IsEstimated()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Four times four.").Finish("stop").Done());

        var events = await RunAsync(server);

        Assert.Equal(4, events.Done().Usage.OutputTokens);
    }

    [Fact]
    public async Task RunAsync_GarbageArguments_AreSentBackToTheModel()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            new FakeOpenAiReply().ToolCall(0, "a", "run_sql", """{"query":"SELECT""").Finish("tool_calls").Done(),
            FakeOpenAiReply.Say("Sorry."));

        var events = await RunAsync(server);

        Assert.Contains("not one valid JSON object", server.Requests[1].Body.GetProperty("messages")[3].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_IndexZeroTwice_IsAnsweredAsOneBrokenCall()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            new FakeOpenAiReply().ToolCall(0, "a", "run_sql", """{"query":"SELECT 1"}""").ToolCall(0, "b", "run_sql", """{"query":"SELECT 2"}""").Finish("tool_calls").Done(),
            FakeOpenAiReply.Say("Done."));

        var events = await RunAsync(server);

        Assert.Contains("one call at a time", server.Requests[1].Body.GetProperty("messages")[3].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(events.OfType<DataEvent>());
    }

    [Fact]
    public async Task RunAsync_CallWithoutId_IsAProtocolError()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            new FakeOpenAiReply().Text("Let me.").ToolCall(0, null, "run_sql", """{"query":"SELECT 1"}""").Finish("tool_calls").Done());

        Assert.Equal(ErrorCode.ModelProtocol, (await RunAsync(server)).Error().Code);
    }

    [Theory]
    [InlineData(401, ErrorCode.ModelRefused, false)]
    [InlineData(403, ErrorCode.ModelRefused, false)]
    [InlineData(404, ErrorCode.ModelUnavailable, false)]
    [InlineData(400, ErrorCode.ModelProtocol, false)]
    [InlineData(302, ErrorCode.ModelProtocol, false)]
    public async Task RunAsync_Refusal_IsNotRepeatedAndNamesTheHostOnly(int status, ErrorCode code, bool retryable)
    {
        await using var server = await FakeOpenAiServer.StartAsync(FakeOpenAiReply.Status(status, $"Incorrect API key provided: {Key}"));

        var error = (await RunAsync(server)).Error();

        Assert.Equal((code, retryable), (error.Code, error.Retryable));
        Assert.Contains(new Uri(server.BaseUrl).Authority, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, ErrorCode.ModelRateLimited)]
    [InlineData(500, ErrorCode.ModelUnavailable)]
    [InlineData(503, ErrorCode.ModelUnavailable)]
    public async Task RunAsync_FailureThatPasses_IsRepeated(int status, ErrorCode code)
    {
        await using var server = await FakeOpenAiServer.StartAsync(FakeOpenAiReply.Status(status, retryAfter: "0"), FakeOpenAiReply.Say("There."));
        Assert.Equal("There.", (await RunAsync(server)).TextOf());

        await using var down = await FakeOpenAiServer.StartAsync([.. Enumerable.Repeat(FakeOpenAiReply.Status(status, retryAfter: "0"), 3)]);
        var error = (await RunAsync(down)).Error();
        Assert.Equal((code, true, 3), (error.Code, error.Retryable, down.Requests.Count));
    }

    [Fact]
    public async Task RunAsync_RetryAfterTooFarAway_IsLeftToTheUser()
    {
        await using var server = await FakeOpenAiServer.StartAsync(FakeOpenAiReply.Status(429, retryAfter: "3600"));

        Assert.Equal(ErrorCode.ModelRateLimited, (await RunAsync(server)).Error().Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task RunAsync_CutInMidText_KeepsTheTextAndIsNotRepeated()
    {
        var read = new TaskCompletionSource();
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Half an ans").Cut(read.Task));
        await using var harness = Create(server.BaseUrl);
        var events = new List<ChatEvent>();

        await foreach (var next in harness.Agent.RunAsync(Ask("sales"), TestContext.Current.CancellationToken))
        {
            events.Add(next);
            if (next is TextEvent)
                read.TrySetResult();
        }

        Assert.Equal("Half an ans", events.TextOf());
        Assert.Equal((ErrorCode.ModelProtocol, true), (events.Error().Code, events.Error().Retryable));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task RunAsync_CutBeforeTheFirstToken_IsRepeated()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Cut(), FakeOpenAiReply.Say("There."));

        Assert.Equal("There.", (await RunAsync(server)).TextOf());
    }

    [Fact]
    public async Task RunAsync_EndWithoutAFinishReason_IsNotTakenForAnAnswer()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Half an ans").Done());

        Assert.Equal(ErrorCode.ModelProtocol, (await RunAsync(server)).Error().Code);
    }

    [Theory]
    [InlineData("data: {\"choices\":\n\n")]
    [InlineData("data: <html>\n\n")]
    [InlineData("data: {\"error\":{\"message\":\"overloaded\"}}\n\n")]
    public async Task RunAsync_GarbageInTheStream_IsAProtocolError(string garbage)
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Hel").Raw(garbage));

        Assert.Equal(ErrorCode.ModelProtocol, (await RunAsync(server)).Error().Code);
    }

    [Fact]
    public async Task RunAsync_WebPageInsteadOfAStream_IsAProtocolError()
    {
        await using var server = await FakeOpenAiServer.StartAsync([.. Enumerable.Repeat(FakeOpenAiReply.Body("text/html", "<html>Sign in</html>"), 3)]);

        Assert.Equal(ErrorCode.ModelProtocol, (await RunAsync(server)).Error().Code);
    }

    [Fact]
    public async Task RunAsync_Silence_IsATimeout()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Wait").Hang());

        var error = (await RunAsync(server, settings => settings["Chartwright:Models:0:Timeout"] = "00:00:00.2")).Error();

        Assert.Equal((ErrorCode.ModelTimeout, true), (error.Code, error.Retryable));
    }

    [Fact]
    public async Task RunAsync_CancelInMidText_ClosesTheConnection()
    {
        await using var server = await FakeOpenAiServer.StartAsync(new FakeOpenAiReply().Text("Wait").Hang());
        await using var harness = Create(server.BaseUrl);

        var events = await harness.RunAndCancelAsync(Ask("sales"), next => next is TextEvent);

        Assert.Equal(FinishReason.Cancelled, events.Done().FinishReason);
        Assert.Empty(events.OfType<ErrorEvent>());
    }

    [Fact]
    public async Task RunAsync_NobodyListens_NamesTheHostOnly()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var harness = Create($"http://127.0.0.1:{port}/v1", settings => settings["Chartwright:Models:0:MaxRetries"] = "0");

        var error = (await harness.RunAsync(Ask("sales"))).Error();

        Assert.Equal((ErrorCode.ModelUnavailable, $"The model server at 127.0.0.1:{port} cannot be reached. Is it running?", true), (error.Code, error.Message, error.Retryable));
    }

    [Fact]
    public async Task RunAsync_ModelWithoutTools_IsDrivenByBlocks()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            FakeOpenAiReply.Say("Sales by region.\n```s", "ql\nSELECT region\n``", "`\nThe result will show", " 42."),
            FakeOpenAiReply.Say("```tsx\n" + Viz + "\n```\n"));

        var events = await RunAsync(server, settings => settings["Chartwright:Models:0:SupportsTools"] = "false");

        Assert.Equal("SELECT region", Assert.Single(events.OfType<DataEvent>()).Sql);
        Assert.Equal($"Sales by region.\n\n```tsx\n{Viz}\n```\n", events.TextOf());
        Assert.Equal("Sales by region.", events.Artifact().Understanding);
        Assert.False(server.Requests[0].Body.TryGetProperty("tools", out _));
        var messages = server.Requests[1].Body.GetProperty("messages");
        Assert.Equal(["system", "user", "assistant", "user"], messages.EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.StartsWith("Result of the SQL:\n{\"columns\":", messages[3].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_AnyFault_LeavesTheKeyOutOfEventsAndLogs()
    {
        var logs = new LogRecorder();
        await using var server = await FakeOpenAiServer.StartAsync(
            FakeOpenAiReply.Call("a", "run_sql", new { query = "SELECT 1" }), FakeOpenAiReply.Status(401, $"Incorrect API key provided: {Key}"));

        var events = await RunAsync(server, logs: logs);

        Assert.Equal(ErrorCode.ModelRefused, events.Error().Code);
        Assert.DoesNotContain(Key, string.Join('\n', events) + string.Join('\n', logs.Lines), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ChatEvent>> RunAsync(FakeOpenAiServer server, Action<Dictionary<string, string?>>? configure = null, LogRecorder? logs = null)
    {
        await using var harness = Create(server.BaseUrl, configure, logs);
        return await harness.RunAsync(Ask("sales by region"));
    }

    private static AgentHarness Create(string baseUrl, Action<Dictionary<string, string?>>? configure = null, LogRecorder? logs = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Chartwright:Models:0:Name"] = "local",
            ["Chartwright:Models:0:Model"] = "qwen",
            ["Chartwright:Models:0:BaseUrl"] = baseUrl,
            ["Chartwright:Models:0:ApiKey"] = Key,
        };
        configure?.Invoke(settings);
        return WithBuiltin(new ScriptedChatClient(), settings, logs);
    }
}
