using System.Threading.Tasks.Sources;

namespace Chartwright.Server.Sse;

/// <summary>Wakes one waiting reader; a signal that comes while nobody waits is kept, several become one. Costs no allocation.</summary>
/// <remarks>Thread-safe for any number of callers of <see cref="Set"/> and one waiter.</remarks>
internal sealed class ReaderSignal : IValueTaskSource
{
    private readonly Lock _gate = new();
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true }; // a reader never runs on the writer's stack
    private bool _isSet;
    private bool _isAwaited;

    public void Set()
    {
        lock (_gate)
        {
            if (!_isAwaited)
            {
                _isSet = true;
                return;
            }
            _isAwaited = false;
        }
        _core.SetResult(true);
    }

    public ValueTask WaitAsync()
    {
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return ValueTask.CompletedTask;
            }
            _core.Reset();
            _isAwaited = true;
            return new(this, _core.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
