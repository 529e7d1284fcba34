using System.Text.Json;
using System.Text.Json.Serialization;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Core.Chat;

/// <summary>One event of a run. On the wire a tagged union: <c>type</c> repeats the SSE event name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RunEvent), "run")]
[JsonDerivedType(typeof(StageEvent), "stage")]
[JsonDerivedType(typeof(TextEvent), "text")]
[JsonDerivedType(typeof(ToolEvent), "tool")]
[JsonDerivedType(typeof(DataEvent), "data")]
[JsonDerivedType(typeof(ArtifactEvent), "artifact")]
[JsonDerivedType(typeof(ErrorEvent), "error")]
[JsonDerivedType(typeof(DoneEvent), "done")]
public abstract record ChatEvent
{
    /// <summary>The SSE event name.</summary>
    [JsonIgnore]
    public abstract string Name { get; }
}

/// <summary>First event of every run.</summary>
public sealed record RunEvent(RunId RunId, ConversationId ConversationId, string Model) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "run";
}

public enum ChatStage { Thinking, Querying, Submitting, Generating, Repairing }

/// <summary>What the agent is doing now; <paramref name="Label"/> is for the user.</summary>
public sealed record StageEvent(ChatStage Stage, string Label) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "stage";
}

/// <summary>A piece of the answer's markdown, code fences included, in order.</summary>
public sealed record TextEvent(string Delta) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "text";
}

public enum ToolState { Started, Progress, Finished, Failed, Cancelled }

/// <summary>A tool call changing state.</summary>
/// <param name="Tool">Name of the tool; <c>name</c> on the wire.</param>
/// <param name="Arguments">As the model gave them; set on every state.</param>
/// <param name="Progress">0 to 1 where known.</param>
/// <param name="Message">Outcome in words: row count, or why it failed.</param>
public sealed record ToolEvent(
    string CallId,
    [property: JsonPropertyName("name")] string Tool,
    JsonElement Arguments,
    ToolState State,
    double? Progress = null,
    long? ElapsedMs = null,
    string? Message = null) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "tool";
}

/// <summary>A result the artifact can read.</summary>
/// <param name="ResultName"><c>main</c> is <c>data</c>; <c>name</c> on the wire.</param>
/// <param name="Rows"><c>[[…],…]</c> in column order, or null when only <paramref name="DataUrl"/> carries them.</param>
/// <param name="Bytes">Of the files, where a job has written them.</param>
public sealed record DataEvent(
    [property: JsonPropertyName("name")] string ResultName,
    string CacheKey,
    IReadOnlyList<ResultColumn> Columns,
    RawJson? Rows,
    long RowCount,
    bool Truncated,
    string? DataUrl,
    string Format,
    DateTimeOffset FetchedAt,
    string DataVersion,
    string Sql,
    QueryParams Params,
    string Engine,
    double ElapsedMs,
    long? Bytes = null) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "data";
}

/// <summary>A complete component, stored as a version.</summary>
/// <param name="Understanding">What was understood, as one sentence, for the line under the chart.</param>
public sealed record ArtifactEvent(
    ArtifactId ArtifactId,
    int Version,
    string Title,
    string Code,
    IReadOnlyDictionary<string, ParamDefinition> Params,
    string? Understanding = null) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "artifact";
}

/// <summary>A failure after the stream began. A run may go on after it; only <c>done</c> ends a run.</summary>
public sealed record ErrorEvent(
    string Message, string Stage, ErrorCode Code, bool Retryable, IReadOnlyDictionary<string, object?>? Details = null) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "error";
}

public enum FinishReason { Stop, Error, Cancelled, Limit, Clarify }

/// <summary>Last event of every run.</summary>
public sealed record DoneEvent(FinishReason FinishReason, TokenUsage Usage) : ChatEvent
{
    [JsonIgnore]
    public override string Name => "done";
}

public sealed record TokenUsage(long InputTokens, long OutputTokens)
{
    public static TokenUsage Zero { get; } = new(0, 0);
}
