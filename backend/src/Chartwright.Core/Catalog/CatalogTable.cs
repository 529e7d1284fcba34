namespace Chartwright.Core.Catalog;

/// <summary>All tables of the workspace at one moment.</summary>
/// <param name="DataVersion">Changes whenever a dataset is added, replaced or removed.</param>
/// <param name="Tables">Ordered by name.</param>
public sealed record CatalogSnapshot(string DataVersion, IReadOnlyList<CatalogTable> Tables)
{
    public static CatalogSnapshot Empty { get; } = new("empty", []);

    /// <returns>The table of that name, case-blind, or null.</returns>
    public CatalogTable? FindTable(string name) =>
        Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One table a question can be asked about.</summary>
public sealed record CatalogTable
{
    public required string Name { get; init; }

    /// <summary>One sentence by whoever brought the data; null when nobody said.</summary>
    public string? Description { get; init; }

    /// <summary>Other words the owner uses for this table.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public required long RowCount { get; init; }

    /// <summary>Size of the stored rows in bytes, compressed; null when it is not known.</summary>
    public long? Bytes { get; init; }

    public required IReadOnlyList<CatalogColumn> Columns { get; init; }

    /// <summary>Columns of the primary key; empty when none is declared or found.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Where the data came from and under which licence, for sample and imported sets.</summary>
    public string? Source { get; init; }

    /// <summary>True for the sets that ship with the product.</summary>
    public bool IsSample { get; init; }

    /// <returns>The column of that name, case-blind, or null.</returns>
    public CatalogColumn? FindColumn(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Columns">Columns of this table, paired with <paramref name="ToColumns"/>.</param>
/// <param name="Declared">False when inferred from names, types and containment.</param>
public sealed record ForeignKey(IReadOnlyList<string> Columns, string ToTable, IReadOnlyList<string> ToColumns, bool Declared = true);
