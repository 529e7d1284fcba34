using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>Everything the analyst knows of the data: tables, columns, keys, names and values. Immutable once built; thread-safe.</summary>
internal sealed class SchemaIndex
{
    /// <summary>Columns with more distinct values are not indexed by value.</summary>
    private const int IndexedValuesPerColumn = 50_000;

    private SchemaIndex(CatalogSnapshot snapshot, IReadOnlyList<SchemaTable> tables, JoinGraph joins, NameIndex names, ValueIndex values)
    {
        Snapshot = snapshot;
        Tables = tables;
        Joins = joins;
        Names = names;
        Values = values;
    }

    public CatalogSnapshot Snapshot { get; }
    public IReadOnlyList<SchemaTable> Tables { get; }
    public JoinGraph Joins { get; }
    public NameIndex Names { get; }
    public ValueIndex Values { get; }

    /// <summary>Tables and columns of a snapshot; values come from its profiles only.</summary>
    public static SchemaIndex Build(CatalogSnapshot snapshot) => Build(snapshot, ValuesOfProfiles(snapshot));

    /// <summary>The same with the full value lists of text columns.</summary>
    public static async Task<SchemaIndex> BuildAsync(CatalogSnapshot snapshot, ICatalog catalog, CancellationToken cancellationToken)
    {
        var values = new Dictionary<(string Table, string Column), IReadOnlyList<ValueCount>>();
        foreach (var table in snapshot.Tables)
        {
            foreach (var column in table.Columns)
            {
                if (!IsIndexed(column)) continue;
                values[(table.Name, column.Name)] = column.Profile.DistinctCount <= column.Profile.TopValues.Count
                    ? column.Profile.TopValues
                    : await catalog.ListValuesAsync(table.Name, column.Name, IndexedValuesPerColumn, cancellationToken);
            }
        }
        return Build(snapshot, values);
    }

    private static SchemaIndex Build(CatalogSnapshot snapshot, Dictionary<(string Table, string Column), IReadOnlyList<ValueCount>> values)
    {
        var tables = snapshot.Tables.Select(TableReader.Read).ToList();
        var joins = JoinGraph.Build(tables);
        foreach (var table in tables) TableReader.Classify(table, joins);
        var index = new ValueIndex();
        foreach (var column in tables.SelectMany(table => table.Columns))
        {
            if (column.Kind is ColumnKind.FreeText or ColumnKind.Time || !values.TryGetValue((column.Table.Name, column.Name), out var list)) continue;
            index.Add(column, list);
        }
        return new(snapshot, tables, joins, NameIndex.Build(tables), index);
    }

    private static bool IsIndexed(CatalogColumn column) =>
        ColumnClassifier.TypeOf(column.Type) == DataKind.Text && column.Profile.DistinctCount is > 0 and <= IndexedValuesPerColumn;

    private static Dictionary<(string, string), IReadOnlyList<ValueCount>> ValuesOfProfiles(CatalogSnapshot snapshot) =>
        snapshot.Tables.SelectMany(table => table.Columns.Where(IsIndexed).Select(column => (table.Name, column)))
            .ToDictionary(pair => (pair.Name, pair.column.Name), pair => pair.column.Profile.TopValues);
}
