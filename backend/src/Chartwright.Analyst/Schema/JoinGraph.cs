using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Schema;

/// <summary>A key from many rows of <paramref name="Child"/> to one of <paramref name="Parent"/>.</summary>
internal sealed record JoinEdge(SchemaTable Child, IReadOnlyList<SchemaColumn> ChildColumns, SchemaTable Parent, IReadOnlyList<SchemaColumn> ParentColumns, bool Declared)
{
    /// <summary>Child rows are unique too: the join does not multiply in either direction.</summary>
    public bool IsOneToOne { get; } = ChildColumns.Count == 1 && ColumnClassifier.IsUnique(ChildColumns[0]);

    public SchemaTable Other(SchemaTable table) => ReferenceEquals(table, Child) ? Parent : Child;
    public double Cost => Declared ? 1.0 : 1.6;
}

/// <summary>Keys between tables: declared ones, and where none joins two tables, keys inferred from names and uniqueness.</summary>
internal sealed class JoinGraph
{
    private readonly Dictionary<SchemaTable, List<JoinEdge>> _edges;

    private JoinGraph(Dictionary<SchemaTable, List<JoinEdge>> edges) => _edges = edges;

    /// <summary>All edges at a table, in both directions.</summary>
    public IReadOnlyList<JoinEdge> EdgesAt(SchemaTable table) => _edges.TryGetValue(table, out var list) ? list : [];

    /// <summary>Keys that <paramref name="table"/> holds to others.</summary>
    public IEnumerable<JoinEdge> EdgesFrom(SchemaTable table) => EdgesAt(table).Where(edge => ReferenceEquals(edge.Child, table));

    /// <summary>Keys that others hold to <paramref name="table"/>.</summary>
    public IEnumerable<JoinEdge> EdgesTo(SchemaTable table) => EdgesAt(table).Where(edge => ReferenceEquals(edge.Parent, table));

    public static JoinGraph Build(IReadOnlyList<SchemaTable> tables)
    {
        var edges = tables.ToDictionary(table => table, _ => new List<JoinEdge>());
        foreach (var table in tables)
        {
            foreach (var key in table.Source.ForeignKeys)
            {
                var parent = tables.FirstOrDefault(other => string.Equals(other.Name, key.ToTable, StringComparison.OrdinalIgnoreCase));
                var from = key.Columns.Select(table.Find).OfType<SchemaColumn>().ToList();
                var to = key.ToColumns.Select(name => parent?.Find(name)).OfType<SchemaColumn>().ToList();
                if (parent is null || from.Count == 0 || from.Count != to.Count || ReferenceEquals(parent, table)) continue;
                Add(edges, new(table, from, parent, to, key.Declared));
            }
        }
        foreach (var child in tables)
        {
            foreach (var parent in tables)
            {
                if (ReferenceEquals(child, parent) || edges[child].Any(edge => ReferenceEquals(edge.Other(child), parent))) continue;
                if (Infer(child, parent) is { } edge) Add(edges, edge);
            }
        }
        return new(edges);
    }

    private static void Add(Dictionary<SchemaTable, List<JoinEdge>> edges, JoinEdge edge)
    {
        edges[edge.Child].Add(edge);
        edges[edge.Parent].Add(edge);
    }

    /// <summary>A column named like the parent's unique key (<c>customer_id</c>), or like the parent and its <c>id</c>, of the same type.</summary>
    private static JoinEdge? Infer(SchemaTable child, SchemaTable parent)
    {
        var parentStem = string.Concat(parent.Words.Select(Stemmer.Stem));
        foreach (var key in parent.Columns)
        {
            if (!ColumnClassifier.LooksLikeId(key) || !ColumnClassifier.IsUnique(key)) continue;
            foreach (var column in child.Columns)
            {
                if (column.Type != key.Type || !ColumnClassifier.LooksLikeId(column) || child.Key.Contains(column)) continue;
                var generic = key.NameWords.Count == 1 && key.NameWords[0] is "id" or "key" or "code" or "no";
                var same = string.Equals(column.Name, key.Name, StringComparison.OrdinalIgnoreCase) && !generic && !(ColumnClassifier.IsUnique(column) && child.Source.RowCount > parent.Source.RowCount);
                var stem = string.Concat(column.NameWords.Select(Stemmer.Stem));
                if (!same && !(generic && stem == parentStem + key.NameWords[0])) continue;
                if (ColumnClassifier.IsUnique(column) && column.Source.Profile.DistinctCount > key.Source.Profile.DistinctCount) continue;
                return new(child, [column], parent, [key], Declared: false);
            }
        }
        return null;
    }
}
