using Chartwright.Core.Artifacts;
using Chartwright.Core.Ids;
using Chartwright.Core.Paging;

namespace Chartwright.Core.Templates;

/// <summary>A template as it stands in the list.</summary>
public sealed record TemplateSummary(
    TemplateId Id, string Name, string? Prompt, ArtifactId ArtifactId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>A named artifact version: prompt, SQL, code, param values.</summary>
public sealed record Template(TemplateSummary Summary, ArtifactVersion Version);

/// <summary>Templates. Each keeps its own copy of the version: deleting the artifact does not change it. Thread-safe.</summary>
public interface ITemplateStore
{
    Task<Template> CreateAsync(string name, ArtifactId artifactId, ArtifactVersion version, CancellationToken cancellationToken);

    /// <summary>Most recently changed first.</summary>
    Task<Page<TemplateSummary>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Templates that hold a text somewhere, whatever its case; most recently changed first.</summary>
    Task<IReadOnlyList<Template>> ListHoldingAsync(string text, int limit, CancellationToken cancellationToken);

    Task<Template?> FindAsync(TemplateId id, CancellationToken cancellationToken);

    /// <returns>False when the template is unknown.</returns>
    Task<bool> RenameAsync(TemplateId id, string name, CancellationToken cancellationToken);

    /// <returns>False when the template is unknown.</returns>
    Task<bool> DeleteAsync(TemplateId id, CancellationToken cancellationToken);
}
