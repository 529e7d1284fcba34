namespace Chartwright.Storage.Entities;

internal sealed class ConversationEntity
{
    public Guid Id { get; set; }
    public required string Title { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public List<MessageEntity> Messages { get; } = [];
}

internal sealed class MessageEntity
{
    public Guid Id { get; set; }
    public Guid ConversationId { get; set; }

    /// <summary>1, 2, 3 … within the conversation.</summary>
    public int Position { get; set; }

    public required string Role { get; set; }
    public required string Content { get; set; }
    public DateTimeOffset Timestamp { get; set; }
    public Guid? RunId { get; set; }
    public Guid? ArtifactId { get; set; }
    public int? ArtifactVersion { get; set; }
    public string? FinishReason { get; set; }
}

internal sealed class RunEntity
{
    public Guid Id { get; set; }
    public Guid ConversationId { get; set; }
    public required string Model { get; set; }
    public required string Question { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? FinishReason { get; set; }

    /// <summary>One JSON document a line.</summary>
    public required string Events { get; set; }

    public string? Rating { get; set; }
    public string? Comment { get; set; }
}

internal sealed class ArtifactEntity
{
    public Guid Id { get; set; }
    public required string Title { get; set; }
    public Guid? ConversationId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public List<ArtifactVersionEntity> Versions { get; } = [];
}

internal sealed class ArtifactVersionEntity
{
    public Guid ArtifactId { get; set; }
    public int Number { get; set; }

    /// <summary>The version as wire JSON: its shape is the contract's, so no column is lost when that grows.</summary>
    public required string Document { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class TemplateEntity
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public string? Prompt { get; set; }
    public Guid ArtifactId { get; set; }

    /// <summary>The template's own copy of the artifact version, as wire JSON.</summary>
    public required string Document { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}
