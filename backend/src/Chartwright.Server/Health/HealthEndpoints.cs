using Chartwright.Server.Startup;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Health;

/// <param name="Status"><c>ok</c>, or <c>starting</c> until database and catalog are there.</param>
public sealed record HealthResponse(string Status);

internal static class HealthEndpoints
{
    private static readonly HealthResponse Healthy = new("ok");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Server").AllowAnonymous();
        group.MapGet("/healthz", () => TypedResults.Ok(Healthy)).WithName("GetHealth");
        group.MapGet("/readyz", GetReady).WithName("GetReadiness");
    }

    public static bool IsHealth(HttpContext context) => context.Request.Path.Value is "/healthz" or "/readyz";

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>> GetReady(CatalogStartup catalog, StorageStartup storage) =>
        catalog.Loaded.IsCompletedSuccessfully && storage.Ready.IsCompletedSuccessfully ? TypedResults.Ok(Healthy) : TypedResults.Json(new HealthResponse("starting"), statusCode: StatusCodes.Status503ServiceUnavailable);
}
