using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.SparkConnect.Tests.Session;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = new(TimeSpan.FromMinutes(10)) { MaxJitter = TimeSpan.Zero };

    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 200)]
    [InlineData(3, 800)]
    [InlineData(4, 3200)]
    [InlineData(5, 12800)]
    [InlineData(6, 51200)]
    [InlineData(7, 60000)]
    [InlineData(500, 60000)]
    public void WaitAfter_Attempt_GrowsToItsLimit(int attempt, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Policy.WaitAfter(attempt, TimeSpan.Zero));

    [Fact]
    public void WaitAfter_PatienceSpent_IsNull() => Assert.Null(Policy.WaitAfter(1, TimeSpan.FromMinutes(10)));

    [Fact]
    public void WaitAfter_ServersWish_IsHeeded() => Assert.Equal(TimeSpan.FromSeconds(7), Policy.WaitAfter(1, TimeSpan.Zero, TimeSpan.FromSeconds(7)));

    [Fact]
    public async Task Run_RetryDelayOfTheServer_IsWaitedFor()
    {
        var clock = new FakeTimeProvider();
        var calls = 0;

        var run = Policy.RunAsync(() => ++calls == 1 ? throw FakeSparkFailure.Retryable(TimeSpan.FromSeconds(90)) : Task.FromResult("done"), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(89));
        var early = calls;
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("done", await run);
        Assert.Equal((1, 2), (early, calls));
    }

    [Fact]
    public async Task Run_FailureOfTheStatement_IsNotRepeated()
    {
        var calls = 0;

        await Assert.ThrowsAsync<RpcException>(() => Policy.RunAsync<int>(() => throw FakeSparkFailure.Of("DIVIDE_BY_ZERO", "22012", $"call {++calls}"), TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Equal(1, calls);
    }
}
