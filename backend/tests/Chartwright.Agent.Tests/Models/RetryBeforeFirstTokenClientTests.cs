using Chartwright.Agent.Models;
using Chartwright.Core.Errors;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Agent.Tests.Models;

public sealed class RetryBeforeFirstTokenClientTests
{
    private static readonly ModelException Busy = new(ErrorCode.ModelRateLimited, "busy", retryable: true) { RetryAfter = TimeSpan.FromSeconds(7) };

    [Fact]
    public async Task GetStreamingResponseAsync_RetryAfter_IsHonoured()
    {
        var clock = new FakeTimeProvider();
        var model = new ScriptedChatClient(new ScriptedTurn().Fail(Busy), ScriptedTurn.Say("There."));
        var answer = new RetryBeforeFirstTokenClient(model, 2, clock).GetResponseAsync("hi", cancellationToken: TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(6.9));
        var early = model.Requests.Count;
        clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(1, early);
        Assert.Equal("There.", (await answer).Text);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_FailureAfterTheFirstToken_IsNotRepeated()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Text("One").Fail(Busy), ScriptedTurn.Say("Two"));

        await Assert.ThrowsAsync<ModelException>(() => new RetryBeforeFirstTokenClient(model, 2, new FakeTimeProvider())
            .GetResponseAsync("hi", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_FailureThatStays_IsNotRepeated()
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Fail(new ModelException(ErrorCode.ModelRefused, "no", retryable: false)));

        await Assert.ThrowsAsync<ModelException>(() => new RetryBeforeFirstTokenClient(model, 2, new FakeTimeProvider())
            .GetResponseAsync("hi", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Single(model.Requests);
    }
}
