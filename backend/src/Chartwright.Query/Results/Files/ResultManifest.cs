using Chartwright.DuckDb;

namespace Chartwright.Query.Results.Files;

/// <summary>What is known of a stored result; lies beside its rows and is written last, so that rows without it are no result.</summary>
/// <param name="Bytes">Of the Parquet file: another length is a damaged file.</param>
internal sealed record ResultManifest(
    string Key, string DataVersion, DateTimeOffset FetchedAt, double ElapsedMs, long RowCount, long Bytes, string Engine, IReadOnlyList<StoredColumn> Columns)
{
    public const string FileName = "result.json";
}

/// <summary>A result on disk.</summary>
/// <param name="Folder">Its own: a refreshed result gets another one.</param>
internal sealed record StoredResult(string Folder, ResultManifest Manifest)
{
    public const string ParquetName = "rows.parquet";

    public string Parquet => Path.Combine(Folder, ParquetName);

    /// <summary>The rows in SQL, to stand in a FROM.</summary>
    public string Relation => $"read_parquet({Sql.Literal(Parquet)}, file_row_number = true)";

    /// <summary>All columns as the statement had them, in SQL over <see cref="Relation"/>.</summary>
    public string SelectList => string.Join(", ", Manifest.Columns.Select((column, index) => $"{column.Read()} AS c{index}"));

    public StoredColumn? FindColumn(string name) =>
        Manifest.Columns.FirstOrDefault(column => column.Name == name) ?? Manifest.Columns.FirstOrDefault(column => column.StoredName == name);
}
