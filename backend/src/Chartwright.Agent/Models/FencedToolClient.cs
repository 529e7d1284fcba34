using System.Runtime.CompilerServices;
using Chartwright.Agent.Tools;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Models;

/// <summary>Lets a model that cannot call tools query data: an <c>```sql</c> block it writes becomes a call of run_sql, and the result a message.</summary>
internal sealed class FencedToolClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var mayCall = options?.Tools?.Any(tool => tool.Name == RunSqlTool.Name) == true && options.ToolMode is not NoneChatToolMode;
        var request = options?.Clone() ?? new ChatOptions();
        (request.Tools, request.ToolMode, request.AllowMultipleToolCalls) = (null, null, null);
        var told = messages.Select(ToText).ToList();
        var splitter = new FencedCallSplitter();

        ChatFinishReason? finishReason = null;
        await foreach (var update in base.GetStreamingResponseAsync(told, request, cancellationToken))
        {
            if (!mayCall)
            {
                yield return update;
                continue;
            }
            finishReason = update.FinishReason ?? finishReason;
            yield return Split(update, splitter);
            if (splitter.Sql is not null)
                break; // one block a reply: what follows was written without the result
        }
        if (!mayCall)
            yield break;
        if (splitter.Complete() is { Length: > 0 } rest)
            yield return new(ChatRole.Assistant, rest);
        yield return splitter.Sql is { } sql && finishReason != ChatFinishReason.Length ? Call(sql) : new() { Role = ChatRole.Assistant, FinishReason = finishReason };
    }

    private static ChatResponseUpdate Split(ChatResponseUpdate update, FencedCallSplitter splitter)
    {
        var contents = new List<AIContent>();
        foreach (var content in update.Contents)
        {
            if (content is not TextContent text)
                contents.Add(content);
            else if (splitter.Append(text.Text) is { Length: > 0 } visible)
                contents.Add(new TextContent(visible));
        }
        return new() { Role = update.Role, MessageId = update.MessageId, ResponseId = update.ResponseId, Contents = contents };
    }

    private static ChatResponseUpdate Call(string sql) => new()
    {
        Role = ChatRole.Assistant,
        FinishReason = ChatFinishReason.ToolCalls,
        Contents = [new FunctionCallContent(Guid.CreateVersion7().ToString("N"), RunSqlTool.Name, new Dictionary<string, object?> { ["query"] = sql })],
    };

    private static ChatMessage ToText(ChatMessage message)
    {
        if (message.Contents.All(content => content is not (FunctionCallContent or FunctionResultContent)))
            return message;
        var parts = message.Contents.Select(content => content switch
        {
            FunctionCallContent call => $"```sql\n{(call.Arguments?.TryGetValue("query", out var sql) == true ? sql : null)}\n```",
            FunctionResultContent result => $"Result of the SQL:\n{result.Result}",
            TextContent text => text.Text,
            _ => "",
        });
        return new(message.Role == ChatRole.Tool ? ChatRole.User : message.Role, string.Join('\n', parts.Where(part => part.Length > 0)));
    }
}
