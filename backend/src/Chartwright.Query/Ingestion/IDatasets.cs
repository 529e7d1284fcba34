using Chartwright.Core.Catalog;

namespace Chartwright.Query.Ingestion;

/// <summary>Brings files in as tables and takes them out again. Thread-safe.</summary>
public interface IDatasets
{
    /// <summary>Turns a file into a table: CSV, TSV, JSON, NDJSON, Parquet or XLSX, each also gzipped. A failed import leaves nothing behind.</summary>
    /// <param name="content">Read once to its end; need not seek.</param>
    /// <param name="fileName">As the user's machine named it; only its last part and its extension are looked at.</param>
    /// <param name="name">Name of the table; null takes the file's. Made into letters, digits and underscores.</param>
    /// <param name="replace">Whether a table of that name gives way; without it a taken name is refused.</param>
    /// <param name="progress">Told now and then; null for nobody.</param>
    /// <returns>The table as the catalog has it.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>dataset_exists</c>, <c>file_too_large</c>, <c>file_type_unsupported</c>,
    /// or <c>file_unreadable</c> with what is wrong and, where known, <c>lines</c> in its details.</exception>
    Task<CatalogTable> ImportAsync(
        Stream content, string fileName, string? name, bool replace, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);

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
