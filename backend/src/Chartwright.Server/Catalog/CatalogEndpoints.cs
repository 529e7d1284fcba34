using Chartwright.Analyst;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Catalog;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/catalog").WithTags("Data");
        group.MapGet("", GetAsync).WithName("GetCatalog");
        group.MapPut("/{table}", DescribeTableAsync).WithName("DescribeTable");
        group.MapPut("/{table}/columns/{column}", DescribeColumnAsync).WithName("DescribeColumn");
    }

    /// <summary>All tables with types, keys and profiles, and questions to start with.</summary>
    private static async Task<Ok<CatalogResponse>> GetAsync(ICatalog catalog, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        return TypedResults.Ok(new CatalogResponse(snapshot.DataVersion, snapshot.Tables, SuggestedQuestions.For(snapshot)));
    }

    /// <summary>Says what a table is and what else it is called; models and the built-in analyst read it.</summary>
    private static async Task<Ok<CatalogTable>> DescribeTableAsync(string table, TableWords words, ICatalogWords catalog, CancellationToken cancellationToken) =>
        await catalog.DescribeTableAsync(table, words, cancellationToken) is { } described
            ? TypedResults.Ok(described)
            : throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no table of that name.");

    /// <summary>Says what a column is, in what unit, and what else it is called.</summary>
    private static async Task<Ok<CatalogTable>> DescribeColumnAsync(
        string table, string column, ColumnWords words, ICatalogWords catalog, CancellationToken cancellationToken) =>
        await catalog.DescribeColumnAsync(table, column, words, cancellationToken) is { } described
            ? TypedResults.Ok(described)
            : throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no such column.");
}
