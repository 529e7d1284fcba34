using Chartwright.Core.Chat;
using Chartwright.Core.Ids;

namespace Chartwright.Core.Conversations;

public enum MessageRole { User, Assistant }

/// <summary>A conversation as it stands in the list.</summary>
public sealed record ConversationSummary(ConversationId Id, string Title, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="Messages">Oldest first.</param>
public sealed record Conversation(ConversationSummary Summary, IReadOnlyList<ConversationMessage> Messages);

/// <summary>One message. An assistant's message names the run that made it and the artifact version it ended with.</summary>
public sealed record ConversationMessage(
    MessageId Id,
    MessageRole Role,
    string Content,
    DateTimeOffset Timestamp,
    RunId? RunId = null,
    ArtifactId? ArtifactId = null,
    int? ArtifactVersion = null,
    FinishReason? FinishReason = null);
