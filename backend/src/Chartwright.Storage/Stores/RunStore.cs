using Chartwright.Core.Chat;
using Chartwright.Core.Ids;
using Chartwright.Core.Runs;
using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

internal sealed class RunStore(IDbContextSource source) : IRunStore
{
    public async Task SaveAsync(StoredRun run, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var entity = await db.Runs.SingleOrDefaultAsync(r => r.Id == run.Id.Value, cancellationToken);
        if (entity is null)
        {
            entity = new RunEntity { Id = run.Id.Value, Model = run.Model, Question = run.Question, Events = "" };
            db.Runs.Add(entity);
        }
        entity.ConversationId = run.ConversationId.Value;
        entity.Model = run.Model;
        entity.Question = run.Question;
        entity.StartedAt = run.StartedAt;
        entity.FinishedAt = run.FinishedAt;
        entity.FinishReason = run.FinishReason is { } reason ? StoredJson.Name(reason) : null;
        entity.Events = string.Join('\n', run.Events); // JSON documents hold no raw line feed
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<StoredRun?> FindAsync(RunId id, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var entity = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id.Value, cancellationToken);
        return entity is null ? null : new(
            new(entity.Id),
            new(entity.ConversationId),
            entity.Model,
            entity.Question,
            entity.StartedAt,
            entity.FinishedAt,
            entity.FinishReason is { } reason ? StoredJson.Parse<FinishReason>(reason) : null,
            entity.Events.Length == 0 ? [] : entity.Events.Split('\n'));
    }

    public async Task<bool> SaveFeedbackAsync(RunId id, FeedbackRating rating, string? comment, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var name = StoredJson.Name(rating);
        return await db.Runs.Where(r => r.Id == id.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Rating, name).SetProperty(r => r.Comment, comment), cancellationToken) > 0;
    }
}
