using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Server.Config;
using Chartwright.Server.Http;
using Chartwright.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chartwright.Server.Datasets;

/// <param name="Table">As in the catalog.</param>
public sealed record DatasetResponse(CatalogTable Table);

internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes, LimitOptions limits)
    {
        var group = routes.MapGroup("/datasets").WithTags("Data");
        group.MapPost("", UploadAsync).WithName("UploadDataset").DisableAntiforgery() // the Origin check of every change does that work
            .WithMetadata(new RequestLimit(limits.UploadBytes));
        group.MapDelete("/{name}", DeleteAsync).WithName("DeleteDataset");
    }

    /// <summary>Turns an uploaded CSV, TSV, JSON, NDJSON or Parquet file into a table.</summary>
    private static async Task<Created<DatasetResponse>> UploadAsync(
        IFormFile file, [FromForm] string? name, bool? replace, [FromServices] IDatasets datasets, CancellationToken cancellationToken)
    {
        if (file.Length == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is empty.");
        await using var content = file.OpenReadStream();
        var table = await datasets.ImportAsync(content, file.FileName, name, replace ?? false, cancellationToken);
        return TypedResults.Created($"/api/datasets/{Uri.EscapeDataString(table.Name)}", new DatasetResponse(table));
    }

    private static async Task<NoContent> DeleteAsync(string name, [FromServices] IDatasets datasets, CancellationToken cancellationToken) =>
        await datasets.RemoveAsync(name, cancellationToken)
            ? TypedResults.NoContent()
            : throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no dataset of that name.");
}
