using System.Text.Json.Serialization;
using Chartwright.Core.Runs;

namespace Chartwright.Server.Runs;

/// <summary>What the user thought of an answer.</summary>
/// <param name="Comment">At most 2,000 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FeedbackRequest(FeedbackRating Rating, string? Comment = null);
