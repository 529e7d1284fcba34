using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Ingestion;

/// <summary>Drafts that wait for a decision. The oldest goes when there are too many, each when its time is over or the process ends. Thread-safe.</summary>
internal sealed class DraftShelf(IOptions<QueryOptions> options, TimeProvider clock) : IDisposable
{
    private const int MaxDrafts = 20;

    private readonly ConcurrentDictionary<Guid, (Draft Draft, DateTimeOffset ExpiresAt)> _drafts = new();

    public (Guid Id, DateTimeOffset ExpiresAt) Put(Draft draft)
    {
        RemoveOld();
        return Put(Guid.NewGuid(), draft);
    }

    /// <summary>Puts back what was taken, for as long again.</summary>
    public (Guid Id, DateTimeOffset ExpiresAt) Put(Guid id, Draft draft)
    {
        var expiresAt = clock.GetUtcNow() + options.Value.PreviewTtl;
        _drafts[id] = (draft, expiresAt);
        return (id, expiresAt);
    }

    /// <summary>Hands a draft over to its only owner from now on; null when there is none.</summary>
    public Draft? Take(Guid id)
    {
        RemoveOld();
        return _drafts.TryRemove(id, out var entry) ? entry.Draft : null;
    }

    public void Dispose()
    {
        foreach (var id in _drafts.Keys) Remove(id);
    }

    private void RemoveOld()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in _drafts.Where(entry => entry.Value.ExpiresAt < now)) Remove(id);
        foreach (var (id, _) in _drafts.OrderByDescending(entry => entry.Value.ExpiresAt).Skip(MaxDrafts - 1)) Remove(id);
    }

    private void Remove(Guid id)
    {
        if (_drafts.TryRemove(id, out var entry)) entry.Draft.Dispose();
    }
}
