using System.Text.Json;
using Chartwright.Core.Ids;
using Chartwright.Core.Queries;

namespace Chartwright.Core.Artifacts;

/// <summary>A chart with its history. Versions are append-only.</summary>
public sealed record Artifact(
    ArtifactId Id, string Title, ConversationId? ConversationId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ArtifactVersion Latest, int VersionCount);

/// <summary>One state of an artifact: code, the queries it reads, and its param values.</summary>
public sealed record ArtifactVersion
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>One TSX file with <c>export default function Viz({ data, params })</c>.</summary>
    public required string Code { get; init; }

    public required IReadOnlyList<ArtifactQuery> Queries { get; init; }

    public IReadOnlyDictionary<string, ParamDefinition> Params { get; init; } = new Dictionary<string, ParamDefinition>();

    /// <summary>Values set by the user; absent names take the declared default.</summary>
    public IReadOnlyDictionary<string, JsonElement> ParamValues { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The question it answers.</summary>
    public string? Prompt { get; init; }

    /// <summary>What was understood, as one sentence.</summary>
    public string? Understanding { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A named result of an artifact: <c>main</c> is <c>data</c>, the others are <c>results.NAME</c>.</summary>
/// <param name="Sql">Null for rows that were given with the artifact and have no statement.</param>
/// <param name="Params">Values bound when it ran.</param>
/// <param name="Columns">The data contract: what the code was written for.</param>
/// <param name="CacheKey">Result of its last run.</param>
public sealed record ArtifactQuery(
    string Name, string? Sql, string Engine, QueryParams Params, IReadOnlyList<ResultColumn> Columns, string? CacheKey)
{
    /// <summary>Rows of a query without SQL, <c>[[…],…]</c>.</summary>
    public Json.RawJson? InlineRows { get; init; }
}
