using Chartwright.Core.Artifacts;
using Chartwright.Core.Ids;
using Chartwright.Core.Paging;
using Chartwright.Core.Templates;
using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

internal sealed class TemplateStore(IDbContextSource source, TimeProvider clock) : ITemplateStore
{
    public async Task<Template> CreateAsync(
        string name, ArtifactId artifactId, ArtifactVersion version, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var now = clock.GetUtcNow();
        var entity = new TemplateEntity
        {
            Id = NewId.Of<TemplateId>().Value,
            Name = StoreTitle.Fit(name),
            Prompt = version.Prompt,
            ArtifactId = artifactId.Value,
            Document = StoredJson.Write(version),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Templates.Add(entity);
        await db.SaveChangesAsync(cancellationToken);
        return new(Summary(entity), version);
    }

    public async Task<Page<TemplateSummary>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var query = db.Templates.AsNoTracking();
        if (page.Cursor is { } text)
        {
            var cursor = PageCursor.Parse(text);
            query = query.Where(t => t.UpdatedAt < cursor.UpdatedAt || (t.UpdatedAt == cursor.UpdatedAt && t.Id.CompareTo(cursor.Id) < 0));
        }
        var rows = await query.OrderByDescending(t => t.UpdatedAt).ThenByDescending(t => t.Id)
            .Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Paged.Of(rows, page.Limit, Summary, row => new PageCursor(row.UpdatedAt, row.Id));
    }

    public async Task<IReadOnlyList<Template>> ListHoldingAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var pattern = StoredJson.Holding(text);
        await using var db = await source.OpenAsync(cancellationToken);
        var rows = await db.Templates.AsNoTracking().Where(t => EF.Functions.Like(t.Document.ToLower(), pattern, "\\"))
            .OrderByDescending(t => t.UpdatedAt).ThenByDescending(t => t.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Model)];
    }

    public async Task<Template?> FindAsync(TemplateId id, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var entity = await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id.Value, cancellationToken);
        return entity is null ? null : Model(entity);
    }

    public async Task<bool> RenameAsync(TemplateId id, string name, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var (fitted, now) = (StoreTitle.Fit(name), clock.GetUtcNow());
        return await db.Templates.Where(t => t.Id == id.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, fitted).SetProperty(t => t.UpdatedAt, now), cancellationToken) > 0;
    }

    public async Task<bool> DeleteAsync(TemplateId id, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        return await db.Templates.Where(t => t.Id == id.Value).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static Template Model(TemplateEntity entity) => new(Summary(entity), StoredJson.Read<ArtifactVersion>(entity.Document));

    private static TemplateSummary Summary(TemplateEntity entity) =>
        new(new(entity.Id), entity.Name, entity.Prompt, new(entity.ArtifactId), entity.CreatedAt, entity.UpdatedAt);
}
