using Chartwright.Core.Chat;

namespace Chartwright.Agent.Running;

/// <summary>Tells the user how far one tool call is: at once when its words change in kind, else once a second, and every five seconds once it has run for a minute.</summary>
internal sealed class ToolProgress(RunEvents events, ToolEvent started, TimeProvider clock)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1), Seldom = TimeSpan.FromSeconds(5), Long = TimeSpan.FromMinutes(1);

    private readonly long _startedAt = clock.GetTimestamp();
    private long _toldAt;
    private (double? Fraction, string Message) _told = (null, "");

    /// <param name="fraction">0 to 1, or null where nobody knows.</param>
    public void Report(double? fraction, string message)
    {
        if (_told == (fraction, message)) return;
        var interval = clock.GetElapsedTime(_startedAt) > Long ? Seldom : Often;
        if (FirstWord(message) == FirstWord(_told.Message) && clock.GetElapsedTime(_toldAt) < interval) return;
        (_told, _toldAt) = ((fraction, message), clock.GetTimestamp());
        events.Emit(started with { State = ToolState.Progress, Progress = fraction, ElapsedMs = (long)clock.GetElapsedTime(_startedAt).TotalMilliseconds, Message = message });
    }

    private static string FirstWord(string message) => message.Split(' ', 2)[0];
}
