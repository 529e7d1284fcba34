using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using static Chartwright.Agent.Tests.AgentHarness;
using FinishReason = Chartwright.Core.Chat.FinishReason;

namespace Chartwright.Agent.Tests;

/// <summary>What the user sees when something fails, and where each limit ends a run.</summary>
public sealed class FailureTests
{
    private static readonly QueryException UnknownColumn = new(ErrorCode.UnknownColumn, "There is no column revenu.")
    {
        Details = new Dictionary<string, object?> { ["candidates"] = new[] { "revenue" } },
    };

    [Fact]
    public async Task RunAsync_SqlError_GoesBackToTheModelAndNotToTheUser()
    {
        var queries = FakeQueryService.Answering(request => request.Sql.Contains("revenu ", StringComparison.Ordinal) ? throw UnknownColumn : Sales);
        var model = new ScriptedChatClient(RunSql("SELECT revenu FROM order_items"), RunSql("SELECT sales FROM order_items", "c2"), ScriptedTurn.Say("West leads."));
        await using var harness = new AgentHarness(model, queries);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal("""{"error":{"code":"unknown_column","message":"There is no column revenu.","candidates":["revenue"]}}""", ToolResult(model, 1).GetRawText());
        Assert.Equal([ChatStage.Thinking, ChatStage.Querying, ChatStage.Repairing, ChatStage.Querying, ChatStage.Thinking], events.Stages());
        Assert.Equal([ToolState.Started, ToolState.Failed, ToolState.Started, ToolState.Finished], events.ToolStates());
        Assert.Empty(events.OfType<ErrorEvent>());
        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_FourthFailingStatement_EndsWithTheSqlError()
    {
        var model = new ScriptedChatClient([.. Enumerable.Range(1, 4).Select(n => RunSql($"SELECT {n} FROM x", $"c{n}"))]);
        await using var harness = new AgentHarness(model, FakeQueryService.Failing(UnknownColumn));

        var events = await harness.RunAsync(Ask("revenue"));

        var error = events.Error();
        Assert.Equal((ErrorCode.UnknownColumn, "There is no column revenu.", "querying", false), (error.Code, error.Message, error.Stage, error.Retryable));
        Assert.Equal(4, model.Requests.Count);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_SameFailingStatementAgain_EndsAtOnce()
    {
        var model = new ScriptedChatClient(RunSql("SELECT revenu FROM x"), RunSql("SELECT  revenu\nFROM x;", "c2"));
        await using var harness = new AgentHarness(model, FakeQueryService.Failing(UnknownColumn));

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal(ErrorCode.UnknownColumn, events.Error().Code);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_ModelGivesUpOnItsSql_TheUserSeesTheError()
    {
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say("I could not do it."));
        await using var harness = new AgentHarness(model, FakeQueryService.Failing(UnknownColumn));

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal(ErrorCode.UnknownColumn, events.Error().Code);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_ChartOfAStatementThatFailed_IsNotShown()
    {
        const string code = "export default function Viz({ data }) { return <p>{data.length}</p> }";
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say(Block(code)), ScriptedTurn.Say(Block(code)), ScriptedTurn.Say(Block(code)));
        await using var harness = new AgentHarness(model, FakeQueryService.Failing(UnknownColumn));

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Empty(events.OfType<ArtifactEvent>());
        Assert.Equal(ErrorCode.UnknownColumn, events.Error().Code);
        Assert.Contains("no statement was run for it", model.Requests[2].Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_EngineUnavailable_IsSaidOnceAtOnce()
    {
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say("Sorry."));
        await using var harness = new AgentHarness(model, FakeQueryService.Failing(new(ErrorCode.EngineUnavailable, "The engine is down.", retryable: true)));

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal((ErrorCode.EngineUnavailable, true), (events.Error().Code, events.Error().Retryable));
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_ToolThatBreaks_IsAToolErrorWithoutItsMessage()
    {
        var queries = new FakeQueryService((_, _) => throw new InvalidOperationException("secret value 42"));
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say("Something failed."));
        await using var harness = new AgentHarness(model, queries);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal((ErrorCode.ToolFailed, "The tool run_sql failed.", true), (events.Error().Code, events.Error().Message, events.Error().Retryable));
        Assert.DoesNotContain("secret", ToolResult(model, 1).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_MalformedArguments_AreAnsweredAndTheCallIsNotMade()
    {
        var queries = FakeQueryService.Answering(Sales);
        var model = new ScriptedChatClient(new ScriptedTurn().BrokenCall("c1", "run_sql").Finish(ChatFinishReason.ToolCalls), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model, queries);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Empty(queries.Requests);
        Assert.Equal("invalid_request", ToolResult(model, 1).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal([ToolState.Started, ToolState.Failed], events.ToolStates());
        Assert.Equal("{}", events.OfType<ToolEvent>().First().Arguments.GetRawText());
    }

    [Theory]
    [InlineData("""{"limit":5}""")]
    [InlineData("""{"query":"SELECT 1","limit":"many"}""")]
    [InlineData("""{"query":{"sql":"SELECT 1"}}""")]
    public async Task RunAsync_ArgumentsThatDoNotFit_AreAnsweredWithTheParameters(string arguments)
    {
        var model = new ScriptedChatClient(
            new ScriptedTurn().Call("c1", "run_sql", System.Text.Json.JsonElement.Parse(arguments)).Finish(ChatFinishReason.ToolCalls), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model);

        await harness.RunAsync(Ask("revenue"));

        Assert.Contains("query, limit, data_source, name, params", ToolResult(model, 1).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownTool_IsAnsweredWithTheNamesThereAre()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Call("c1", "drop_table", new { }).Finish(ChatFinishReason.ToolCalls), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model);

        await harness.RunAsync(Ask("revenue"));

        Assert.Equal(["run_sql", "list_tables", "describe_table", "find_values", "get_sales_data", "submit_spark"],
            ToolResult(model, 1).GetProperty("error").GetProperty("candidates").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task RunAsync_ModelError_EndsTheRunInWords()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("Let me").Fail(new ChartwrightException(ErrorCode.ModelRateLimited, "Too many requests.", retryable: true)));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal((ErrorCode.ModelRateLimited, true, "thinking"), (events.Error().Code, events.Error().Retryable, events.Error().Stage));
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_UnforeseenError_TellsNothingOfItsInside()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Fail(new InvalidOperationException("/etc/secret")));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal((ErrorCode.Internal, "Something went wrong in the server."), (events.Error().Code, events.Error().Message));
    }

    [Fact]
    public async Task RunAsync_StoreFails_IsSaid()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say(Block(Viz)));
        await using var harness = new AgentHarness(model);
        harness.Artifacts.Failure = new(ErrorCode.StorageUnavailable, "The store is not there.", retryable: true);

        var events = await harness.RunAsync(Ask("revenue"));

        Assert.Equal(ErrorCode.StorageUnavailable, events.Error().Code);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_UnknownModel_IsSaid()
    {
        await using var harness = new AgentHarness(new ScriptedChatClient());

        var events = await harness.RunAsync(Ask("revenue") with { Model = "nobody" });

        Assert.Equal(ErrorCode.UnknownModel, events.Error().Code);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_EmptyAnswer_IsAProtocolError()
    {
        await using var harness = new AgentHarness(new ScriptedChatClient(ScriptedTurn.Say()));

        Assert.Equal(ErrorCode.ModelProtocol, (await harness.RunAsync(Ask("revenue"))).Error().Code);
    }

    [Fact]
    public async Task RunAsync_Clarify_EndsAsAQuestion()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("Which year?").Finish(new ChatFinishReason("clarify")));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(FinishReason.Clarify, events.Done().FinishReason);
        Assert.Empty(events.OfType<ErrorEvent>());
    }

    [Fact]
    public async Task RunAsync_ContentFilter_IsARefusal()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("I").Finish(ChatFinishReason.ContentFilter));
        await using var harness = new AgentHarness(model);

        Assert.Equal(ErrorCode.ModelRefused, (await harness.RunAsync(Ask("sales"))).Error().Code);
    }

    [Fact]
    public async Task RunAsync_AnswerCutInTheComponent_StoresNothingAndEndsAtTheLimit()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("```tsx\n" + Viz + "\n").Finish(ChatFinishReason.Length));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(FinishReason.Limit, events.Done().FinishReason);
        Assert.Empty(events.OfType<ArtifactEvent>());
        Assert.EndsWith("\n```\n", events.TextOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ForgottenClosingFence_IsClosed()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say("```tsx\n" + Viz));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(Viz, events.Artifact().Code);
        Assert.Equal($"```tsx\n{Viz}\n```\n", events.TextOf());
    }

    [Fact]
    public async Task RunAsync_LastStep_IsAskedWithoutTools()
    {
        var model = new ScriptedChatClient(RunSql(), RunSql(id: "c2"));
        await using var harness = new AgentHarness(model, settings: new() { ["Chartwright:Agent:MaxSteps"] = "2" });

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal([ChatToolMode.Auto, ChatToolMode.None], model.Requests.Select(request => request.Options!.ToolMode));
        Assert.Equal(ErrorCode.StepLimit, events.Error().Code);
        Assert.Equal(FinishReason.Limit, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_TokensUsedUp_EndsAtTheLimit()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Call("c1", "list_tables", new { }).Usage(900, 200).Finish(ChatFinishReason.ToolCalls));
        await using var harness = new AgentHarness(model, settings: new() { ["Chartwright:Agent:MaxTokens"] = "1000" });

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(new DoneEvent(FinishReason.Limit, new(900, 200)), events.Done());
        Assert.Equal(ErrorCode.StepLimit, events.Error().Code);
    }

    [Fact]
    public async Task RunAsync_NoUsageReported_IsEstimated()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say(new string('x', 400)));
        await using var harness = new AgentHarness(model);

        var usage = (await harness.RunAsync(Ask("sales"))).Done().Usage;

        Assert.Equal(100, usage.OutputTokens);
        Assert.InRange(usage.InputTokens, 500, 5000);
    }

    [Fact]
    public async Task RunAsync_AnswerWithoutEnd_IsStopped()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say([.. Enumerable.Repeat(new string('x', 600), 3)]));
        await using var harness = new AgentHarness(model, settings: new() { ["Chartwright:Agent:MaxAnswerChars"] = "1000" });

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(1200, events.TextOf().Length);
        Assert.Equal(FinishReason.Limit, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_TimeUsedUp_EndsAtTheLimit()
    {
        var clock = new FakeTimeProvider();
        var model = new ScriptedChatClient(new ScriptedTurn().Text("Let me think").Wait(new TaskCompletionSource().Task));
        await using var harness = new AgentHarness(model, clock: clock);
        var events = new List<ChatEvent>();

        await foreach (var next in harness.Agent.RunAsync(Ask("sales"), TestContext.Current.CancellationToken))
        {
            events.Add(next);
            if (next is TextEvent)
                clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal((ErrorCode.StepLimit, "The answer took longer than 300 seconds."), (events.Error().Code, events.Error().Message));
        Assert.Equal(FinishReason.Limit, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_TooManyCallsAtOnce_TheRestIsAnsweredWithAnError()
    {
        var model = new ScriptedChatClient(
            new ScriptedTurn().Call("c1", "list_tables", new { }).Call("c2", "list_tables", new { }).Finish(ChatFinishReason.ToolCalls), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model, settings: new() { ["Chartwright:Agent:MaxToolCallsPerStep"] = "1" });

        await harness.RunAsync(Ask("sales"));

        Assert.True(ToolResult(model, 1).TryGetProperty("tables", out _));
        Assert.Equal("step_limit", ToolResult(model, 1, call: 1).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task RunAsync_Builtin_GetsTheQuestionBareAndTheRequestBesideIt()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say(Block("const a = 1")), ScriptedTurn.Say(Block(Viz)));
        await using var harness = AgentHarness.WithBuiltin(model);
        var request = Ask("sales last month");

        var events = await harness.RunAsync(request);

        Assert.Equal("sales last month", Assert.Single(model.Requests[0].Messages).Text);
        Assert.Same(request, model.Requests[0].Options!.AdditionalProperties![ConversationAgent.RequestKey]);
        Assert.StartsWith("The component cannot be shown:", model.Requests[1].Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, events.Artifact().Version);
    }
}
