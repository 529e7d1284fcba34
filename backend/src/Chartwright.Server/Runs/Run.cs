using Chartwright.Core.Chat;
using Chartwright.Core.Ids;
using Chartwright.Core.Runs;
using Chartwright.Server.Sse;

namespace Chartwright.Server.Runs;

/// <summary>One question being answered, or answered a short while ago. Lives in the server; readers come and go.</summary>
/// <remarks>Thread-safe. Events come from one writer; cancelling and reading may happen from any thread.</remarks>
internal sealed class Run(RunId id, ConversationId conversationId, string model, string question, DateTimeOffset startedAt) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string?> _stored = []; // null: the frame's own JSON is what is stored
    private readonly Lock _gate = new();
    private DoneEvent? _done;

    public RunId Id => id;
    public ConversationId ConversationId => conversationId;
    public string Model => model;
    public string Question => question;
    public EventLog Log { get; } = new();
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Completes after <c>done</c> was sent and the run was saved.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public bool IsFinished
    {
        get { lock (_gate) return _done is not null; }
    }

    /// <summary>Asks model, tools and engine to stop. The run ends when they agree.</summary>
    public void Cancel()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it left memory a moment ago: nothing is running
        }
    }

    /// <summary>Sends an event to every reader; after <c>done</c> nothing is sent any more.</summary>
    public void Append(ChatEvent item)
    {
        lock (_gate)
        {
            if (_done is not null) return;
            _done = item as DoneEvent;
            Log.Append(number => SseFrame.Write(number, item), isLast: _done is not null);
            _stored.Add(StoredEvent.Replace(item));
        }
    }

    /// <summary>The run as it is stored: rows stay behind, results are named by their cache key.</summary>
    /// <param name="finishedAt">Null while it runs.</param>
    /// <param name="finishReason">Null while it runs.</param>
    /// <param name="last">The event that is about to be sent, when it is not in the log yet.</param>
    public StoredRun ToStored(DateTimeOffset? finishedAt = null, FinishReason? finishReason = null, ChatEvent? last = null)
    {
        var frames = new List<byte[]>();
        var events = new List<string>();
        lock (_gate)
        {
            Log.Read(0, frames);
            for (var index = 0; index < frames.Count; index++) events.Add(_stored[index] ?? StoredEvent.JsonOf(frames[index]));
        }
        if (last is not null) events.Add(StoredEvent.JsonOf(SseFrame.Write(events.Count + 1, last)));
        return new(id, conversationId, model, question, startedAt, finishedAt, finishReason, events);
    }

    public void Dispose() => _stop.Dispose();
}
