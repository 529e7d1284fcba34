using Chartwright.Analyst;
using Chartwright.Core.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Catalog;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/catalog", GetAsync).WithName("GetCatalog").WithTags("Data");

    /// <summary>All tables with types, keys and profiles, and questions to start with.</summary>
    private static async Task<Ok<CatalogResponse>> GetAsync(ICatalog catalog, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        return TypedResults.Ok(new CatalogResponse(snapshot.DataVersion, snapshot.Tables, SuggestedQuestions.For(snapshot)));
    }
}
