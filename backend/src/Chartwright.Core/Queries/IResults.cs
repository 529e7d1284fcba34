namespace Chartwright.Core.Queries;

/// <summary>Results whole, however many rows they have: thinned out for a chart, in pages, as files. Kept on disk until they are refreshed. Thread-safe.</summary>
/// <remarks>Every method answers null for an unknown key. The first call for a result runs its statement anew unless it is kept already.</remarks>
public interface IResults
{
    /// <summary>At most so many rows that show the whole result as well as they can.</summary>
    /// <exception cref="Errors.QueryException">A column is unknown, or the statement failed.</exception>
    Task<SampledResult?> SampleAsync(string cacheKey, SampleRequest request, CancellationToken cancellationToken);

    /// <summary>Rows from <paramref name="offset"/> on, in the order of the statement; the same rows for the same numbers until the result is refreshed.</summary>
    /// <param name="limit">1 to <see cref="QueryRequest.MaxLimit"/>.</param>
    /// <exception cref="Errors.QueryException">The statement failed.</exception>
    Task<QueryResult?> PageAsync(string cacheKey, long offset, int limit, CancellationToken cancellationToken);

    /// <summary>All rows as a file.</summary>
    /// <exception cref="Errors.QueryException">The statement failed, or the rows do not fit the format.</exception>
    Task<ResultFile?> ExportAsync(string cacheKey, ResultFormat format, CancellationToken cancellationToken);
}

/// <summary>A file format of a whole result.</summary>
public enum ResultFormat
{
    Json,
    Csv,
    Parquet,
    Xlsx,
}

/// <param name="Content">Open for reading, seekable; the caller disposes it.</param>
/// <param name="FetchedAt">When the engine ran.</param>
/// <param name="ETag">Other content has another one; without quotes.</param>
public sealed record ResultFile(Stream Content, DateTimeOffset FetchedAt, string ETag);
