using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartwright.Agent.Markdown;
using Chartwright.Agent.Models;
using Chartwright.Agent.Prompts;
using Chartwright.Agent.Tools;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Json;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Running;

/// <summary>What the model is told when a run begins: rules, earlier turns, the chart on screen, the question last.</summary>
internal static class RunMessages
{
    public static List<ChatMessage> Write(AgentRequest request, ModelEntry model, CatalogSnapshot snapshot, string batchEngine, int maxHistoryTurns, DateTimeOffset now)
    {
        var messages = new List<ChatMessage>();
        if (!model.IsBuiltin)
            messages.Add(new(ChatRole.System, SystemPrompt.Write(snapshot, model.Privacy, model.CallsTools, batchEngine)));
        var turns = request.History.TakeLast(maxHistoryTurns).ToList();
        for (var index = 0; index < turns.Count; index++)
            AddTurn(messages, turns[index], $"earlier_{index + 1}", keepsCode: index == turns.Count - 1 && request.Artifact is null);
        messages.Add(WriteQuestion(request, model, now));
        return messages;
    }

    /// <summary>What the model is told when its component cannot be used.</summary>
    public static ChatMessage WriteRepair(IReadOnlyList<string> problems) => new(ChatRole.User,
        "The component cannot be shown:\n" + string.Concat(problems.Select(problem => $"- {problem}\n")) + "Write the whole corrected component again in one ```tsx block, without other text.");

    private static void AddTurn(List<ChatMessage> messages, AgentTurn turn, string callId, bool keepsCode)
    {
        messages.Add(new(ChatRole.User, turn.Question));
        var queries = turn.Queries.Where(query => query.Sql is not null).ToList();
        if (queries.Count > 0)
        {
            messages.Add(new(ChatRole.Assistant, [.. queries.Select((query, index) => new FunctionCallContent($"{callId}_{index + 1}", RunSqlTool.Name, ToArguments(query)))]));
            messages.Add(new(ChatRole.Tool, [.. queries.Select((query, index) => new FunctionResultContent($"{callId}_{index + 1}", DescribeEarlier(query)))]));
        }
        messages.Add(new(ChatRole.Assistant, keepsCode ? turn.Answer : LeaveOutCode(turn.Answer)));
    }

    private static Dictionary<string, object?> ToArguments(ArtifactQuery query)
    {
        var arguments = new Dictionary<string, object?> { ["query"] = query.Sql, ["name"] = query.Name };
        if (query.Params.Count > 0)
            arguments["params"] = JsonSerializer.SerializeToElement(query.Params, ChartwrightJson.Options);
        return arguments;
    }

    private static string DescribeEarlier(ArtifactQuery query) => ToolJson.Write(json =>
    {
        CatalogTools.WriteStrings(json, "columns", query.Columns.Select(column => column.Name));
        json.WriteString("note", "Result of an earlier turn. Run it again before you say anything about its values.");
    });

    private static string LeaveOutCode(string answer)
    {
        var text = answer;
        foreach (var block in FenceExtractor.Extract(answer).Where(block => block.IsComponent && block.Code.Length > 0))
            text = text.Replace(block.Code, "// left out", StringComparison.Ordinal);
        return text.Length > 0 ? text : "(no answer)";
    }

    /// <summary>The question is the last content of the message, as the user wrote it.</summary>
    private static ChatMessage WriteQuestion(AgentRequest request, ModelEntry model, DateTimeOffset now)
    {
        var message = new ChatMessage { Role = ChatRole.User };
        if (!model.IsBuiltin && DescribeContext(request, now) is { Length: > 0 } context)
            message.Contents.Add(new TextContent(context));
        message.Contents.Add(new TextContent(request.Message));
        return message;
    }

    private static string DescribeContext(AgentRequest request, DateTimeOffset now)
    {
        var text = new StringBuilder();
        if (request.Artifact is { Latest: var version } artifact)
        {
            text.Append(CultureInfo.InvariantCulture, $"The chart on screen is \"{artifact.Title}\". Unless the question below is about something else, change it: write the whole component again. Its results are still there under their names; run SQL again only if the change needs other data.\n");
            foreach (var query in version.Queries)
            {
                var columns = string.Join(", ", query.Columns.Select(column => $"{column.Name} {column.Type}"));
                text.Append(CultureInfo.InvariantCulture, $"Result {query.Name} ({columns}){(query.Sql is null ? "" : " of:\n" + query.Sql)}\n");
            }
            if (version.ParamValues.Count > 0)
                text.Append("Set by the user: ").Append(JsonSerializer.Serialize(version.ParamValues, ChartwrightJson.Options)).Append('\n');
            text.Append("````tsx\n").Append(version.Code).Append("\n````\n\n");
        }
        if (RelativeDates.IsIn(request.Message))
            text.Append(CultureInfo.InvariantCulture, $"Today is {now:yyyy-MM-dd}, a {now:dddd}. The data may end earlier: check its range.\n\n");
        if (text.Length > 0)
            text.Append("The question:\n");
        return text.ToString();
    }
}
