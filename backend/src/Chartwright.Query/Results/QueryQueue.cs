using Chartwright.Core.Errors;

namespace Chartwright.Query.Results;

/// <summary>Lets a number of statements run and the others wait in order of arrival, up to a number of those. Thread-safe.</summary>
internal sealed class QueryQueue(int maxRunning, int maxWaiting)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _running;

    /// <summary>Waits for a turn; disposing the answer ends it.</summary>
    /// <exception cref="QueryException"><see cref="ErrorCode.TooManyRequests"/>: as many are waiting as may; retryable.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
        {
            if (_running < maxRunning)
            {
                _running++;
                return new Turn(this);
            }
            if (_waiting.Count >= maxWaiting)
                throw new QueryException(ErrorCode.TooManyRequests, "Too many queries are waiting. Try again in a moment.", retryable: true);
            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        await using var registration = cancellationToken.Register(() => Leave(place, cancellationToken));
        await place.Value.Task;
        return new Turn(this);
    }

    private void Leave(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (place.List is null) return; // its turn has come already
            _waiting.Remove(place);
        }
        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Exit()
    {
        TaskCompletionSource next;
        lock (_gate)
        {
            if (_waiting.First is not { } first)
            {
                _running--;
                return;
            }
            _waiting.RemoveFirst();
            next = first.Value;
        }
        next.SetResult(); // the turn passes on, the number of running ones stays
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
