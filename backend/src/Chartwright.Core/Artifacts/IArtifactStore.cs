using Chartwright.Core.Ids;

namespace Chartwright.Core.Artifacts;

/// <summary>Artifacts and their versions. Thread-safe: every call opens its own unit of work.</summary>
public interface IArtifactStore
{
    /// <summary>Makes an artifact with version 1.</summary>
    Task<Artifact> CreateAsync(string title, ConversationId? conversationId, ArtifactVersion first, CancellationToken cancellationToken);

    /// <summary>Appends a version and returns the artifact with it; the number in <paramref name="version"/> is replaced by the next free one.</summary>
    /// <exception cref="Errors.ChartwrightException"><see cref="Errors.ErrorCode.NotFound"/>.</exception>
    Task<Artifact> AppendVersionAsync(ArtifactId id, ArtifactVersion version, CancellationToken cancellationToken);

    /// <returns>The artifact with its newest version, or null.</returns>
    Task<Artifact?> FindAsync(ArtifactId id, CancellationToken cancellationToken);

    /// <returns>Versions, newest first; empty when the artifact is unknown.</returns>
    Task<IReadOnlyList<ArtifactVersion>> ListVersionsAsync(ArtifactId id, CancellationToken cancellationToken);

    /// <summary>Artifacts of conversations whose newest version holds a text somewhere, whatever its case; the latest changed first.</summary>
    Task<IReadOnlyList<Artifact>> ListHoldingAsync(string text, int limit, CancellationToken cancellationToken);

    /// <returns>False when the artifact is unknown.</returns>
    Task<bool> RenameAsync(ArtifactId id, string title, CancellationToken cancellationToken);
}
