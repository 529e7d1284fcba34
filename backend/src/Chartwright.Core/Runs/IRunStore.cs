using Chartwright.Core.Chat;
using Chartwright.Core.Ids;

namespace Chartwright.Core.Runs;

/// <summary>A run that has ended, or was running when the server stopped (<see cref="FinishReason"/> null).</summary>
/// <param name="Events">The run's events as JSON documents in order; ids are 1, 2, 3 …</param>
public sealed record StoredRun(
    RunId Id,
    ConversationId ConversationId,
    string Model,
    string Question,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    FinishReason? FinishReason,
    IReadOnlyList<string> Events);

public enum FeedbackRating { Up, Down }

/// <summary>The log of runs. Thread-safe: every call opens its own unit of work.</summary>
public interface IRunStore
{
    /// <summary>Inserts the run or replaces what is stored of it.</summary>
    Task SaveAsync(StoredRun run, CancellationToken cancellationToken);

    Task<StoredRun?> FindAsync(RunId id, CancellationToken cancellationToken);

    /// <returns>False when the run is unknown.</returns>
    Task<bool> SaveFeedbackAsync(RunId id, FeedbackRating rating, string? comment, CancellationToken cancellationToken);
}
