using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using static Chartwright.Agent.Tests.AgentHarness;
using FinishReason = Chartwright.Core.Chat.FinishReason;

namespace Chartwright.Agent.Tests;

public sealed class ConversationAgentTests
{
    [Fact]
    public async Task RunAsync_QuestionQueryComponent_StreamsTheWholeStoryInOrder()
    {
        var model = new ScriptedChatClient(
            new ScriptedTurn().Text("Total sales ").Text("by region.").Call("c1", "run_sql", new { query = "SELECT 1" }).Usage(100, 20).Finish(ChatFinishReason.ToolCalls),
            new ScriptedTurn().Text("```tsx title=\"Sales by region\"\n" + Viz).Text("\n```\n").Text("West leads.").Usage(200, 50).Finish(ChatFinishReason.Stop));
        await using var harness = new AgentHarness(model);
        var question = Ask("total sales by region");

        var events = await harness.RunAsync(question);

        Assert.Equal([typeof(StageEvent), typeof(TextEvent), typeof(TextEvent), typeof(StageEvent), typeof(ToolEvent), typeof(ToolEvent), typeof(DataEvent), typeof(StageEvent),
            typeof(TextEvent), typeof(StageEvent), typeof(TextEvent), typeof(ArtifactEvent), typeof(TextEvent), typeof(DoneEvent)], events.Select(next => next.GetType()));
        Assert.Equal([ChatStage.Thinking, ChatStage.Querying, ChatStage.Thinking, ChatStage.Generating], events.Stages());
        Assert.Equal($"Total sales by region.\n\n```tsx title=\"Sales by region\"\n{Viz}\n```\nWest leads.", events.TextOf());
        Assert.Equal([ToolState.Started, ToolState.Finished], events.ToolStates());
        Assert.Equal(new DoneEvent(FinishReason.Stop, new(300, 70)), events.Done());

        var artifact = events.Artifact();
        Assert.Equal((1, "Sales by region", Viz, "Total sales by region."), (artifact.Version, artifact.Title, artifact.Code, artifact.Understanding));
        var stored = (await harness.Artifacts.FindAsync(artifact.ArtifactId, TestContext.Current.CancellationToken))!;
        Assert.Equal(("total sales by region", "Total sales by region."), (stored.Latest.Prompt, stored.Latest.Understanding));
        var query = Assert.Single(stored.Latest.Queries);
        Assert.Equal(("main", "SELECT 1", "duckdb", "k1"), (query.Name, query.Sql, query.Engine, query.CacheKey));
        Assert.Equal(question.ConversationId, stored.ConversationId);
    }

    [Fact]
    public async Task RunAsync_RunSql_GivesRowsToTheClientAndAPreviewToTheModel()
    {
        var rows = "[" + string.Join(',', Enumerable.Range(1, 30).Select(n => $"[{n}]")) + "]";
        var model = new ScriptedChatClient(RunSql("SELECT n"), ScriptedTurn.Say("Thirty."));
        await using var harness = new AgentHarness(model, FakeQueryService.Answering(FakeQueryService.Result("n INTEGER", rows, rowCount: 40)));

        var events = await harness.RunAsync(Ask("numbers"));

        var data = Assert.Single(events.OfType<DataEvent>());
        Assert.Equal(("main", "k1", 40L, true, "/api/results/k1", "json", "v1", "SELECT n", "duckdb"),
            (data.ResultName, data.CacheKey, data.RowCount, data.Truncated, data.DataUrl, data.Format, data.DataVersion, data.Sql, data.Engine));
        Assert.Equal(rows, data.Rows!.Value.ToString());
        var told = ToolResult(model, 1);
        Assert.Equal(40, told.GetProperty("row_count").GetInt64());
        Assert.Equal(20, told.GetProperty("rows").GetArrayLength());
        Assert.Equal("first 20 of 40", told.GetProperty("rows_are").GetString());
        Assert.Equal("""[{"column":"n","min":1,"max":30,"distinct":30,"nulls":0}]""", told.GetProperty("profile").GetRawText());
        Assert.Equal("of the 30 returned rows, not of all 40", told.GetProperty("profile_is").GetString());
        Assert.Equal("k1", told.GetProperty("cache_key").GetString());
    }

