using Chartwright.Core.Errors;
using Chartwright.Query.Results;

namespace Chartwright.Query.Tests.Results;

public sealed class QueryQueueTests
{
    [Fact]
    public async Task EnterAsync_WhileOneRuns_WaitsInOrderOfArrival()
    {
        var queue = new QueryQueue(maxRunning: 1, maxWaiting: 2);
        var first = await queue.EnterAsync(TestWorkspace.Stop);
        var second = queue.EnterAsync(TestWorkspace.Stop);
        var third = queue.EnterAsync(TestWorkspace.Stop);

        first.Dispose();
        var turn = await second;

        Assert.False(third.IsCompleted);
        turn.Dispose();
        (await third).Dispose();
        (await queue.EnterAsync(TestWorkspace.Stop)).Dispose();
    }

    [Fact]
    public async Task EnterAsync_QueueIsFull_TellsToComeBack()
    {
        var queue = new QueryQueue(maxRunning: 1, maxWaiting: 1);
        using var running = await queue.EnterAsync(TestWorkspace.Stop);
        var waiting = queue.EnterAsync(TestWorkspace.Stop);

        var error = await Assert.ThrowsAsync<QueryException>(() => queue.EnterAsync(TestWorkspace.Stop));

        Assert.Equal((ErrorCode.TooManyRequests, true), (error.Code, error.Retryable));
        running.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task EnterAsync_WaitingCallerLeaves_TheNextMovesUp()
    {
        using var leave = new CancellationTokenSource();
        var queue = new QueryQueue(maxRunning: 1, maxWaiting: 2);
        var running = await queue.EnterAsync(TestWorkspace.Stop);
        var leaver = queue.EnterAsync(leave.Token);
        var next = queue.EnterAsync(TestWorkspace.Stop);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        running.Dispose();
        running.Dispose(); // twice is once

        (await next).Dispose();
    }
}
