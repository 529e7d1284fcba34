using Chartwright.SparkConnect.Errors;
using Grpc.Core;

namespace Chartwright.SparkConnect.Session;

/// <summary>How long to wait before a call is tried again, and for how long to try. Source: the retry policy of Spark's own clients.</summary>
/// <param name="Patience">From the first failure in a row on; then the failure stands.</param>
public sealed record RetryPolicy(TimeSpan Patience)
{
    private static readonly TimeSpan JitterFrom = TimeSpan.FromSeconds(2);

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(50);

    public double Factor { get; init; } = 4;

    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan MaxJitter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Unary calls, and the first contact with a cluster.</summary>
    public static RetryPolicy ForCalls { get; } = new(TimeSpan.FromSeconds(15));

    /// <summary>A job under way: a Spark server forgets it after five minutes without us.</summary>
    public static RetryPolicy ForJobs { get; } = new(TimeSpan.FromSeconds(290)) { MaxWait = TimeSpan.FromSeconds(15) };

    /// <returns>The wait before try <paramref name="attempt"/> + 1 (1, 2, …), as the server asked or by the policy; null when <paramref name="elapsed"/> and the wait exceed the patience.</returns>
    public TimeSpan? WaitAfter(int attempt, TimeSpan elapsed, TimeSpan? asked = null)
    {
        var wait = asked ?? TimeSpan.FromTicks((long)Math.Min(MaxWait.Ticks, FirstWait.Ticks * Math.Pow(Factor, attempt - 1)));
        if (asked is null && wait >= JitterFrom) wait += MaxJitter * Random.Shared.NextDouble();
        return elapsed + wait > Patience ? null : wait;
    }

    /// <returns>The call's outcome after as many tries as the policy allows.</returns>
    /// <exception cref="RpcException">The last failure, or one that another try would not mend.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                return await call();
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException failure) when (SparkStatus.IsTransient(failure) && WaitAfter(attempt, clock.GetElapsedTime(began), SparkStatus.FindRetryDelay(failure)) is { } next)
            {
                wait = next;
            }
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
