using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Joins in the order they are written: each adds one table to those before it.</summary>
/// <param name="FansOut">The tables whose rows the joins multiply.</param>
internal sealed record JoinTree(SchemaTable Root, IReadOnlyList<(JoinEdge Edge, SchemaTable Added)> Joins, double Cost)
{
    /// <summary>True when a row of <paramref name="table"/> may appear more than once in the joined rows.</summary>
    public bool Multiplies(SchemaTable table)
    {
        var edges = Joins.Select(join => join.Edge).ToList();
        var seen = new HashSet<SchemaTable> { table };
        var open = new Queue<SchemaTable>([table]);
        while (open.TryDequeue(out var at))
        {
            foreach (var edge in edges.Where(edge => edge.Child == at || edge.Parent == at))
            {
                if (!seen.Add(edge.Other(at))) continue;
                if (edge.Parent == at && !edge.IsOneToOne) return true;
                open.Enqueue(edge.Other(at));
            }
        }
        return false;
    }
}

/// <summary>Finds the cheapest tree of keys that connects the tables of a plan.</summary>
internal static class JoinPlanner
{
    private const double Bridge = 0.2;
    private const double Empty = 5;

    /// <returns>The tree grown from <paramref name="root"/>, or null when some table cannot be reached.</returns>
    public static JoinTree? Connect(SchemaIndex schema, SchemaTable root, IEnumerable<SchemaTable> tables)
    {
        var wanted = tables.Distinct().Where(table => table != root).ToList();
        var inTree = new HashSet<SchemaTable> { root };
        var joins = new List<(JoinEdge, SchemaTable)>();
        var cost = 0.0;
        while (wanted.Any(table => !inTree.Contains(table)))
        {
            var path = wanted.Where(table => !inTree.Contains(table)).Select(table => Shortest(schema, inTree, table, wanted)).Where(found => found is not null).OrderBy(found => found!.Value.Cost).FirstOrDefault();
            if (path is null) return null;
            foreach (var (edge, added) in path.Value.Steps)
            {
                if (inTree.Add(added)) joins.Add((edge, added));
            }
            cost += path.Value.Cost;
        }
        return new(root, joins, cost);
    }

    private static (List<(JoinEdge Edge, SchemaTable Added)> Steps, double Cost)? Shortest(SchemaIndex schema, HashSet<SchemaTable> from, SchemaTable to, List<SchemaTable> wanted)
    {
        var distance = from.ToDictionary(table => table, _ => 0.0);
        var via = new Dictionary<SchemaTable, JoinEdge>();
        var open = new PriorityQueue<SchemaTable, (double, int)>(from.Select(table => (table, (0.0, table.Ordinal))));
        while (open.TryDequeue(out var at, out var priority))
        {
            if (priority.Item1 > distance[at]) continue;
            if (at == to) break;
            foreach (var edge in schema.Joins.EdgesAt(at))
            {
                var next = edge.Other(at);
                // from many to one is safe; the other way round multiplies rows and is the last resort
                var step = edge.Cost + (edge.Parent == at && !edge.IsOneToOne ? 0.35 : 0) + (wanted.Contains(next) ? 0 : Bridge) + (next.IsEmpty ? Empty : 0);
                var total = distance[at] + step;
                if (distance.TryGetValue(next, out var known) && known <= total) continue;
                distance[next] = total;
                via[next] = edge;
                open.Enqueue(next, (total, next.Ordinal));
            }
        }
        if (!distance.TryGetValue(to, out var cost)) return null;
        var steps = new List<(JoinEdge, SchemaTable)>();
        for (var at = to; !from.Contains(at); at = via[at].Other(at)) steps.Add((via[at], at));
        steps.Reverse();
        return (steps, cost);
    }
}
