using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Config;
using Chartwright.Server.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Datasets;

/// <param name="Table">The first of <paramref name="Tables"/>.</param>
/// <param name="Tables">All that were made, as in the catalog.</param>
public sealed record DatasetResponse(CatalogTable Table, IReadOnlyList<CatalogTable> Tables);

/// <summary>The form of an upload. Fields come before the files; there may be several files.</summary>
/// <param name="File">CSV, TSV, JSON, NDJSON, Parquet, XLSX, XLS, or a database of DuckDB or SQLite; also packed with gzip or zstd.</param>
/// <param name="Name">Name of the table; absent: the file's. Of several tables: what their names begin with.</param>
/// <param name="AsOne">Whether all files are parts of one table; folders named <c>key=value</c> in their names become columns.</param>
public sealed record DatasetUploadRequest(IFormFile File, string? Name = null, bool? AsOne = null);

/// <param name="Tables">Those of the preview that are to be made.</param>
public sealed record PreviewCommitRequest(IReadOnlyList<TableChoice> Tables);

internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes, LimitOptions limits)
    {
        var group = routes.MapGroup("/datasets").WithTags("Data");
        group.MapPost("", UploadAsync).WithName("UploadDataset").Accepts<DatasetUploadRequest>("multipart/form-data").WithMetadata(new RequestLimit(limits.UploadBytes));
        group.MapDelete("/{name}", DeleteAsync).WithName("DeleteDataset");
        group.MapGet("/{name}/dependents", DependentsAsync).WithName("GetDatasetDependents");
        group.MapPost("/preview", PreviewAsync).WithName("PreviewDataset").Accepts<DatasetUploadRequest>("multipart/form-data").WithMetadata(new RequestLimit(limits.UploadBytes));
        group.MapPost("/preview/{id:guid}", CommitAsync).WithName("CommitPreview");
        group.MapDelete("/preview/{id:guid}", Discard).WithName("DiscardPreview");
    }

    /// <summary>Turns uploaded files into tables. They go from the socket to the data folder, with no copy in between.</summary>
    private static async Task<Created<DatasetResponse>> UploadAsync(
        HttpRequest request, bool? replace, IDatasets datasets, IOptions<LimitOptions> limits, CancellationToken cancellationToken) =>
        Made(await WithinAsync(limits, async () =>
            await datasets.ImportAsync(await new UploadForm(request).OpenAsync(replace ?? false, cancellationToken), progress: null, cancellationToken)));

    /// <summary>Reads uploaded files and shows the tables they would become. Nothing is made until the preview is committed; it waits for half an hour.</summary>
    private static async Task<Ok<DatasetPreview>> PreviewAsync(
        HttpRequest request, IDatasets datasets, IOptions<LimitOptions> limits, CancellationToken cancellationToken) =>
        TypedResults.Ok(await WithinAsync(limits, async () =>
            await datasets.PreviewAsync(await new UploadForm(request).OpenAsync(replace: false, cancellationToken), progress: null, cancellationToken)));

    /// <summary>Makes tables of a preview, with the names and types that were chosen: all of them or none.</summary>
    private static async Task<Created<DatasetResponse>> CommitAsync(
        Guid id, PreviewCommitRequest request, IDatasets datasets, CancellationToken cancellationToken) =>
        Made(await datasets.CommitAsync(id, request.Tables, cancellationToken));

    /// <summary>Drops a preview with its files.</summary>
    private static NoContent Discard(Guid id, IDatasets datasets) =>
        datasets.Discard(id) ? TypedResults.NoContent() : throw new ChartwrightException(ErrorCode.NotFound, "There is no such preview.");

    private static async Task<NoContent> DeleteAsync(string name, IDatasets datasets, CancellationToken cancellationToken) =>
        await datasets.RemoveAsync(name, cancellationToken)
            ? TypedResults.NoContent()
            : throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no dataset of that name.");

    /// <summary>Templates, charts and tables that need a table: to be named before it is deleted or replaced.</summary>
    private static async Task<Ok<DependentsResponse>> DependentsAsync(string name, DatasetDependents dependents, ICatalog catalog, CancellationToken cancellationToken)
    {
        var table = (await catalog.GetAsync(cancellationToken)).FindTable(name) ?? throw new ChartwrightException(ErrorCode.UnknownDataset, "There is no dataset of that name.");
        return TypedResults.Ok(await dependents.FindAsync(table.Name, cancellationToken));
    }

    private static Created<DatasetResponse> Made(IReadOnlyList<CatalogTable> tables) =>
        TypedResults.Created($"/api/datasets/{Uri.EscapeDataString(tables[0].Name)}", new DatasetResponse(tables[0], tables));

    private static async Task<T> WithinAsync<T>(IOptions<LimitOptions> limits, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ChartwrightException(ErrorCode.FileTooLarge, $"The upload is larger than {limits.Value.UploadBytes / (1024 * 1024):N0} MB.", innerException: failure);
        }
    }
}
