using Chartwright.Core.Artifacts;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace Chartwright.Storage.Stores;

internal sealed class ArtifactStore(IDbContextSource source, TimeProvider clock) : IArtifactStore
{
    private const int Attempts = 20; // writers that meet on a number try the next one

    public async Task<Artifact> CreateAsync(
        string title, ConversationId? conversationId, ArtifactVersion first, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var now = clock.GetUtcNow();
        var version = first with { Number = 1, CreatedAt = now };
        var entity = new ArtifactEntity
        {
            Id = NewId.Of<ArtifactId>().Value,
            Title = StoreTitle.Fit(title),
            ConversationId = conversationId?.Value,
            CreatedAt = now,
            UpdatedAt = now,
        };
        entity.Versions.Add(Entity(entity.Id, version));
        db.Artifacts.Add(entity);
        await db.SaveChangesAsync(cancellationToken);
        return Model(entity, version, versionCount: 1);
    }

    public async Task<Artifact> AppendVersionAsync(ArtifactId id, ArtifactVersion version, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AppendOnceAsync(id, version, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // the number was taken between the read and the write
            }
        }
    }

    private async Task<Artifact> AppendOnceAsync(ArtifactId id, ArtifactVersion version, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var entity = await db.Artifacts.SingleOrDefaultAsync(artifact => artifact.Id == id.Value, cancellationToken)
            ?? throw new ChartwrightException(ErrorCode.NotFound, "This artifact no longer exists.");
        var last = await db.Versions.Where(v => v.ArtifactId == id.Value).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var now = clock.GetUtcNow();
        var next = version with { Number = last + 1, CreatedAt = now };
        entity.UpdatedAt = now;
        db.Versions.Add(Entity(id.Value, next));
        await db.SaveChangesAsync(cancellationToken);
        return Model(entity, next, next.Number);
    }

    public async Task<Artifact?> FindAsync(ArtifactId id, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var entity = await WithNewest(db).SingleOrDefaultAsync(artifact => artifact.Id == id.Value, cancellationToken);
        return entity is null ? null : Model(entity);
    }

    public async Task<IReadOnlyList<Artifact>> ListHoldingAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var pattern = StoredJson.Holding(text);
        await using var db = await source.OpenAsync(cancellationToken);
        var rows = await WithNewest(db)
            .Where(artifact => artifact.ConversationId != null
                && EF.Functions.Like(artifact.Versions.OrderByDescending(version => version.Number).First().Document.ToLower(), pattern, "\\"))
            .OrderByDescending(artifact => artifact.UpdatedAt).ThenByDescending(artifact => artifact.Id).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(Model)];
    }

    public async Task<IReadOnlyList<ArtifactVersion>> ListVersionsAsync(ArtifactId id, CancellationToken cancellationToken)
    {
        await using var db = await source.OpenAsync(cancellationToken);
        var documents = await db.Versions.AsNoTracking().Where(version => version.ArtifactId == id.Value)
            .OrderByDescending(version => version.Number).Select(version => version.Document).ToListAsync(cancellationToken);
        return [.. documents.Select(StoredJson.Read<ArtifactVersion>)];
    }

    public async Task<bool> RenameAsync(ArtifactId id, string title, CancellationToken cancellationToken)
    {
        await using var turn = await source.OpenToWriteAsync(cancellationToken);
        var db = turn.Db;
        var (fitted, now) = (StoreTitle.Fit(title), clock.GetUtcNow());
        return await db.Artifacts.Where(artifact => artifact.Id == id.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Title, fitted).SetProperty(a => a.UpdatedAt, now), cancellationToken) > 0;
    }

    private static IQueryable<ArtifactEntity> WithNewest(AppDbContext db) =>
        db.Artifacts.AsNoTracking().Include(artifact => artifact.Versions.OrderByDescending(version => version.Number).Take(1));

    private static ArtifactVersionEntity Entity(Guid artifactId, ArtifactVersion version) =>
        new() { ArtifactId = artifactId, Number = version.Number, Document = StoredJson.Write(version), CreatedAt = version.CreatedAt };

    private static Artifact Model(ArtifactEntity entity)
    {
        var latest = StoredJson.Read<ArtifactVersion>(entity.Versions[0].Document);
        return Model(entity, latest, latest.Number);
    }

    private static Artifact Model(ArtifactEntity entity, ArtifactVersion latest, int versionCount) => new(
        new(entity.Id),
        entity.Title,
        entity.ConversationId is { } conversation ? new ConversationId(conversation) : null,
        entity.CreatedAt,
        entity.UpdatedAt,
        latest,
        versionCount);
}
