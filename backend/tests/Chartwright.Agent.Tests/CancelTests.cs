using Chartwright.Core.Chat;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using static Chartwright.Agent.Tests.AgentHarness;
using FinishReason = Chartwright.Core.Chat.FinishReason;

namespace Chartwright.Agent.Tests;

public sealed class CancelTests
{
    [Fact]
    public async Task RunAsync_CancelledInMidText_StopsTheModelAndSaysSo()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("One ").Wait(new TaskCompletionSource().Task).Text("two"));
        await using var harness = new AgentHarness(model);

        var events = await harness.RunAndCancelAsync(Ask("sales"), next => next is TextEvent);

        Assert.Equal("One ", events.TextOf());
        Assert.Equal(FinishReason.Cancelled, events.Done().FinishReason);
        Assert.Empty(events.OfType<ErrorEvent>());
    }

    [Fact]
    public async Task RunAsync_CancelledInMidTool_IsDoneOnlyWhenTheEngineHasAgreed()
    {
        var started = new TaskCompletionSource();
        var engineStops = new TaskCompletionSource();
        var model = new ScriptedChatClient(RunSql());
        await using var harness = new AgentHarness(model, FakeQueryService.Blocking(started, engineStops.Task));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var events = harness.Agent.RunAsync(Ask("sales"), cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await events.MoveNextAsync() && events.Current is not ToolEvent)
        {
        }
        await started.Task;

        await cancel.CancelAsync();
        var next = events.MoveNextAsync();
        var saidSomethingEarly = next.IsCompleted;
        engineStops.SetResult();

        Assert.False(saidSomethingEarly);
        Assert.True(await next);
        Assert.Equal(ToolState.Cancelled, Assert.IsType<ToolEvent>(events.Current).State);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(FinishReason.Cancelled, Assert.IsType<DoneEvent>(events.Current).FinishReason);
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task RunAsync_CancelledBeforeItBegan_IsDoneCancelled()
    {
        await using var harness = new AgentHarness(new ScriptedChatClient(ScriptedTurn.Say("Never.")));
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var events = new List<ChatEvent>();

        await foreach (var next in harness.Agent.RunAsync(Ask("sales"), cancel.Token))
            events.Add(next);

        Assert.Equal(FinishReason.Cancelled, events.Done().FinishReason);
        Assert.Equal("", events.TextOf());
    }

    [Fact]
    public async Task RunAsync_ReaderLeavesEarly_TheEngineIsStopped()
    {
        var started = new TaskCompletionSource();
        var model = new ScriptedChatClient(RunSql());
        var queries = FakeQueryService.Blocking(started, Task.CompletedTask);
        await using var harness = new AgentHarness(model, queries);

        await foreach (var next in harness.Agent.RunAsync(Ask("sales"), TestContext.Current.CancellationToken))
        {
            if (next is not ToolEvent)
                continue;
            await started.Task;
            break; // leaving waits for the statement to end
        }

        Assert.Single(queries.Requests);
    }

    [Fact]
    public void ToMessage_CancelledCalls_AreAnswered()
    {
        var call = new FunctionCallContent("c1", "run_sql");

        var message = Agent.Running.ToolRunner.ToMessage([new(call, null)]);

        var result = Assert.IsType<FunctionResultContent>(Assert.Single(message.Contents));
        Assert.Equal((ChatRole.Tool, "c1", "cancelled"), (message.Role, result.CallId, (string?)result.Result));
    }
}
