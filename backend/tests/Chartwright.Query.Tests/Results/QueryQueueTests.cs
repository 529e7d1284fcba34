using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Results;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Results;

public sealed class QueryQueueTests
{
    [Fact]
    public async Task EnterAsync_WhileOneRuns_WaitsInOrderOfArrival()
    {
        var queue = Queue(waiting: 2);
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
        var queue = Queue(waiting: 1);
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
        var queue = Queue(waiting: 2);
        var running = await queue.EnterAsync(TestWorkspace.Stop);
        var leaver = queue.EnterAsync(leave.Token);
        var next = queue.EnterAsync(TestWorkspace.Stop);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        running.Dispose();
        running.Dispose(); // twice is once

        (await next).Dispose();
    }

    [Fact]
    public async Task EnterAsync_OneCallerFloodsTheQueue_TheOthersAreServedInBetween()
    {
        var queue = Queue(waiting: 10);
        var running = await queue.EnterAsync(TestWorkspace.Stop);
        var order = new List<string>();
        var waiting = new[] { "greedy", "greedy", "greedy", "modest", "shy" }.Select(caller => EnterAsync(queue, caller, order)).ToArray();

        running.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["greedy", "modest", "shy", "greedy", "greedy"], order);
    }

    [Fact]
    public async Task EnterAsync_CallerWithTooManyWaiting_IsRefusedAndOthersAreNot()
    {
        var queue = new QueryQueue(new(Running: 1, Waiting: 10, WaitingPerCaller: 1, TimeSpan.FromSeconds(30)), TimeProvider.System);
        var running = await queue.EnterAsync(TestWorkspace.Stop);
        var order = new List<string>();
        var first = EnterAsync(queue, "greedy", order);

        var error = await Assert.ThrowsAsync<QueryException>(() => EnterAsync(queue, "greedy", order));
        var other = EnterAsync(queue, "modest", order);
        running.Dispose();
        await Task.WhenAll(first, other);

        Assert.Equal((ErrorCode.TooManyRequests, true), (error.Code, error.Retryable));
        Assert.Equal(["greedy", "modest"], order);
    }

    [Fact]
    public async Task EnterAsync_WaitedTooLong_IsToldToComeBackAndTheNextMovesUp()
    {
        var clock = new FakeTimeProvider();
        var queue = new QueryQueue(new(Running: 1, Waiting: 10, WaitingPerCaller: 10, TimeSpan.FromSeconds(30)), clock);
        var running = await queue.EnterAsync(TestWorkspace.Stop);
        var late = queue.EnterAsync(TestWorkspace.Stop);

        clock.Advance(TimeSpan.FromSeconds(31));
        var error = await Assert.ThrowsAsync<QueryException>(() => late);
        var next = queue.EnterAsync(TestWorkspace.Stop);
        running.Dispose();

        Assert.Equal((ErrorCode.TooManyRequests, true), (error.Code, error.Retryable));
        (await next).Dispose();
        (await queue.EnterAsync(TestWorkspace.Stop)).Dispose();
    }

    private static QueryQueue Queue(int waiting) => new(new(Running: 1, waiting, WaitingPerCaller: 10, TimeSpan.FromSeconds(30)), TimeProvider.System);

    private static async Task EnterAsync(QueryQueue queue, string caller, List<string> order)
    {
        QueryCaller.Current = caller; // an async method's own: the test's is not changed
        using var turn = await queue.EnterAsync(TestWorkspace.Stop);
        order.Add(caller);
    }
}
