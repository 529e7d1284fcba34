using Chartwright.Query.Results;

namespace Chartwright.Query.Tests.Results;

public sealed class SingleFlightTests
{
    private readonly SingleFlight<int> _flights = new();

    [Fact]
    public async Task RunAsync_SameKeyAtOnce_RunsOnce()
    {
        var gate = new TaskCompletionSource<int>();
        var runs = 0;

        var callers = Enumerable.Range(0, 5).Select(_ => _flights.RunAsync("k", Work, TestWorkspace.Stop)).ToArray();
        gate.SetResult(7);

        var answers = await Task.WhenAll(callers);

        Assert.Equal([7, 7, 7, 7, 7], answers);
        Assert.Equal(1, runs);

        Task<int> Work(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref runs);
            return gate.Task;
        }
    }

    [Fact]
    public async Task RunAsync_OneOfTwoLeaves_TheWorkGoesOn()
    {
        using var leave = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var first = _flights.RunAsync("k", token => gate.Task.WaitAsync(token), leave.Token);
        var second = _flights.RunAsync("k", _ => throw new InvalidOperationException("a second run"), TestWorkspace.Stop);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult(7);

        Assert.Equal(7, await second);
    }

    [Fact]
    public async Task RunAsync_AllLeave_TheWorkIsStoppedBeforeTheyAreTold()
    {
        using var leave = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var hasStopped = false;
        var caller = _flights.RunAsync("k", Work, leave.Token);
        await started.Task;

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);

        Assert.True(hasStopped);
        Assert.Equal(8, await _flights.RunAsync("k", _ => Task.FromResult(8), TestWorkspace.Stop));

        async Task<int> Work(CancellationToken cancellationToken)
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            hasStopped = true;
            cancellationToken.ThrowIfCancellationRequested();
            return 0;
        }
    }

    [Fact]
    public async Task RunAsync_WorkFails_EveryCallerHearsItAndTheNextRunsAnew()
    {
        var gate = new TaskCompletionSource<int>();
        var callers = Enumerable.Range(0, 2).Select(_ => _flights.RunAsync("k", _ => gate.Task, TestWorkspace.Stop)).ToArray();

        gate.SetException(new InvalidOperationException("broken"));

        foreach (var caller in callers) await Assert.ThrowsAsync<InvalidOperationException>(() => caller);
        Assert.Equal(8, await _flights.RunAsync("k", _ => Task.FromResult(8), TestWorkspace.Stop));
    }
}
