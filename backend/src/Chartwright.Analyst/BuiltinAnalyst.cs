using System.Runtime.CompilerServices;
using Chartwright.Analyst.Dialog;
using Chartwright.Analyst.Schema;
using Chartwright.Core.Catalog;
using Microsoft.Extensions.AI;

namespace Chartwright.Analyst;

/// <summary>
/// A model that needs no key and no network: it parses the question over the catalog, asks for one <c>run_sql</c> call (or <c>submit_spark</c>, when the question wants a job), and writes the component from a template.
/// Deterministic: the same messages over the same data give the same answer. Thread-safe; keeps nothing between calls but the index of the catalog.
/// </summary>
/// <remarks>
/// Protocol: last message from the user → a sentence of what was understood and a <c>run_sql</c> call, or a question back with <see cref="Clarify"/>;
/// last message a tool result → the component and a sentence on the result, or another call with the next reading when the statement failed.
/// </remarks>
public sealed class BuiltinAnalyst : IChatClient
{
    /// <summary>The finish reason of an answer that asks back.</summary>
    public static ChatFinishReason Clarify { get; } = new("clarify");

    /// <summary>Key of <see cref="ChatOptions.AdditionalProperties"/> under which the host names the engine that runs jobs.</summary>
    public const string BatchEngineKey = "chartwright.batch_engine";

    private static readonly ChatClientMetadata Metadata = new("chartwright", null, "builtin");
    private readonly SchemaSource _source;
    private readonly TimeProvider _clock;

    public BuiltinAnalyst(ICatalog catalog, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(clock);
        _source = new(catalog);
        _clock = clock;
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var transcript = Transcript.Read(messages);
        var schema = await _source.GetAsync(cancellationToken);
        var understood = Conversation.Understand(schema, transcript.Earlier, transcript.Question, _clock.GetLocalNow().Date);
        var id = Guid.NewGuid().ToString("N");
        var (contents, reason) = Answer(schema, transcript, understood, BatchEngineOf(options));
        foreach (var content in contents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(ChatRole.Assistant, [content]) { MessageId = id, ResponseId = id, ModelId = "builtin" };
        }
        yield return new() { Role = ChatRole.Assistant, MessageId = id, ResponseId = id, ModelId = "builtin", FinishReason = reason };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        return serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() { }

    private static string BatchEngineOf(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(BatchEngineKey, out var engine) == true && engine is string name ? name : "duckdb";

    private static (List<AIContent> Contents, ChatFinishReason Reason) Answer(SchemaIndex schema, Transcript transcript, Understanding understood, string batchEngine)
    {
        if (understood.Asks) return ([new TextContent(ClarifyingAnswer.Write(schema, understood))], Clarify);
        var contents = new AnalystTurn(schema, transcript, understood, batchEngine).Next();
        return (contents, contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop);
    }
}
