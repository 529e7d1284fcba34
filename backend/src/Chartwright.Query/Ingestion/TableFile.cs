using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Writes rows as Parquet.</summary>
internal static class TableFile
{
    private const int WideColumns = 200;
    private const int CellsPerGroup = 8_000_000;
    private const int LeastRowsPerGroup = 2048; // DuckDB's own

    /// <summary>For files that are read once more and then go.</summary>
    public const string Fast = "snappy";

    /// <summary>For files that stay.</summary>
    public const string Small = "zstd";

    /// <summary>Writes named expressions over a relation. A failure leaves no file.</summary>
    /// <exception cref="Core.Errors.QueryException">DuckDB failed.</exception>
    public static async Task WriteAsync(
        DuckDbEngine engine, string relation, IReadOnlyCollection<(string Name, string Expression)> columns, string path, string compression, CancellationToken cancellationToken)
    {
        var select = string.Join(", ", columns.Select(column => $"{column.Expression} AS {Sql.Identifier(column.Name)}"));
        try
        {
            await engine.ExecuteAsync($"COPY (SELECT {select} FROM {relation}) TO {Sql.Literal(path)} (FORMAT parquet, COMPRESSION {compression}{Layout(columns.Count)})", cancellationToken);
        }
        catch
        {
            File.Delete(path); // the half of it takes the room that the next attempt needs
            throw;
        }
    }

    // DuckDB holds a row group in memory, and for each column a dictionary
    private static string Layout(int columns) =>
        columns <= WideColumns ? "" : $", ROW_GROUP_SIZE {Math.Max(LeastRowsPerGroup, CellsPerGroup / columns)}, DICTIONARY_SIZE_LIMIT 1";
}
