using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Stops one statement when its caller cancels or its time is over.</summary>
/// <remarks>An interrupt sent before the statement has started is lost, so it is repeated until the watch ends.</remarks>
internal sealed class QueryWatch : IDisposable
{
    private static readonly TimeSpan Repeat = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly EngineConnection _connection;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _registration;
    private Timer? _timer;
    private bool _ended;

    /// <param name="timeout"><see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    public QueryWatch(EngineConnection connection, TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        (_connection, _timeout, _caller) = (connection, timeout, caller);
        _clock = new CancellationTokenSource(timeout, clock);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller, _clock.Token);
        _registration = _stop.Token.UnsafeRegister(static watch => ((QueryWatch)watch!).Start(), this);
    }

    /// <summary>Cancelled on either cause: for waits between chunks.</summary>
    public CancellationToken Token => _stop.Token;

    public bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>Throws when the statement is to stop.</summary>
    public void Check()
    {
        if (IsStopped) throw StopException();
    }

    /// <summary>The caller's cancellation as such; the engine's own limit as <see cref="ErrorCode.QueryTimeout"/>.</summary>
    public Exception StopException() => _caller.IsCancellationRequested
        ? new OperationCanceledException(_caller)
        : new QueryException(ErrorCode.QueryTimeout, $"The query ran longer than {_timeout.TotalSeconds:0.#} s and was stopped. Filter or aggregate more.", retryable: true);

    private void Start()
    {
        lock (_gate)
        {
            if (_ended) return;
            _connection.Interrupt(); // at once, on the cancelling thread: the thread pool may be busy
            _timer = new Timer(static watch => ((QueryWatch)watch!).Interrupt(), this, Repeat, Repeat);
        }
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_ended) _connection.Interrupt(); // under the lock: never reaches the connection's next statement
        }
    }

    public void Dispose()
    {
        lock (_gate) _ended = true;
        _registration.Dispose();
        _timer?.Dispose();
        _stop.Dispose();
        _clock.Dispose();
    }
}
