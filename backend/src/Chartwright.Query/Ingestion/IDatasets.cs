using Chartwright.Core.Catalog;

namespace Chartwright.Query.Ingestion;

/// <summary>Brings files in as tables and takes them out again. Thread-safe.</summary>
/// <remarks>Files are CSV, TSV, JSON, NDJSON, Parquet, Excel workbooks and databases of DuckDB and SQLite, also packed with gzip or zstd.
/// A failed import leaves nothing behind. Errors of reading: <c>file_too_large</c>, <c>storage_full</c>, <c>file_type_unsupported</c>,
/// or <c>file_unreadable</c> with what is wrong and, where known, <c>lines</c> in its details.</remarks>
public interface IDatasets
{
    /// <summary>Makes tables of files at once.</summary>
    /// <param name="progress">Told now and then; null for nobody.</param>
    /// <returns>The tables as the catalog has them, at least one.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>dataset_exists</c>, or an error of reading.</exception>
    Task<IReadOnlyList<CatalogTable>> ImportAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Reads files as far as an import would, and keeps the tables for a while, to be looked at and corrected.</summary>
    /// <exception cref="Core.Errors.ChartwrightException">An error of reading.</exception>
    Task<DatasetPreview> PreviewAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Makes the chosen tables of a preview, all or none. After a failure the preview is there still.</summary>
    /// <exception cref="Core.Errors.ChartwrightException"><c>not_found</c>: it was committed, discarded, or is too old; <c>dataset_exists</c>;
    /// <c>invalid_request</c>: a choice does not fit its table, or values do not fit a chosen type.</exception>
    Task<IReadOnlyList<CatalogTable>> CommitAsync(Guid preview, IReadOnlyList<TableChoice> tables, CancellationToken cancellationToken);

    /// <summary>Drops a preview.</summary>
    /// <returns>False if there is none.</returns>
    bool Discard(Guid preview);

    /// <summary>Deletes an imported dataset.</summary>
    /// <returns>False if there is none of that name.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>conflict</c>: it is one of the samples, which are only read.</exception>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);

    /// <summary>Imported tables, by name.</summary>
    Task<IReadOnlyList<CatalogTable>> ListAsync(CancellationToken cancellationToken);
}

/// <param name="Stage">What is being done.</param>
/// <param name="Bytes">Bytes received so far.</param>
public sealed record ImportProgress(ImportStage Stage, long Bytes);

public enum ImportStage
{
    Receiving,
    Reading,
    Saving,
}
