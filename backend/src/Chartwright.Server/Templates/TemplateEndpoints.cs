using Chartwright.Core.Artifacts;
using Chartwright.Core.Paging;
using Chartwright.Core.Templates;
using Chartwright.Server.Artifacts;
using Chartwright.Server.Http;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Templates;

internal static class TemplateEndpoints
{
    private const string GetName = "GetTemplate";

    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/templates").WithTags("Templates");
        group.MapGet("", ListAsync).WithName("ListTemplates");
        group.MapPost("", CreateAsync).WithName("CreateTemplate");
        group.MapGet("/{id:guid}", GetAsync).WithName(GetName);
        group.MapPost("/{id:guid}/open", OpenAsync).WithName("OpenTemplate");
        group.MapPatch("/{id:guid}", RenameAsync).WithName("RenameTemplate");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteTemplate");
    }

    /// <summary>Most recently changed first.</summary>
    private static async Task<Ok<Page<TemplateSummary>>> ListAsync([AsParameters] Paging paging, ITemplateStore templates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await templates.ListAsync(paging.ToRequest(), cancellationToken));

    /// <summary>Saves prompt, SQL, code and params of an artifact's version under a name.</summary>
    private static async Task<CreatedAtRoute<TemplateResponse>> CreateAsync(
        CreateTemplateRequest body, IArtifactStore artifacts, ITemplateStore templates, CancellationToken cancellationToken)
    {
        var name = Refuse.Name(body.Name, "name");
        var artifact = await artifacts.FindAsync(body.ArtifactId, cancellationToken) ?? throw Refuse.NotFound("artifact");
        var version = body.Version is { } number && number != artifact.Latest.Number
            ? (await artifacts.ListVersionsAsync(body.ArtifactId, cancellationToken)).FirstOrDefault(candidate => candidate.Number == number) ?? throw Refuse.NotFound("version")
            : artifact.Latest;
        if (body.ParamValues is { } values) version = version with { ParamValues = ArtifactWriter.CheckValues(values) };
        var template = await templates.CreateAsync(name, artifact.Id, version, cancellationToken);
        return TypedResults.CreatedAtRoute(TemplateResponse.Of(template), GetName, new { id = template.Summary.Id.Value });
    }

    private static async Task<Ok<TemplateResponse>> GetAsync(Guid id, ITemplateStore templates, CancellationToken cancellationToken) =>
        TypedResults.Ok(TemplateResponse.Of(await templates.FindAsync(new(id), cancellationToken) ?? throw Refuse.NotFound("template")));

    /// <summary>Makes a new artifact of the template, on the data of today: its statements are to be run again.</summary>
    private static async Task<CreatedAtRoute<Artifact>> OpenAsync(
        Guid id, ITemplateStore templates, IArtifactStore artifacts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var template = await templates.FindAsync(new(id), cancellationToken) ?? throw Refuse.NotFound("template");
        var first = template.Version with
        {
            Number = 1,
            CreatedAt = clock.GetUtcNow(),
            Queries = [.. template.Version.Queries.Select(query => query with { CacheKey = null })],
        };
        return ArtifactEndpoints.Created(await artifacts.CreateAsync(template.Summary.Name, conversationId: null, first, cancellationToken));
    }

    private static async Task<NoContent> RenameAsync(Guid id, RenameRequest body, ITemplateStore templates, CancellationToken cancellationToken) =>
        await templates.RenameAsync(new(id), Refuse.Name(body.Name, "name"), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("template");

    private static async Task<NoContent> DeleteAsync(Guid id, ITemplateStore templates, CancellationToken cancellationToken) =>
        await templates.DeleteAsync(new(id), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("template");
}
