using System.Text.Json.Serialization;

namespace Chartwright.Core.Ids;

/// <summary>One conversation of one workspace. On the wire a UUID string.</summary>
[JsonConverter(typeof(IdJsonConverter<ConversationId>))]
public readonly record struct ConversationId(Guid Value) : IId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>One turn of the agent: a question and everything streamed in answer to it.</summary>
[JsonConverter(typeof(IdJsonConverter<RunId>))]
public readonly record struct RunId(Guid Value) : IId<RunId>
{
    public static RunId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>An artifact; its versions are numbered 1, 2, 3 … and append-only.</summary>
[JsonConverter(typeof(IdJsonConverter<ArtifactId>))]
public readonly record struct ArtifactId(Guid Value) : IId<ArtifactId>
{
    public static ArtifactId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A named artifact version that can be run again on today's data.</summary>
[JsonConverter(typeof(IdJsonConverter<TemplateId>))]
public readonly record struct TemplateId(Guid Value) : IId<TemplateId>
{
    public static TemplateId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>One stored message of a conversation.</summary>
[JsonConverter(typeof(IdJsonConverter<MessageId>))]
public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    public static MessageId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>One batch job; its attempts share it.</summary>
[JsonConverter(typeof(IdJsonConverter<JobId>))]
public readonly record struct JobId(Guid Value) : IId<JobId>
{
    public static JobId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
