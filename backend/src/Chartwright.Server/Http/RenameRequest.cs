using System.Text.Json.Serialization;

namespace Chartwright.Server.Http;

/// <summary>A new title, 1 to 200 characters.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RetitleRequest(string Title);

/// <summary>A new name, 1 to 200 characters.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RenameRequest(string Name);
