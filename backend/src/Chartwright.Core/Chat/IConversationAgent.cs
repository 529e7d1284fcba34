using Chartwright.Core.Artifacts;
using Chartwright.Core.Ids;

namespace Chartwright.Core.Chat;

/// <summary>One question with what was said before it.</summary>
/// <param name="Model">Configured model name; null takes the default.</param>
/// <param name="History">Earlier turns, oldest first.</param>
/// <param name="Artifact">The chart the user is looking at, to be changed rather than replaced; null for a new one.</param>
public sealed record AgentRequest(
    ConversationId ConversationId, RunId RunId, string Message, string? Model, IReadOnlyList<AgentTurn> History, Artifact? Artifact);

/// <summary>An earlier turn as the model should remember it.</summary>
/// <param name="Answer">The assistant's markdown, code included.</param>
/// <param name="Queries">Statements that were run for it.</param>
public sealed record AgentTurn(string Question, string Answer, IReadOnlyList<ArtifactQuery> Queries);

/// <summary>Answers a question as a stream of events. Never throws for a failing model, statement or tool: those are events.</summary>
public interface IConversationAgent
{
    /// <summary>
    /// Yields everything between <see cref="RunEvent"/> (which the caller makes) and <see cref="DoneEvent"/> (which it yields last).
    /// Cancelling stops the model call and interrupts the engine, then yields <c>done</c> with <see cref="FinishReason.Cancelled"/>.
    /// </summary>
    IAsyncEnumerable<ChatEvent> RunAsync(AgentRequest request, CancellationToken cancellationToken);

    /// <summary>Names a request may ask for, default first.</summary>
    IReadOnlyList<string> Models { get; }
}
