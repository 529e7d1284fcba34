using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Results;

/// <summary>Lets a number of statements run and others wait for a time. Callers take turns; the statements of one run in order of arrival. Thread-safe.</summary>
internal sealed class QueryQueue(QueueLimits limits, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Line> _lines = []; // of callers with statements that wait; the next to be served first
    private readonly Dictionary<string, LinkedListNode<Line>> _byCaller = new(StringComparer.Ordinal);
    private int _running;
    private int _waiting;

    /// <summary>Waits for a turn; disposing the answer ends it.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.TooManyRequests"/>: too many wait already, or it waited too long; retryable.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        Place place;
        lock (_gate)
        {
            if (_running < limits.Running)
            {
                _running++;
                return new Turn(this);
            }
            place = Join(QueryCaller.Current);
        }
        try
        {
            await place.Task.WaitAsync(limits.Wait, clock, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            if (!Leave(place)) Exit(); // its turn came at the same moment: it passes on
            if (e is TimeoutException) throw TooMany($"The query waited {limits.Wait.TotalSeconds:0} s for its turn. Try again in a moment.");
            throw;
        }
        return new Turn(this);
    }

    private Place Join(string caller)
    {
        if (_waiting >= limits.Waiting) throw TooMany("Too many queries are waiting. Try again in a moment.");
        if (!_byCaller.TryGetValue(caller, out var line)) line = _byCaller[caller] = _lines.AddLast(new Line(caller));
        if (line.Value.Places.Count >= limits.WaitingPerCaller) throw TooMany("Too many of your queries are waiting. Try again in a moment.");
        var place = new Place(line);
        line.Value.Places.AddLast(place);
        _waiting++;
        return place;
    }

    /// <returns>False when its turn has come already.</returns>
    private bool Leave(Place place)
    {
        lock (_gate)
        {
            if (!place.Line.Value.Places.Remove(place)) return false;
            _waiting--;
            RemoveIfEmpty(place.Line);
            return true;
        }
    }

    private void Exit()
    {
        Place next;
        lock (_gate)
        {
            if (_lines.First is not { } line)
            {
                _running--;
                return;
            }
            next = line.Value.Places.First!.Value;
            line.Value.Places.RemoveFirst();
            _waiting--;
            _lines.Remove(line);
            if (line.Value.Places.Count > 0) _lines.AddLast(line);
            else _byCaller.Remove(line.Value.Caller);
        }
        next.SetResult(); // the turn passes on, the number of running ones stays
    }

    private void RemoveIfEmpty(LinkedListNode<Line> line)
    {
        if (line.Value.Places.Count > 0) return;
        _lines.Remove(line);
        _byCaller.Remove(line.Value.Caller);
    }

    private static QueryException TooMany(string message) => new(ErrorCode.TooManyRequests, message, retryable: true);

    private sealed record Line(string Caller)
    {
        public LinkedList<Place> Places { get; } = [];
    }

    private sealed class Place(LinkedListNode<Line> line) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public LinkedListNode<Line> Line => line;
    }

    private sealed class Turn(QueryQueue queue) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0) queue.Exit();
        }
    }
}

/// <param name="Running">Statements at once.</param>
/// <param name="Waiting">Statements that wait, of all callers.</param>
/// <param name="WaitingPerCaller">Statements of one caller that wait.</param>
/// <param name="Wait">How long one waits at most.</param>
internal sealed record QueueLimits(int Running, int Waiting, int WaitingPerCaller, TimeSpan Wait);
