using System.Text.Json;
using System.Text.Json.Serialization;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Artifacts;

/// <summary>An artifact made without a chat.</summary>
/// <param name="Code">One TSX file with <c>export default function Viz({ data, params })</c>.</param>
/// <param name="Results">What the code reads: <c>main</c> is <c>data</c>, the others are <c>results.NAME</c>.</param>
/// <param name="Params">Values for declared params; absent names take their default.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateArtifactRequest(
    string Title, string Code, IReadOnlyList<ArtifactResultInput> Results, IReadOnlyDictionary<string, JsonElement>? Params = null);

/// <summary>Either rows with their columns, or a statement that is run now.</summary>
/// <param name="Rows"><c>[[…],…]</c> in column order.</param>
/// <param name="Params">Values bound to the statement's placeholders.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ArtifactResultInput(
    string Name, IReadOnlyList<ResultColumn>? Columns = null, IReadOnlyList<IReadOnlyList<JsonElement>>? Rows = null, string? Sql = null, QueryParams? Params = null);

/// <summary>What changes; what is absent is taken from the latest version.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AppendVersionRequest(
    string? Code = null, IReadOnlyDictionary<string, JsonElement>? ParamValues = null, IReadOnlyList<ArtifactResultInput>? Queries = null);
