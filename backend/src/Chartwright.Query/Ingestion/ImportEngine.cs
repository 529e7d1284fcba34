using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Opens an engine of its own for one import: it sees the folder of that upload and nothing else.</summary>
internal static class ImportEngine
{
    public static DuckDbEngine Open(Upload upload, QueryOptions options)
    {
        var defaults = new DuckDbOptions();
        return DuckDbEngine.Open(defaults with
        {
            AllowedDirectories = [upload.Folder],
            TempDirectory = Path.Combine(upload.Folder, "spill"),
            MemoryLimit = options.MemoryLimit,
            Threads = options.Threads > 0 ? options.Threads : defaults.Threads,
            MaxConcurrentQueries = 1, // what one statement leaves behind, the next one finds
        });
    }

    /// <summary>Writes a query's rows as the table's file.</summary>
    /// <exception cref="QueryException">DuckDB failed.</exception>
    public static Task WriteAsync(DuckDbEngine engine, string select, Upload upload, CancellationToken cancellationToken) =>
        engine.ExecuteAsync($"COPY ({select}) TO {Sql.Literal(upload.ResultPath)} (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
}
