using System.Text;
using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Ids;

namespace Chartwright.Server.Runs;

/// <summary>Collects from a run's events the message that the conversation keeps. One writer.</summary>
internal sealed class AnswerRecorder
{
    private readonly StringBuilder _text = new();
    private ArtifactEvent? _artifact;

    public void Observe(ChatEvent item)
    {
        if (item is TextEvent text) _text.Append(text.Delta);
        else if (item is ArtifactEvent artifact) _artifact = artifact;
    }

    public ConversationMessage ToMessage(RunId run, FinishReason reason, DateTimeOffset now) =>
        new(NewId.Of<MessageId>(), MessageRole.Assistant, _text.ToString(), now, run, _artifact?.ArtifactId, _artifact?.Version, reason);
}
