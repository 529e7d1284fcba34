using System.Net;
using System.Text.Json.Nodes;
using Chartwright.Core.Chat;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Runs;

public sealed class CancelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_RunningRun_EndsOnlyWhenTheEngineHasStopped()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        var id = await stream.RunIdAsync();
        var run = await app.Agent.NextAsync();
        run.EngineStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        var response = await app.PostAsync($"/api/runs/{id}/cancel", new { });
        run.EngineStopped.SetResult();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("id: 2\nevent: done\ndata: {\"type\":\"done\",\"finishReason\":\"cancelled\",\"usage\":{\"inputTokens\":0,\"outputTokens\":0}}\n\n", await stream.RestAsync());
    }

    [Fact]
    public async Task Cancel_FinishedRun_IsAcceptedAndChangesNothing()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        var id = await stream.RunIdAsync();
        (await app.Agent.NextAsync()).Finish();
        await stream.RestAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync($"/api/runs/{id}/cancel", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync($"/api/runs/{Guid.NewGuid()}/cancel", new { })).StatusCode);
    }

    [Fact]
    public async Task Chat_SecondQuestionMeanwhile_IsRefusedAndTheFirstGoesOn()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "first");
        await stream.NextAsync();
        var run = await app.Agent.NextAsync();
        var conversationId = run.Request.ConversationId.ToString();

        var second = await app.PostAsync("/api/chat", new { message = "second", conversationId });
        run.Finish();
        var rest = await stream.RestAsync();
        using var third = await SseReader.AskAsync(app, new { message = "third", conversationId });
        var next = await app.Agent.NextAsync();
        next.Finish();
        await third.RestAsync();

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("run_in_progress", (string?)JsonNode.Parse(await second.Content.ReadAsStringAsync(Token))!["code"]);
        Assert.StartsWith("id: 2\nevent: done", rest);
        Assert.Equal(["first"], next.Request.History.Select(turn => turn.Question));
    }

    [Fact]
    public async Task Chat_TwoConversations_RunSideBySide()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await SseReader.AskAsync(app, "first");
        var one = await app.Agent.NextAsync();
        using var second = await SseReader.AskAsync(app, "second");
        var two = await app.Agent.NextAsync();

        two.Send(new TextEvent("2"));
        two.Finish();
        var secondText = await second.RestAsync();
        one.Send(new TextEvent("1"));
        one.Finish();

        Assert.Contains("\"delta\":\"2\"", secondText);
        Assert.Contains("\"delta\":\"1\"", await first.RestAsync());
    }

    [Fact]
    public async Task Chat_ClientLeaves_TheRunGoesOnAndIsKept()
    {
        await using var app = await TestApp.StartAsync();
        var stream = await SseReader.AskAsync(app, "hello");
        var id = await stream.RunIdAsync();
        var run = await app.Agent.NextAsync();
        stream.Dispose();

        run.Send(new TextEvent("still "), new TextEvent("here"));
        run.Finish();
        using var later = await SseReader.FollowAsync(app, id);
        await later.RestAsync();
        var conversation = JsonNode.Parse(await app.Client.GetStringAsync($"/api/conversations/{run.Request.ConversationId}", Token))!;

        Assert.Equal(["hello", "still here"], conversation["messages"]!.AsArray().Select(message => (string?)message!["content"]));
        Assert.Equal("stop", (string?)conversation["messages"]![1]!["finishReason"]);
        Assert.Null((string?)conversation["activeRunId"]);
    }

    [Fact]
    public async Task Stop_RunInProgress_EndsItsStreamAndKeepsTheAnswer()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        await stream.NextAsync();
        var run = await app.Agent.NextAsync();
        run.Send(new TextEvent("half"));
        await stream.NextAsync();

        await app.RestartAsync();
        var conversation = JsonNode.Parse(await app.Client.GetStringAsync($"/api/conversations/{run.Request.ConversationId}", Token))!;

        Assert.StartsWith("id: 3\nevent: done\ndata: {\"type\":\"done\",\"finishReason\":\"cancelled\"", await stream.RestAsync());
        Assert.Equal("half", (string?)conversation["messages"]![1]!["content"]);
        Assert.Equal("cancelled", (string?)conversation["messages"]![1]!["finishReason"]);
    }

    [Fact]
    public async Task Conversation_WhileItsRunGoesOn_NamesTheRun()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        var id = await stream.RunIdAsync();
        var run = await app.Agent.NextAsync();

        var during = JsonNode.Parse(await app.Client.GetStringAsync($"/api/conversations/{run.Request.ConversationId}", Token))!;
        var deleted = await app.Client.DeleteAsync($"/api/conversations/{run.Request.ConversationId}", Token);

        Assert.Equal(id, (string?)during["activeRunId"]);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Contains("\"finishReason\":\"cancelled\"", await stream.RestAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync($"/api/conversations/{run.Request.ConversationId}", Token)).StatusCode);
    }

    [Fact]
    public async Task Feedback_KnownRun_IsKept()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        var id = await stream.RunIdAsync();
        (await app.Agent.NextAsync()).Finish();
        await stream.RestAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await app.PostAsync($"/api/runs/{id}/feedback", new { rating = "up" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync($"/api/runs/{id}/feedback", new { rating = "great" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync($"/api/runs/{Guid.NewGuid()}/feedback", new { rating = "up" })).StatusCode);
    }
}
