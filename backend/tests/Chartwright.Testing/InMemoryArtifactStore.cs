using System.Text.Json;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;

namespace Chartwright.Testing;

/// <summary>Artifacts in memory, under the rules of the real store. Thread-safe.</summary>
public sealed class InMemoryArtifactStore(TimeProvider? clock = null) : IArtifactStore
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<ArtifactId, Artifact> _artifacts = [];
    private readonly Dictionary<ArtifactId, List<ArtifactVersion>> _versions = [];

    /// <summary>Set to make every write fail.</summary>
    public ChartwrightException? Failure { get; set; }

    public Task<Artifact> CreateAsync(string title, ConversationId? conversationId, ArtifactVersion first, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (Failure is not null)
                throw Failure;
            var now = _clock.GetUtcNow();
            var artifact = new Artifact(NewId.Of<ArtifactId>(), title, conversationId, now, now, first with { Number = 1 }, 1);
            _artifacts.Add(artifact.Id, artifact);
            _versions.Add(artifact.Id, [artifact.Latest]);
            return Task.FromResult(artifact);
        }
    }

    public Task<Artifact> AppendVersionAsync(ArtifactId id, ArtifactVersion version, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (Failure is not null)
                throw Failure;
            if (!_artifacts.TryGetValue(id, out var artifact))
                throw new ChartwrightException(ErrorCode.NotFound, "There is no such artifact.");
            var next = version with { Number = artifact.VersionCount + 1 };
            _versions[id].Add(next);
            return Task.FromResult(_artifacts[id] = artifact with { Latest = next, VersionCount = next.Number, UpdatedAt = _clock.GetUtcNow() });
        }
    }

    public Task<Artifact?> FindAsync(ArtifactId id, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_artifacts.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<ArtifactVersion>> ListVersionsAsync(ArtifactId id, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<ArtifactVersion>>(_versions.TryGetValue(id, out var versions) ? [.. Enumerable.Reverse(versions)] : []);
    }

    public Task<IReadOnlyList<Artifact>> ListHoldingAsync(string text, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Artifact>>(
                [.. _artifacts.Values.Where(artifact => artifact.ConversationId is not null && JsonSerializer.Serialize(artifact.Latest, ChartwrightJson.Options).Contains(text, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(artifact => artifact.UpdatedAt).Take(limit)]);
        }
    }

    public Task<bool> RenameAsync(ArtifactId id, string title, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_artifacts.TryGetValue(id, out var artifact))
                return Task.FromResult(false);
            _artifacts[id] = artifact with { Title = title };
            return Task.FromResult(true);
        }
    }
}
