using System.Text.Json.Serialization;
using Chartwright.Core.Ids;

namespace Chartwright.Server.Chat;

/// <summary>A question.</summary>
/// <param name="Message">1 to 32,000 characters.</param>
/// <param name="ConversationId">Absent: a new conversation is made.</param>
/// <param name="ArtifactId">The chart to be changed; absent for a new one.</param>
/// <param name="Model">A name of <c>GET /api/config</c>; absent: the default.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatRequest(string Message, ConversationId? ConversationId = null, ArtifactId? ArtifactId = null, string? Model = null);
