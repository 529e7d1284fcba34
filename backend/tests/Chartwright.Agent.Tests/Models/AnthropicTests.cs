using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Testing;
using static Chartwright.Agent.Tests.AgentHarness;

namespace Chartwright.Agent.Tests.Models;

/// <summary>The agent against a server that speaks Anthropic's Messages protocol.</summary>
public sealed class AnthropicTests
{
    [Fact]
    public async Task RunAsync_ToolCallThenComponent_BecomeAnArtifact()
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            Reply("tool_use",
                """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Sales by region."}}""",
                """{"type":"content_block_stop","index":0}""",
                """{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"run_sql","input":{}}}""",
                """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"query\":\"SEL"}}""",
                """{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"ECT 1\"}"}}""",
                """{"type":"content_block_stop","index":1}"""),
            Reply("end_turn",
                """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
                $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{System.Text.Json.JsonSerializer.Serialize(Block(Viz))}}}}}""",
                """{"type":"content_block_stop","index":0}"""));

        var events = await RunAsync(server);

        Assert.Empty(events.OfType<ErrorEvent>());
        Assert.Equal("SELECT 1", Assert.Single(events.OfType<DataEvent>()).Sql);
        Assert.Equal((Viz, "Sales by region."), (events.Artifact().Code, events.Artifact().Understanding));
        var request = server.Requests[0];
        Assert.Equal(("/v1/messages", "Bearer sk-ant-secret"), (request.Path, request.Authorization));
        Assert.Equal(("claude-x", 16_000), (request.Body.GetProperty("model").GetString(), request.Body.GetProperty("max_tokens").GetInt32()));
        Assert.Equal("toolu_1", server.Requests[1].Body.GetProperty("messages")[2].GetProperty("content")[0].GetProperty("tool_use_id").GetString());
    }

    [Fact]
    public async Task RunAsync_MaxTokens_EndsAtTheLimit()
    {
        await using var server = await FakeOpenAiServer.StartAsync(Reply("max_tokens",
            """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Half"}}""",
            """{"type":"content_block_stop","index":0}"""));

        Assert.Equal(FinishReason.Limit, (await RunAsync(server)).Done().FinishReason);
    }

    [Theory]
    [InlineData(401, ErrorCode.ModelRefused)]
    [InlineData(429, ErrorCode.ModelRateLimited)]
    [InlineData(529, ErrorCode.ModelUnavailable)]
    [InlineData(400, ErrorCode.ModelProtocol)]
    public async Task RunAsync_Refusal_IsMapped(int status, ErrorCode code)
    {
        await using var server = await FakeOpenAiServer.StartAsync(
            [.. Enumerable.Repeat(FakeOpenAiReply.Status(status, "invalid x-api-key sk-ant-secret", retryAfter: "0"), 3)]);

        var error = (await RunAsync(server)).Error();

        Assert.Equal(code, error.Code);
        Assert.DoesNotContain("sk-ant-secret", error.Message, StringComparison.Ordinal);
    }

    private static FakeOpenAiReply Reply(string stopReason, params string[] events)
    {
        string[] all =
        [
            """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":1}}}""",
            .. events,
            $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{stopReason}}}","stop_sequence":null},"usage":{"output_tokens":12}}""",
            """{"type":"message_stop"}""",
        ];
        var reply = new FakeOpenAiReply();
        foreach (var line in all)
            reply.Raw($"event: {System.Text.Json.JsonElement.Parse(line).GetProperty("type").GetString()}\ndata: {line}\n\n");
        return reply;
    }

    private static async Task<IReadOnlyList<ChatEvent>> RunAsync(FakeOpenAiServer server)
    {
        await using var harness = WithBuiltin(new ScriptedChatClient(), new()
        {
            ["Chartwright:Models:0:Name"] = "claude",
            ["Chartwright:Models:0:Kind"] = "anthropic",
            ["Chartwright:Models:0:Model"] = "claude-x",
            ["Chartwright:Models:0:BaseUrl"] = server.BaseUrl[..^3],
            ["Chartwright:Models:0:ApiKey"] = "sk-ant-secret",
        });
        return await harness.RunAsync(Ask("sales by region"));
    }
}
