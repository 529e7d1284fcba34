using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Opens an engine of its own for one import: it sees the folder of that import and nothing else.</summary>
internal static class ImportEngine
{
    public static DuckDbEngine Open(ImportFolder folder, QueryOptions options)
    {
        var defaults = new DuckDbOptions();
        return DuckDbEngine.Open(defaults with
        {
            AllowedDirectories = [folder.Path],
            TempDirectory = Path.Combine(folder.Path, "spill"),
            MemoryLimit = options.MemoryLimit,
            Threads = options.Threads > 0 ? options.Threads : defaults.Threads,
            MaxConcurrentQueries = 1, // what one statement leaves behind, the next one finds
        });
    }
}
