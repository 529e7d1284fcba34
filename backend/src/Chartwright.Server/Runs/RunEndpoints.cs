using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Runs;
using Chartwright.Server.Problems;
using Chartwright.Server.Sse;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chartwright.Server.Runs;

internal static class RunEndpoints
{
    private const int MaxCommentChars = 2_000;

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/runs/{id:guid}").WithTags("Runs");
        group.MapGet("/events", FollowAsync).WithName("FollowRun");
        group.MapPost("/cancel", CancelAsync).WithName("CancelRun");
        group.MapPost("/feedback", RateAsync).WithName("RateRun");
    }

    /// <summary>The run's events after the last one that was received; goes on while the run does.</summary>
    private static async Task<SseResult> FollowAsync(
        Guid id, [FromHeader(Name = "Last-Event-ID")] string? lastEventIdHeader, string? lastEventId, RunRegistry registry, IRunStore runs, CancellationToken cancellationToken)
    {
        var after = ParseId(lastEventIdHeader ?? lastEventId);
        if (registry.TryFind(new(id), out var run)) return new(run.Log, after);
        return await runs.FindAsync(new(id), cancellationToken) is { } stored
            ? new(StoredRunLog.Open(stored), after)
            : throw Refuse.NotFound("run");
    }

    /// <summary>Stops the model call and the statement. The stream ends with <c>done {cancelled}</c> when they have stopped.</summary>
    private static async Task<Accepted> CancelAsync(Guid id, RunRegistry registry, IRunStore runs, CancellationToken cancellationToken)
    {
        if (registry.TryFind(new(id), out var run)) run.Cancel();
        else if (await runs.FindAsync(new(id), cancellationToken) is null) throw Refuse.NotFound("run");
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> RateAsync(Guid id, FeedbackRequest body, IRunStore runs, CancellationToken cancellationToken)
    {
        if (body.Comment?.Length > MaxCommentChars) throw Refuse.Invalid($"\"comment\" is longer than {MaxCommentChars} characters.");
        return await runs.SaveFeedbackAsync(new(id), body.Rating, body.Comment, cancellationToken)
            ? TypedResults.NoContent()
            : throw Refuse.NotFound("run");
    }

    private static int ParseId(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new ChartwrightException(ErrorCode.InvalidRequest, "Last-Event-ID must be a number.");
    }
}
