using Chartwright.Core.Conversations;
using Chartwright.Core.Ids;

namespace Chartwright.Server.Conversations;

/// <summary>A conversation with its messages, oldest first.</summary>
/// <param name="ActiveRunId">The run that is answering now; follow its events.</param>
public sealed record ConversationResponse(
    ConversationId Id, string Title, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, RunId? ActiveRunId, IReadOnlyList<ConversationMessage> Messages);
