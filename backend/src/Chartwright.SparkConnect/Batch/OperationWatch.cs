using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Batch;

/// <summary>Stops an operation when asked, and waits for the cluster's word on it.</summary>
internal sealed class OperationWatch : IAsyncDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1); // an interrupt that overtakes its operation finds nothing

    private readonly CancellationTokenSource _patience = new(), _ended = new();
    private readonly Task _watching;

    /// <param name="confirmLimit">How long the cluster may take to confirm.</param>
    public OperationWatch(SparkSession session, Guid operationId, TimeSpan confirmLimit, CancellationToken stop) =>
        _watching = WatchAsync(session, operationId, confirmLimit, stop);

    /// <summary>Cancelled when the cluster did not confirm in time.</summary>
    public CancellationToken Patience => _patience.Token;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watching;
        _ended.Dispose();
        _patience.Dispose();
    }

    private async Task WatchAsync(SparkSession session, Guid operationId, TimeSpan confirmLimit, CancellationToken stop)
    {
        try
        {
            await WaitForAsync(stop, _ended.Token);
            var began = session.Clock.GetTimestamp();
            while (session.Clock.GetElapsedTime(began) < confirmLimit)
            {
                await TryInterruptAsync(session, operationId, _ended.Token);
                await Task.Delay(AskAgain, session.Clock, _ended.Token);
            }
            await _patience.CancelAsync();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // it is over
        }
    }

    private static async Task TryInterruptAsync(SparkSession session, Guid operationId, CancellationToken cancellationToken)
    {
        try
        {
            await session.InterruptAsync(operationId, cancellationToken);
        }
        catch (SparkException)
        {
            // the stream says what became of the server
        }
    }

    private static async Task WaitForAsync(CancellationToken wanted, CancellationToken cancellationToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = wanted.Register(asked.SetResult);
        await asked.Task.WaitAsync(cancellationToken);
    }
}
