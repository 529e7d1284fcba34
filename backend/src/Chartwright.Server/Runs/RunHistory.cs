using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Core.Runs;

namespace Chartwright.Server.Runs;

/// <summary>What a model should remember of a conversation: its last turns with the statements that were run.</summary>
internal sealed class RunHistory(IRunStore runs)
{
    private const int MaxTurns = 10;

    /// <returns>At most 10 turns, oldest first. A question that was never answered is left out.</returns>
    public async Task<IReadOnlyList<AgentTurn>> ListTurnsAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var turns = new List<AgentTurn>();
        for (var index = conversation.Messages.Count - 1; index > 0 && turns.Count < MaxTurns; index--)
        {
            if (conversation.Messages[index] is not { Role: MessageRole.Assistant } answer || conversation.Messages[index - 1] is not { Role: MessageRole.User } question) continue;
            turns.Add(new(question.Content, answer.Content, await ListQueriesAsync(answer.RunId, cancellationToken)));
        }
        turns.Reverse();
        return turns;
    }

    private async Task<IReadOnlyList<ArtifactQuery>> ListQueriesAsync(RunId? id, CancellationToken cancellationToken)
    {
        if (id is not { } run || await runs.FindAsync(run, cancellationToken) is not { } stored) return [];
        return [.. stored.Events
            .Where(json => StoredEvent.TypeOf(json) == "data")
            .Select(json => JsonSerializer.Deserialize<ChatEvent>(json, ChartwrightJson.Options))
            .OfType<DataEvent>()
            .Select(data => new ArtifactQuery(data.ResultName, data.Sql, data.Engine, data.Params, data.Columns, data.CacheKey))];
    }
}
