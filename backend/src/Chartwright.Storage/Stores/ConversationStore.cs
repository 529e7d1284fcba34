using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Paging;
using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

internal sealed class ConversationStore(IDbContextSource source, TimeProvider clock) : IConversationStore
{
    public async Task<ConversationSummary> CreateAsync(string title, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var now = clock.GetUtcNow();
        var entity = new ConversationEntity { Id = NewId.Of<ConversationId>().Value, Title = StoreTitle.Fit(title), CreatedAt = now, UpdatedAt = now };
        db.Conversations.Add(entity);
        await db.SaveChangesAsync(cancellationToken);
        return Summary(entity);
    }

    public async Task<Page<ConversationSummary>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var query = db.Conversations.AsNoTracking();
        if (page.Cursor is { } text)
        {
            var cursor = PageCursor.Parse(text);
            query = query.Where(c => c.UpdatedAt < cursor.UpdatedAt || (c.UpdatedAt == cursor.UpdatedAt && c.Id.CompareTo(cursor.Id) < 0));
        }
        var rows = await query.OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id)
            .Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Paged.Of(rows, page.Limit, Summary, row => new PageCursor(row.UpdatedAt, row.Id));
    }

    public async Task<Conversation?> FindAsync(ConversationId id, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var entity = await db.Conversations.AsNoTracking()
            .Include(c => c.Messages.OrderBy(message => message.Position))
            .SingleOrDefaultAsync(c => c.Id == id.Value, cancellationToken);
        return entity is null ? null : new(Summary(entity), [.. entity.Messages.Select(Message)]);
    }

    public async Task AppendMessageAsync(ConversationId id, ConversationMessage message, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == id.Value, cancellationToken)
            ?? throw new ChartwrightException(ErrorCode.NotFound, "This conversation no longer exists.");
        var last = await db.Messages.Where(m => m.ConversationId == id.Value).MaxAsync(m => (int?)m.Position, cancellationToken) ?? 0;
        conversation.UpdatedAt = clock.GetUtcNow();
        db.Messages.Add(new MessageEntity
        {
            Id = message.Id.Value,
            ConversationId = id.Value,
            Position = last + 1,
            Role = StoredJson.Name(message.Role),
            Content = message.Content,
            Timestamp = message.Timestamp,
            RunId = message.RunId?.Value,
            ArtifactId = message.ArtifactId?.Value,
            ArtifactVersion = message.ArtifactVersion,
            FinishReason = message.FinishReason is { } reason ? StoredJson.Name(reason) : null,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<bool> RenameAsync(ConversationId id, string title, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var fitted = StoreTitle.Fit(title);
        return await db.Conversations.Where(c => c.Id == id.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, fitted), cancellationToken) > 0;
    }

    public async Task<bool> DeleteAsync(ConversationId id, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        await DeleteArtifactsAsync(db, db.Artifacts.Where(a => a.ConversationId == id.Value), cancellationToken);
        return await db.Conversations.Where(c => c.Id == id.Value).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        await DeleteArtifactsAsync(db, db.Artifacts.Where(a => a.ConversationId != null), cancellationToken);
        return await db.Conversations.ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<int> DeleteArtifactsAsync(AppDbContext db, IQueryable<ArtifactEntity> artifacts, CancellationToken cancellationToken) =>
        artifacts.Where(a => !db.Templates.Any(template => template.ArtifactId == a.Id)).ExecuteDeleteAsync(cancellationToken);

    private static ConversationSummary Summary(ConversationEntity entity) =>
        new(new(entity.Id), entity.Title, entity.CreatedAt, entity.UpdatedAt);

    private static ConversationMessage Message(MessageEntity entity) => new(
        new(entity.Id),
        StoredJson.Parse<MessageRole>(entity.Role),
        entity.Content,
        entity.Timestamp,
        entity.RunId is { } run ? new RunId(run) : null,
        entity.ArtifactId is { } artifact ? new ArtifactId(artifact) : null,
        entity.ArtifactVersion,
        entity.FinishReason is { } reason ? StoredJson.Parse<FinishReason>(reason) : null);
}
