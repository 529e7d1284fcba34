using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>A table with its words, its label and its keys. One instance per table of a snapshot: compared by reference.</summary>
internal sealed class SchemaTable(CatalogTable source, int ordinal)
{
    public CatalogTable Source { get; } = source;
    public string Name => Source.Name;
    public int Ordinal { get; } = ordinal;
    public required IReadOnlyList<string> Words { get; init; }
    public IReadOnlyList<SchemaColumn> Columns { get; set; } = [];

    /// <summary>Columns that name a row for people: one column, or first and last name; empty for link tables.</summary>
    public IReadOnlyList<SchemaColumn> Label { get; set; } = [];

    /// <summary>Columns that are unique together; empty when unknown.</summary>
    public IReadOnlyList<SchemaColumn> Key { get; set; } = [];

    /// <summary>Rows are events: the table has a date of its own or points to other tables.</summary>
    public bool IsFact { get; set; }

    public bool IsEmpty => Source.RowCount == 0;

    public SchemaColumn? Find(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The date or year a question about this table means when it names none: the first one that is not a person's or a thing's birth.</summary>
    public SchemaColumn? MainTime => Columns.Where(c => c.IsTemporal).OrderBy(c => c.Words.Any(w => w is "birth" or "born" or "updated" or "modified") ? 1 : 0).FirstOrDefault()
        ?? Columns.FirstOrDefault(c => c.Kind == ColumnKind.YearNumber);

    public override string ToString() => Name;
}
