using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Chartwright.Testing;

/// <summary>One response of a <see cref="ScriptedChatClient"/>: what it streams, in order.</summary>
public sealed class ScriptedTurn
{
    internal List<Func<CancellationToken, Task<ChatResponseUpdate?>>> Steps { get; } = [];

    /// <summary>A turn that says something in pieces and stops.</summary>
    public static ScriptedTurn Say(params string[] pieces)
    {
        var turn = new ScriptedTurn();
        foreach (var piece in pieces)
            turn.Text(piece);
        return turn.Finish(ChatFinishReason.Stop);
    }

    public ScriptedTurn Text(string piece) => Add(new TextContent(piece));

    public ScriptedTurn Content(AIContent content) => Add(content);

    /// <param name="arguments">An object whose properties are the arguments.</param>
    public ScriptedTurn Call(string id, string tool, object arguments) =>
        Add(new FunctionCallContent(id, tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject()
            .ToDictionary(argument => argument.Name, argument => (object?)argument.Value.Clone())));

    /// <summary>A call whose arguments were no JSON, as the adapters report it.</summary>
    public ScriptedTurn BrokenCall(string id, string tool) =>
        Add(new FunctionCallContent(id, tool) { Exception = new JsonException("unexpected end") });

    public ScriptedTurn Usage(int inputTokens, int outputTokens) =>
        Add(new UsageContent(new() { InputTokenCount = inputTokens, OutputTokenCount = outputTokens, TotalTokenCount = inputTokens + outputTokens }));

    public ScriptedTurn Finish(ChatFinishReason reason)
    {
        Steps.Add(_ => Task.FromResult<ChatResponseUpdate?>(new() { Role = ChatRole.Assistant, FinishReason = reason }));
        return this;
    }

    public ScriptedTurn Fail(Exception error)
    {
        Steps.Add(_ => Task.FromException<ChatResponseUpdate?>(error));
        return this;
    }

    /// <summary>Waits for <paramref name="gate"/>, or for the caller to cancel.</summary>
    public ScriptedTurn Wait(Task gate)
    {
        Steps.Add(async cancellationToken =>
        {
            await gate.WaitAsync(cancellationToken);
            return null;
        });
        return this;
    }

    private ScriptedTurn Add(AIContent content)
    {
        Steps.Add(_ => Task.FromResult<ChatResponseUpdate?>(new() { Role = ChatRole.Assistant, Contents = [content] }));
        return this;
    }
}
