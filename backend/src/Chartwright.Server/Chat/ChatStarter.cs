using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Server.Problems;
using Chartwright.Server.Runs;

namespace Chartwright.Server.Chat;

/// <summary>Checks a question, keeps it, and starts its run. Everything that can be refused is refused here, before the stream.</summary>
internal sealed class ChatStarter(
    IConversationAgent agent, IConversationStore conversations, IArtifactStore artifacts, RunHistory history, RunRegistry registry, TimeProvider clock)
{
    public const int MaxMessageChars = 32_000;
    private const int TitleChars = 80;

    /// <exception cref="ChartwrightException">The message, model, conversation or artifact is not usable, or the conversation is answering already.</exception>
    public async Task<Run> StartAsync(ChatRequest body, CancellationToken cancellationToken)
    {
        var message = CheckMessage(body.Message);
        var model = CheckModel(body.Model);
        var artifact = body.ArtifactId is { } artifactId
            ? await artifacts.FindAsync(artifactId, cancellationToken) ?? throw Refuse.NotFound("artifact")
            : null;
        registry.CheckCapacity(); // before a conversation is made for nothing

        var id = body.ConversationId ?? (await conversations.CreateAsync(Title(message), cancellationToken)).Id;
        using var place = registry.Reserve(id);
        var turns = body.ConversationId is null ? [] : await ListTurnsAsync(id, cancellationToken);
        await conversations.AppendMessageAsync(id, new(NewId.Of<MessageId>(), MessageRole.User, message, clock.GetUtcNow(), place.RunId), cancellationToken);
        return place.Start(new AgentRequest(id, place.RunId, message, body.Model, turns, artifact), model);
    }

    private async Task<IReadOnlyList<AgentTurn>> ListTurnsAsync(ConversationId id, CancellationToken cancellationToken) =>
        await history.ListTurnsAsync(await conversations.FindAsync(id, cancellationToken) ?? throw Refuse.NotFound("conversation"), cancellationToken);

    private static string CheckMessage(string? message)
    {
        if (string.IsNullOrWhiteSpace(message)) throw new ChartwrightException(ErrorCode.MessageEmpty, "The message is empty. Write a question.");
        return message.Length <= MaxMessageChars
            ? message
            : throw new ChartwrightException(ErrorCode.MessageTooLong, $"The message has {message.Length:N0} characters; {MaxMessageChars:N0} are allowed. Load data as a file instead of pasting it.");
    }

    private string CheckModel(string? model)
    {
        if (model is null) return agent.Models[0];
        return agent.Models.Contains(model, StringComparer.Ordinal)
            ? model
            : throw new ChartwrightException(ErrorCode.UnknownModel, "There is no such model. See the settings for those that are configured.")
            {
                Details = new Dictionary<string, object?> { ["models"] = agent.Models },
            };
    }

    /// <summary>The first words of the question, cut between words.</summary>
    private static string Title(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= TitleChars) return line;
        var cut = line.LastIndexOf(' ', TitleChars - 1);
        var end = cut > TitleChars / 2 ? cut : TitleChars - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end] + "…";
    }
}
