using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Asks a connection how far its statement is, until disposed.</summary>
internal sealed class ProgressMeter : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly EngineConnection _connection;
    private readonly IProgress<double> _progress;
    private readonly Timer _timer;
    private bool _hasEnded;

    private ProgressMeter(EngineConnection connection, IProgress<double> progress)
    {
        (_connection, _progress) = (connection, progress);
        connection.Execute("SET enable_progress_bar=true; SET enable_progress_bar_print=false");
        _timer = new Timer(static meter => ((ProgressMeter)meter!).Read(), this, Interval, Interval);
    }

    /// <returns>Null when nobody listens.</returns>
    public static ProgressMeter? Start(EngineConnection connection, IProgress<double>? progress) => progress is null ? null : new(connection, progress);

    public void Dispose()
    {
        lock (_gate) _hasEnded = true; // under the lock: nobody asks the connection about its next statement
        _timer.Dispose();
        _connection.Execute("SET enable_progress_bar=false");
    }

    private void Read()
    {
        lock (_gate)
        {
            if (!_hasEnded && _connection.ReadProgress() is { } fraction) _progress.Report(fraction);
        }
    }
}
