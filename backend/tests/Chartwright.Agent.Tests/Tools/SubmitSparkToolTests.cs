using System.Text.Json;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using static Chartwright.Agent.Tests.AgentHarness;

namespace Chartwright.Agent.Tests.Tools;

public sealed class SubmitSparkToolTests
{
    private static ScriptedTurn Submit(string format = "parquet") =>
        new ScriptedTurn().Call("c1", "submit_spark", new { query = "SELECT count(*) AS n FROM events", output_format = format }).Finish(ChatFinishReason.ToolCalls);

    private static ScriptedTurn Answer => new ScriptedTurn().Text(Block(Viz));

    [Fact]
    public async Task RunAsync_Done_TellsTheJobAndKeepsItsRows()
    {
        var jobs = new FakeJobs(job => [FakeJobs.Ended(job)]) { DefaultEngine = "spark" };
        var queries = FakeQueryService.Answering(FakeQueryService.Result("n BIGINT", "[[1],[2],[3]]") with { Engine = "spark" });
        var model = new ScriptedChatClient(Submit("csv"), Answer);
        await using var harness = new AgentHarness(model, queries, jobs: jobs);

        var events = await harness.RunAsync(Ask("submit it"));

        Assert.Equal(new JobRequest("SELECT count(*) AS n FROM events", BatchFormat.Csv), Assert.Single(jobs.Requests));
        var told = ToolResult(model, 1);
        var id = told.GetProperty("job_id").GetString();
        Assert.Equal(("done", "spark", $"job_{id!.Replace("-", "", StringComparison.Ordinal)}", $"/api/jobs/{id}", 3, 700, 1500),
            (told.GetProperty("status").GetString(), told.GetProperty("engine").GetString(), told.GetProperty("table").GetString(), told.GetProperty("url").GetString(),
            told.GetProperty("row_count").GetInt32(), told.GetProperty("bytes").GetInt32(), told.GetProperty("elapsed_ms").GetInt32()));
        Assert.Equal([$"/api/jobs/{id}/files/part-00000.parquet"], told.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        var data = Assert.Single(events.OfType<DataEvent>());
        Assert.Equal(("main", "spark", $"SELECT * FROM {told.GetProperty("table").GetString()}", 700), (data.ResultName, data.Engine, data.Sql, data.Bytes));
        Assert.Contains(ChatStage.Submitting, events.Stages());
        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
    }

    [Fact]
    public async Task RunAsync_UnderWay_SaysHowFarItIs()
    {
        var jobs = new FakeJobs(job => [
            job with { State = JobState.Checking },
            job with { State = JobState.Running, Progress = new(0.25, TasksDone: 50, TasksTotal: 200, StagesDone: 1, StagesTotal: 4, BytesRead: 1_234_000_000) },
            job with { State = JobState.Committing },
            FakeJobs.Ended(job)]) { DefaultEngine = "spark" };
        await using var harness = new AgentHarness(new ScriptedChatClient(Submit(), Answer), jobs: jobs);

        var events = await harness.RunAsync(Ask("submit it"));

        Assert.Equal(
            [(null, "Waiting for its turn"), (null, "Spark reads the statement"), (0.25, "Running on Spark · stage 2 of 4 · 50 of 200 tasks · 1.2 GB read"), (null, "Reading the files back")],
            events.OfType<ToolEvent>().Where(tool => tool.State is ToolState.Progress).Select(tool => (tool.Progress, tool.Message!)));
    }

    [Fact]
    public async Task RunAsync_NothingNew_TellsTheTimeAgain()
    {
        var clock = new FakeTimeProvider();
        var jobs = new FakeJobs(job =>
        {
            for (var second = 0; second < 40; second++) clock.Advance(TimeSpan.FromSeconds(1));
            return [FakeJobs.Ended(job)];
        });
        await using var harness = new AgentHarness(new ScriptedChatClient(Submit(), Answer), clock: clock, jobs: jobs);

        var events = await harness.RunAsync(Ask("submit it"));

        Assert.Equal(
            [("Waiting for its turn", 0L), ("Waiting for its turn", 15_000L), ("Waiting for its turn", 30_000L)],
            events.OfType<ToolEvent>().Where(tool => tool.State is ToolState.Progress).Select(tool => (tool.Message!, tool.ElapsedMs!.Value)));
    }

    [Fact]
    public async Task RunAsync_Failed_IsMendedByTheModel()
    {
        var tries = 0;
        var jobs = new FakeJobs(job => tries++ == 0
            ? [job with { State = JobState.Failed, Failure = new(ErrorCode.UnknownColumn, "There is no column \"n\".", Retryable: false) }]
            : [FakeJobs.Ended(job)]);
        var model = new ScriptedChatClient(Submit(), new ScriptedTurn().Call("c2", "submit_spark", new { query = "SELECT 1 AS n" }).Finish(ChatFinishReason.ToolCalls), Answer);
        await using var harness = new AgentHarness(model, jobs: jobs);

        var events = await harness.RunAsync(Ask("submit it"));

        Assert.Equal("""{"error":{"code":"unknown_column","message":"There is no column \"n\"."}}""", ToolResult(model, 1).GetRawText());
        Assert.Equal((FinishReason.Stop, 0), (events.Done().FinishReason, events.OfType<ErrorEvent>().Count()));
    }

    [Fact]
    public async Task RunAsync_Stopped_EndsWhenTheEngineHasAgreed()
    {
        var agrees = new TaskCompletionSource();
        var jobs = new FakeJobs(script: null) { EngineStops = agrees.Task };
        await using var harness = new AgentHarness(new ScriptedChatClient(Submit()), jobs: jobs);

        var running = harness.RunAndCancelAsync(Ask("submit it"), next => next is ToolEvent { State: ToolState.Progress, Message: "Running on DuckDB" });
        while (!jobs.IsCancelled) await Task.Yield();

        Assert.False(running.IsCompleted);
        agrees.SetResult();
        var events = await running;
        Assert.Equal((FinishReason.Cancelled, ToolState.Cancelled), (events.Done().FinishReason, events.ToolStates().Last()));
    }

    [Fact]
    public async Task RunAsync_LongerThanARunMayTake_DoesNotEndTheRun()
    {
        var clock = new FakeTimeProvider();
        var jobs = new FakeJobs(job =>
        {
            clock.Advance(TimeSpan.FromHours(1));
            return [FakeJobs.Ended(job)];
        });
        await using var harness = new AgentHarness(new ScriptedChatClient(Submit(), Answer), clock: clock, jobs: jobs);

        var events = await harness.RunAsync(Ask("submit it"));

        Assert.Equal(FinishReason.Stop, events.Done().FinishReason);
    }

    [Theory]
    [InlineData("""{"query":"SELECT 1","output_format":"exe"}""", "There is no such output_format.")]
    [InlineData("""{"query":"SELECT 1","output_format":"1"}""", "There is no such output_format.")]
    [InlineData("""{"query":"SELECT 1","name":"../x"}""", "name must be snake_case")]
    [InlineData("""{"output_format":"csv"}""", "The arguments of submit_spark do not fit: its parameters are query, output_format, name.")]
    public async Task RunAsync_BadArguments_AreTold(string arguments, string words)
    {
        var jobs = new FakeJobs(job => [FakeJobs.Ended(job)]);
        var model = new ScriptedChatClient(new ScriptedTurn().Call("c1", "submit_spark", JsonElement.Parse(arguments)).Finish(ChatFinishReason.ToolCalls), Answer);
        await using var harness = new AgentHarness(model, jobs: jobs);

        await harness.RunAsync(Ask("submit it"));

        Assert.Contains(words, ToolResult(model, 1).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(jobs.Requests);
    }
}
