using System.Text.Json;
using System.Text.Json.Serialization;
using Chartwright.Core.Ids;

namespace Chartwright.Server.Templates;

/// <summary>Saves an artifact's version under a name.</summary>
/// <param name="Version">Absent: the latest.</param>
/// <param name="ParamValues">Absent: those of the version.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CreateTemplateRequest(
    string Name, ArtifactId ArtifactId, int? Version = null, IReadOnlyDictionary<string, JsonElement>? ParamValues = null);
