namespace Chartwright.Query.Ingestion;

/// <summary>Tables as Parquet files in the folder of their import, which goes when this is disposed.</summary>
internal sealed record Draft(ImportFolder Folder, IReadOnlyList<DraftTable> Tables) : IDisposable
{
    public void Dispose() => Folder.Dispose();
}

/// <param name="Name">Name it would get; no other table of the draft has it.</param>
/// <param name="Origin">The file and, where it holds several tables, which of them.</param>
/// <param name="Path">The table as it would be made.</param>
/// <param name="Relation">What the columns' expressions stand over.</param>
/// <param name="IsText">Whether the relation's columns are the text as written.</param>
internal sealed record DraftTable(string Name, string Origin, string Path, string Relation, bool IsText, IReadOnlyList<DraftColumn> Columns, long RowCount)
{
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];
}

/// <param name="Source">The relation's column.</param>
/// <param name="Expression">Over the relation: the value of the table.</param>
internal sealed record DraftColumn(string Name, string Header, string Type, string Source, string Expression);
