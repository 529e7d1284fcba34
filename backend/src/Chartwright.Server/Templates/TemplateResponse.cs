using Chartwright.Core.Artifacts;
using Chartwright.Core.Ids;
using Chartwright.Core.Templates;

namespace Chartwright.Server.Templates;

/// <summary>A template with its own copy of the version it was made from.</summary>
public sealed record TemplateResponse(
    TemplateId Id, string Name, string? Prompt, ArtifactId ArtifactId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ArtifactVersion Version)
{
    internal static TemplateResponse Of(Template template)
    {
        var summary = template.Summary;
        return new(summary.Id, summary.Name, summary.Prompt, summary.ArtifactId, summary.CreatedAt, summary.UpdatedAt, template.Version);
    }
}
