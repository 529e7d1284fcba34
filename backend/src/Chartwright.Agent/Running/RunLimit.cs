namespace Chartwright.Agent.Running;

/// <summary>The time a run may take, which stands still while a job with a limit of its own runs. Thread-safe.</summary>
internal sealed class RunLimit : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end;
    private TimeSpan _left;
    private long _since;
    private int _pauses;

    public RunLimit(TimeSpan duration, TimeProvider clock)
    {
        (_clock, _left, _since) = (clock, duration, clock.GetTimestamp());
        _end = new(duration, clock);
    }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>The time stands still until every answer is disposed.</summary>
    public IDisposable Pause()
    {
        lock (_gate)
        {
            if (_pauses++ == 0)
            {
                _left -= _clock.GetElapsedTime(_since);
                _end.CancelAfter(Timeout.InfiniteTimeSpan);
            }
        }
        return new Pausing(this);
    }

    public void Dispose() => _end.Dispose();

    private void Resume()
    {
        lock (_gate)
        {
            if (--_pauses > 0) return;
            _since = _clock.GetTimestamp();
            _end.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    private sealed class Pausing(RunLimit limit) : IDisposable
    {
        private int _hasEnded;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) == 0) limit.Resume();
        }
    }
}
