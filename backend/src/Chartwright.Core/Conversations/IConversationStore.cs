using Chartwright.Core.Ids;
using Chartwright.Core.Paging;

namespace Chartwright.Core.Conversations;

/// <summary>Conversations and their messages. Thread-safe: every call opens its own unit of work.</summary>
public interface IConversationStore
{
    Task<ConversationSummary> CreateAsync(string title, CancellationToken cancellationToken);

    /// <summary>Most recently changed first.</summary>
    Task<Page<ConversationSummary>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    Task<Conversation?> FindAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>Appends a message and moves the conversation to the top of the list.</summary>
    /// <exception cref="Errors.ChartwrightException"><see cref="Errors.ErrorCode.NotFound"/>.</exception>
    Task AppendMessageAsync(ConversationId id, ConversationMessage message, CancellationToken cancellationToken);

    /// <returns>False when the conversation is unknown.</returns>
    Task<bool> RenameAsync(ConversationId id, string title, CancellationToken cancellationToken);

    /// <summary>Removes the conversation with its messages and runs; artifacts that a template names stay.</summary>
    /// <returns>False when the conversation is unknown.</returns>
    Task<bool> DeleteAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>Removes every conversation.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ClearAsync(CancellationToken cancellationToken);
}
