using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Config;
using Chartwright.Server.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Datasets;

/// <param name="Table">As in the catalog.</param>
public sealed record DatasetResponse(CatalogTable Table);

/// <summary>The form of an upload. Fields come before the file.</summary>
/// <param name="File">CSV, TSV, JSON, NDJSON, Parquet or XLSX, also gzipped.</param>
/// <param name="Name">Name of the table; absent: the file's.</param>
public sealed record DatasetUploadRequest(IFormFile File, string? Name = null);

internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes, LimitOptions limits)
    {
        var group = routes.MapGroup("/datasets").WithTags("Data");
        group.MapPost("", UploadAsync).WithName("UploadDataset").Accepts<DatasetUploadRequest>("multipart/form-data").WithMetadata(new RequestLimit(limits.UploadBytes));
        group.MapDelete("/{name}", DeleteAsync).WithName("DeleteDataset");
    }

    /// <summary>Turns an uploaded file into a table. The file goes from the socket to the data folder, with no copy in between.</summary>
    private static async Task<Created<DatasetResponse>> UploadAsync(
        HttpRequest request, bool? replace, IDatasets datasets, IOptions<LimitOptions> limits, CancellationToken cancellationToken)
    {
        try
        {
            var (content, fileName, name) = await UploadForm.OpenAsync(request, cancellationToken);
            var table = await datasets.ImportAsync(content, fileName, name, replace ?? false, progress: null, cancellationToken);
            return TypedResults.Created($"/api/datasets/{Uri.EscapeDataString(table.Name)}", new DatasetResponse(table));
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ChartwrightException(ErrorCode.FileTooLarge, $"The file is larger than {limits.Value.UploadBytes / (1024 * 1024):N0} MB.", innerException: failure);
        }
    }

    private static async Task<NoContent> DeleteAsync(string name, IDatasets datasets, CancellationToken cancellationToken) =>
        await datasets.RemoveAsync(name, cancellationToken)
            ? TypedResults.NoContent()
            : throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no dataset of that name.");
}