    [Fact]
    public async Task RunAsync_RowsBeyondTheInlineLimit_OnlyTheUrlCarriesThem()
    {
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model, settings: new() { ["Chartwright:Agent:MaxInlineRowBytes"] = "10" });

        var data = Assert.Single((await harness.RunAsync(Ask("sales"))).OfType<DataEvent>());

        Assert.Equal((null, "/api/results/k1"), (data.Rows, data.DataUrl));
    }

    [Fact]
    public async Task RunAsync_ZeroRows_TellsTheModelToCheckTheValues()
    {
        var model = new ScriptedChatClient(RunSql(), ScriptedTurn.Say("Nothing there."));
        await using var harness = new AgentHarness(model, FakeQueryService.Answering(FakeQueryService.Result("n INTEGER", "[]")));

        await harness.RunAsync(Ask("sales in Wset"));

        Assert.Contains("find_values", ToolResult(model, 1).GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NamedResults_TheArtifactKeepsThoseItsCodeReads()
    {
        const string code = "export default function Viz({ data, results }) { return <p>{results.by_month.length}</p> }";
        var model = new ScriptedChatClient(
            new ScriptedTurn().Call("c1", "run_sql", new { query = "SELECT 1" }).Call("c2", "run_sql", new { query = "SELECT 2", name = "by_month" })
                .Call("c3", "run_sql", new { query = "SELECT 3", name = "unused" }).Finish(ChatFinishReason.ToolCalls),
            ScriptedTurn.Say(Block(code)));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        var stored = (await harness.Artifacts.FindAsync(events.Artifact().ArtifactId, TestContext.Current.CancellationToken))!;
        Assert.Equal([("main", "SELECT 1"), ("by_month", "SELECT 2")], stored.Latest.Queries.Select(query => (query.Name, query.Sql!)));
    }

    [Fact]
    public async Task RunAsync_ParallelCallsOfOneName_EachKeepsItsOwnResult()
    {
        var model = new ScriptedChatClient(
            new ScriptedTurn().Call("c1", "run_sql", new { query = "SELECT 1" }).Call("c2", "run_sql", new { query = "SELECT 2" }).Finish(ChatFinishReason.ToolCalls),
            ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal([("main", "SELECT 1"), ("main_2", "SELECT 2")], events.OfType<DataEvent>().Select(data => (data.ResultName, data.Sql)).Order());
        Assert.Equal(["c1", "c2"], model.Requests[1].Messages[^1].Contents.Cast<FunctionResultContent>().Select(result => result.CallId));
    }

    [Fact]
    public async Task RunAsync_ParallelCalls_RunSideBySide()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        var queries = new FakeQueryService(async (_, cancellationToken) =>
        {
            if (Interlocked.Increment(ref running) == 2)
                both.SetResult();
            await both.Task.WaitAsync(cancellationToken); // one after the other would never get here
            return Sales;
        });
        var model = new ScriptedChatClient(
            new ScriptedTurn().Call("c1", "run_sql", new { query = "SELECT 1" }).Call("c2", "run_sql", new { query = "SELECT 2" }).Finish(ChatFinishReason.ToolCalls),
            ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model, queries);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal([ToolState.Started, ToolState.Started, ToolState.Finished, ToolState.Finished], events.ToolStates());
    }

    [Fact]
    public async Task RunAsync_ArtifactOnScreen_AppendsAVersionAndKeepsItsQueriesAndValues()
    {
        const string code = "export const params = { color: { type: \"color\", default: \"#000000\" } }\n" + Viz;
        var model = new ScriptedChatClient(ScriptedTurn.Say("A line now.\n" + Block(code)));
        await using var harness = new AgentHarness(model);
        var before = await harness.Artifacts.CreateAsync("Sales", null, new ArtifactVersion
        {
            Number = 1,
            Code = code,
            Queries = [new("main", "SELECT 1", "duckdb", QueryParams.Empty, [], "k0")],
            Params = new Dictionary<string, ParamDefinition> { ["color"] = new() { Type = ParamType.Color, Default = JsonElement.Parse("\"#000000\"") } },
            ParamValues = new Dictionary<string, JsonElement> { ["color"] = JsonElement.Parse("\"#ff0000\""), ["gone"] = JsonElement.Parse("1") },
        }, TestContext.Current.CancellationToken);

        var events = await harness.RunAsync(Ask("as a line", before));

        Assert.Equal((before.Id, 2, "Sales"), (events.Artifact().ArtifactId, events.Artifact().Version, events.Artifact().Title));
        var after = (await harness.Artifacts.FindAsync(before.Id, TestContext.Current.CancellationToken))!.Latest;
        Assert.Equal("SELECT 1", Assert.Single(after.Queries).Sql);
        Assert.Equal("#ff0000", Assert.Single(after.ParamValues).Value.GetString());
    }

    [Fact]
    public async Task RunAsync_AnotherArtifactAskedFor_LeavesTheOneOnScreenAsItIs()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say("Costs.\n" + Block(Viz).Replace("```tsx", "```tsx artifact=\"new\"", StringComparison.Ordinal)));
        await using var harness = new AgentHarness(model);
        var before = await harness.Artifacts.CreateAsync("Sales", null, new ArtifactVersion
        {
            Number = 1,
            Code = Viz,
            Queries = [new("main", "SELECT 1", "duckdb", QueryParams.Empty, [], "k0")],
        }, TestContext.Current.CancellationToken);

        var events = await harness.RunAsync(Ask("costs", before));

        Assert.NotEqual(before.Id, events.Artifact().ArtifactId);
        Assert.Equal(1, events.Artifact().Version);
        Assert.Equal(1, (await harness.Artifacts.FindAsync(before.Id, TestContext.Current.CancellationToken))!.VersionCount);
    }

    [Fact]
    public async Task RunAsync_BrokenComponent_IsRepairedOnce()
    {
        var model = new ScriptedChatClient(
            ScriptedTurn.Say("Sales.\n" + Block("import x from \"d3\"\n" + Viz)),
            ScriptedTurn.Say(Block(Viz)));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal([ChatStage.Thinking, ChatStage.Generating, ChatStage.Repairing, ChatStage.Generating], events.Stages());
        Assert.Contains("`d3` cannot be imported", model.Requests[1].Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, events.Artifact().Version);
        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
    }

    [Theory]
    [InlineData("SELECT 1 WHERE day >= $from", 0)]
    [InlineData("SELECT 1", 1)]
    public async Task RunAsync_QueryParam_HasToReachAStatement(string sql, int repairs)
    {
        const string code = "export const params = { from: { type: \"date\", default: \"2017-01-01\", scope: \"query\" } }\n" + Viz;
        var model = new ScriptedChatClient(RunSql(sql), ScriptedTurn.Say(Block(code)), ScriptedTurn.Say(Block(Viz)));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal(repairs, events.Stages().Count(stage => stage == ChatStage.Repairing));
        Assert.Equal(1, events.Artifact().Version);
    }

    [Fact]
    public async Task RunAsync_ComponentBeyondRepair_EndsWithItsProblems()
    {
        var model = new ScriptedChatClient([.. Enumerable.Repeat(ScriptedTurn.Say(Block("const a = 1")), 3)]);
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAsync(Ask("sales"));

        Assert.Equal((ErrorCode.CodeInvalid, true, "generating"), (events.Error().Code, events.Error().Retryable, events.Error().Stage));
        Assert.Equal(3, model.Requests.Count);
        Assert.Equal(FinishReason.Error, events.Done().FinishReason);
        Assert.Empty(events.OfType<ArtifactEvent>());
    }
}
