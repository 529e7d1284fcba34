using System.Collections.Concurrent;

namespace Chartwright.Server.Sse;

/// <summary>One timer that reminds every open stream to send a comment, so that no proxy takes a thinking model for a dead line.</summary>
internal sealed class Heartbeat : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Action, byte> _listeners = new();
    private readonly ITimer _timer;

    public Heartbeat(TimeProvider clock) => _timer = clock.CreateTimer(static state => ((Heartbeat)state!).Beat(), this, Interval, Interval);

    /// <summary>Calls <paramref name="listener"/> at every beat until the answer is disposed. The listener must not block.</summary>
    public IDisposable Listen(Action listener)
    {
        _listeners.TryAdd(listener, 0);
        return new Subscription(this, listener);
    }

    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        foreach (var (listener, _) in _listeners) listener();
    }

    private sealed class Subscription(Heartbeat owner, Action listener) : IDisposable
    {
        public void Dispose() => owner._listeners.TryRemove(listener, out _);
    }
}
