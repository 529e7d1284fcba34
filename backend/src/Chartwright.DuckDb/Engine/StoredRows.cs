using Chartwright.Core.Queries;

namespace Chartwright.DuckDb;

/// <summary>What a Parquet file of <see cref="DuckDbEngine.StoreAsync"/> holds.</summary>
/// <param name="Columns">In the order of the statement.</param>
public sealed record StoredRows(IReadOnlyList<StoredColumn> Columns, long RowCount);

/// <summary>A column of a stored result.</summary>
/// <param name="Name">As the statement named it; not necessarily unique.</param>
/// <param name="Type">DuckDB's name of the statement's type.</param>
/// <param name="StoredName">Its name in the file, unique there whatever the case.</param>
/// <param name="ReadAs">The type to cast the stored value to; null where it is stored as it is, or only as text.</param>
public sealed record StoredColumn(string Name, string Type, string StoredName, string? ReadAs)
{
    /// <summary>The value as the statement had it, in SQL over the file.</summary>
    public string Read() => ReadAs is null ? SqlText.Identifier(StoredName) : $"CAST({SqlText.Identifier(StoredName)} AS {ReadAs})";

    public ResultColumn ToColumn() => new(Name, Type);
}
