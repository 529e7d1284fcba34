using Chartwright.Core.Chat;

namespace Chartwright.Agent.Running;

/// <summary>
/// Tells the user how far one tool call is: at once when its words change in kind, else once a second, and every five seconds once it has run for a minute. Thread-safe.
/// </summary>
internal sealed class ToolProgress(RunEvents events, ToolEvent started, TimeProvider clock)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1), Seldom = TimeSpan.FromSeconds(5), Long = TimeSpan.FromMinutes(1), Quiet = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly long _startedAt = clock.GetTimestamp();
    private long _toldAt = clock.GetTimestamp();
    private (double? Fraction, string Message) _told = (null, "");

    /// <param name="fraction">0 to 1, or null where nobody knows.</param>
    public void Report(double? fraction, string message)
    {
        lock (_lock)
        {
            if (_told == (fraction, message)) return;
            var interval = clock.GetElapsedTime(_startedAt) > Long ? Seldom : Often;
            if (FirstWord(message) == FirstWord(_told.Message) && clock.GetElapsedTime(_toldAt) < interval) return;
            _told = (fraction, message);
            Tell();
        }
    }

    /// <summary>Until it is disposed, tells the same again where nothing else was told for a quarter of a minute: who follows the run later knows how long it has taken.</summary>
    public IAsyncDisposable KeepTime() => clock.CreateTimer(_ => Repeat(), state: null, Quiet, Quiet);

    private void Repeat()
    {
        lock (_lock)
        {
            if (_told.Message.Length > 0 && clock.GetElapsedTime(_toldAt) >= Quiet) Tell();
        }
    }

    private void Tell()
    {
        _toldAt = clock.GetTimestamp();
        events.Emit(started with { State = ToolState.Progress, Progress = _told.Fraction, ElapsedMs = (long)clock.GetElapsedTime(_startedAt).TotalMilliseconds, Message = _told.Message });
    }

    private static string FirstWord(string message) => message.Split(' ', 2)[0];
}
