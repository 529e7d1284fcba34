using System.Globalization;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Paging;
using Chartwright.Server.Http;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Artifacts;

internal static class ArtifactEndpoints
{
    private const string GetName = "GetArtifact";

    public static void MapArtifacts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/artifacts").WithTags("Artifacts");
        group.MapPost("", CreateAsync).WithName("CreateArtifact");
        group.MapGet("/{id:guid}", GetAsync).WithName(GetName);
        group.MapPatch("/{id:guid}", RenameAsync).WithName("RenameArtifact");
        group.MapGet("/{id:guid}/versions", ListVersionsAsync).WithName("ListArtifactVersions");
        group.MapPost("/{id:guid}/versions", AppendVersionAsync).WithName("AppendArtifactVersion");
    }

    /// <summary>Makes an artifact without a chat. Its statements are run; its page is <c>/artifact?id=…</c>.</summary>
    private static async Task<CreatedAtRoute<Artifact>> CreateAsync(CreateArtifactRequest body, ArtifactWriter writer, CancellationToken cancellationToken) =>
        Created(await writer.CreateAsync(body, cancellationToken));

    private static async Task<Ok<Artifact>> GetAsync(Guid id, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await artifacts.FindAsync(new(id), cancellationToken) ?? throw Refuse.NotFound("artifact"));

    private static async Task<NoContent> RenameAsync(Guid id, RetitleRequest body, IArtifactStore artifacts, CancellationToken cancellationToken) =>
        await artifacts.RenameAsync(new(id), Refuse.Name(body.Title, "title"), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("artifact");

    /// <summary>Newest first; the cursor is the number of the last version of the page before.</summary>
    private static async Task<Ok<Page<ArtifactVersion>>> ListVersionsAsync(
        Guid id, [AsParameters] Paging paging, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var page = paging.ToRequest();
        var before = int.MaxValue;
        if (page.Cursor is { } cursor && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            throw Refuse.Invalid("\"cursor\" is not one of this server's.");
        var versions = await artifacts.ListVersionsAsync(new(id), cancellationToken);
        if (versions.Count == 0) throw Refuse.NotFound("artifact");
        List<ArtifactVersion> items = [.. versions.Where(version => version.Number < before).Take(page.Limit)];
        var next = items is [.., { Number: > 1 } last] ? last.Number.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<ArtifactVersion>(items, next));
    }

    /// <summary>Appends a version; what is absent is taken from the latest.</summary>
    private static async Task<CreatedAtRoute<Artifact>> AppendVersionAsync(
        Guid id, AppendVersionRequest body, ArtifactWriter writer, CancellationToken cancellationToken) =>
        Created(await writer.AppendAsync(new(id), body, cancellationToken));

    internal static CreatedAtRoute<Artifact> Created(Artifact artifact) =>
        TypedResults.CreatedAtRoute(artifact, GetName, new { id = artifact.Id.Value });
}
