using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Runs;
using Chartwright.Server.Sse;

namespace Chartwright.Server.Runs;

/// <summary>The stream of a run that is no longer in memory.</summary>
internal static class StoredRunLog
{
    /// <summary>A complete log: what was stored and, when the server stopped in the middle of the run, an error and <c>done</c>.</summary>
    public static EventLog Open(StoredRun run)
    {
        var log = new EventLog();
        foreach (var json in run.Events)
        {
            if (StoredEvent.TypeOf(json) is { } type) log.Append(id => SseFrame.Write(id, type, json), isLast: type == "done");
        }
        log.Append(id => SseFrame.Write(id, new ErrorEvent("The server stopped while it was answering. Ask again.", "thinking", ErrorCode.Internal, Retryable: true)));
        log.Append(id => SseFrame.Write(id, new DoneEvent(FinishReason.Error, TokenUsage.Zero)), isLast: true);
        return log;
    }
}
