namespace Chartwright.Query.Results;

/// <summary>Runs work once for all who ask for the same key at the same time. The work is cancelled only when the last of them has left. Thread-safe.</summary>
internal sealed class SingleFlight<T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Flight> _flights = [];

    /// <exception cref="OperationCanceledException">This caller left; the last one to leave waits until the work has stopped.</exception>
    public async Task<T> RunAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flight = Board(key, work);
        try
        {
            return await flight.Work.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !flight.Work.IsCompleted)
        {
            if (Leave(key, flight)) await flight.StopAsync();
            throw;
        }
    }

    private Flight Board(string key, Func<CancellationToken, Task<T>> work)
    {
        lock (_gate)
        {
            if (_flights.TryGetValue(key, out var known) && !known.Work.IsCompleted)
            {
                known.Callers++;
                return known;
            }
            var flight = new Flight();
            _flights[key] = flight;
            flight.Work = RunAsync(key, flight, work);
            return flight;
        }
    }

    private async Task<T> RunAsync(string key, Flight flight, Func<CancellationToken, Task<T>> work)
    {
        await Task.Yield(); // the gate is held by who started this
        try
        {
            return await work(flight.Cancellation.Token);
        }
        finally
        {
            Forget(key, flight);
        }
    }

    /// <returns>True for the last caller; who comes after it starts anew.</returns>
    private bool Leave(string key, Flight flight)
    {
        lock (_gate)
        {
            if (--flight.Callers > 0) return false;
            Forget(key, flight);
            return true;
        }
    }

    private void Forget(string key, Flight flight)
    {
        lock (_gate)
        {
            if (_flights.GetValueOrDefault(key) == flight) _flights.Remove(key);
        }
    }

#pragma warning disable CA1001 // the source has no timer and no wait handle: there is nothing to give back
    private sealed class Flight
#pragma warning restore CA1001
    {
        public CancellationTokenSource Cancellation { get; } = new();

        public int Callers { get; set; } = 1;

        public Task<T> Work { get; set; } = null!; // set before the gate opens

        public async Task StopAsync()
        {
            await Cancellation.CancelAsync();
            await ((Task)Work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
