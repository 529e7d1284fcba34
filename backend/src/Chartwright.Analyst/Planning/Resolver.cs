using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>Settles which column, table or value each span means, by its neighbours and by the tables the question mentions.</summary>
internal static class Resolver
{
    private const double MentionedTable = 0.12;
    private const double NamedColumn = 0.2;
    private const double EmptyTable = 0.4;

    /// <param name="context">Tables of the plan that is being changed: they count as mentioned.</param>
    public static List<Item> Resolve(Segmentation segmentation, IReadOnlyList<Token> tokens, Chooser chooser, IReadOnlySet<SchemaTable>? context = null)
    {
        var items = new List<Item>();
        foreach (var span in segmentation.Spans)
        {
            if (span.Kind is SpanKind.Everything or SpanKind.Listing) continue;
            items.Add(new(span, items.Count));
        }
        var anchors = Anchors(items);
        foreach (var table in context ?? new HashSet<SchemaTable>()) anchors[table] = anchors.GetValueOrDefault(table) + 1;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            switch (item.Kind)
            {
                case SpanKind.Table:
                {
                    var pick = chooser.Pick($"table@{item.Span.From}", item.Span.Tables.Select(match => (match, match.Score - (match.Table.IsEmpty ? EmptyTable : 0) + (anchors.GetValueOrDefault(match.Table) > 1 ? 0.05 : 0))), match => match.Table.Name);
                    (item.Table, item.Score, item.How) = (pick.Table, pick.Score, pick.How);
                    break;
                }
                case SpanKind.Column:
                {
                    var pick = chooser.Pick($"column@{item.Span.From}", item.Span.Columns.Select(match => (match, match.Score + Near(items, i, match.Column.Table) + Anchor(anchors, match.Column.Table) - (match.Column.Table.IsEmpty ? EmptyTable : 0) - IdentifierPenalty(match))), match => match.Column.Table.Name + "." + match.Column.Name);
                    (item.Column, item.Score, item.How) = (pick.Column, pick.Score, pick.How);
                    break;
                }
                case SpanKind.Value:
                {
                    var pick = chooser.Pick($"value@{item.Span.From}", item.Span.Values.Select(match => (match, ValueScore(match, items, i, anchors))), match => match.Value.Column.Name + " " + match.Value.Value);
                    (item.Value, item.Score, item.How) = (pick.Value, pick.Score, pick.How);
                    break;
                }
            }
        }
        Align(items);
        Absorb(items, tokens);
        return items;
    }

    /// <summary>A word that names a text column rarely means the identifier of the same name.</summary>
    private static double IdentifierPenalty(ColumnMatch match) => match.Column.IsIdentifier && match.How is MatchKind.Partial or MatchKind.Synonym or MatchKind.Morphology ? 0.3 : 0;

    private static Dictionary<SchemaTable, double> Anchors(List<Item> items)
    {
        var anchors = new Dictionary<SchemaTable, double>();
        foreach (var item in items)
        {
            if (item.Kind == SpanKind.Table && item.Span.Tables[0].Score >= 0.7) Add(item.Span.Tables[0].Table, 1);
            if (item.Kind == SpanKind.Column && item.Span.Columns.Where(match => match.Score > item.Span.Score - 0.1).Select(match => match.Column.Table).Distinct().Take(2).ToList() is [var only]) Add(only, 0.8);
            if (item.Kind == SpanKind.Value && item.Span.Values.Select(match => match.Value.Column.Table).Distinct().Take(2).ToList() is [var owner]) Add(owner, 0.4);
        }
        return anchors;

        void Add(SchemaTable table, double weight) => anchors[table] = anchors.GetValueOrDefault(table) + weight;
    }

    private static double Anchor(Dictionary<SchemaTable, double> anchors, SchemaTable table) => Math.Min(1.5, anchors.GetValueOrDefault(table)) * MentionedTable;

    /// <summary>The table's own word close by: "name of the rooms".</summary>
    private static double Near(List<Item> items, int index, SchemaTable table)
    {
        foreach (var offset in (int[])[1, -1])
        {
            if (index + offset < 0 || index + offset >= items.Count) continue;
            var other = items[index + offset];
            if (other.Kind == SpanKind.Table && other.Span.Tables.Any(match => match.Table == table && match.Score > 0.6)) return 0.1;
        }
        return 0;
    }

    private static double ValueScore(ValueMatch match, List<Item> items, int index, Dictionary<SchemaTable, double> anchors)
    {
        var score = match.Score + Anchor(anchors, match.Value.Column.Table) * 0.8 - (match.Value.Column.Table.IsEmpty ? EmptyTable : 0);
        for (var offset = -2; offset <= 2; offset++)
        {
            if (offset == 0 || index + offset < 0 || index + offset >= items.Count) continue;
            var other = items[index + offset];
            if (other.Kind == SpanKind.Column && other.Span.Columns.Any(named => named.Column == match.Value.Column)) { score += NamedColumn; break; }
            if (other.Kind == SpanKind.Value && other.Span.Values.Any(sibling => sibling.Value.Column == match.Value.Column)) score += 0.1;
        }
        if (match.Value.Column.Kind == ColumnKind.Category && match.Value.Column.Distinct <= 30) score += 0.03;
        return score;
    }

    /// <summary>Values in one list are of one column: "milk and cat allergies", though a lookup table holds the second too.</summary>
    private static void Align(List<Item> items)
    {
        for (var i = 0; i + 2 < items.Count; i++)
        {
            if (items[i].Value is not { } first || items[i + 1].Kind is not (SpanKind.And or SpanKind.Or) || items[i + 2].Value is not { } second || first.Column == second.Column) continue;
            if (items[i + 2].Span.Values.FirstOrDefault(match => match.Value.Column == first.Column && match.How == items[i].How) is { } same) (items[i + 2].Value, items[i + 2].Score) = (same.Value, same.Score);
        }
    }

    /// <summary>
    /// Compound nouns: a table's word, or a vaguer column, directly before a column only qualifies it ("customer segment", "doctor specialty").
    /// The qualifier keeps its weight as an anchor and gets no role of its own.
    /// </summary>
    private static void Absorb(List<Item> items, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            var (first, second) = (items[i], items[i + 1]);
            if (first.Span.To != second.Span.From) continue;
            if (first.Is(SpanKind.Table) && second.Is(SpanKind.Column) && !second.Column!.IsIdentifier && (second.Score >= 0.9 || second.Column.Table == first.Table && !second.Column.IsTemporal)) first.Role = ItemRole.Anchor;
            if (first.Is(SpanKind.Column) && second.Is(SpanKind.Column) && first.Score < 0.9 && second.Score >= first.Score && first.How is MatchKind.Partial or MatchKind.Synonym or MatchKind.Morphology or MatchKind.Fuzzy) first.Role = ItemRole.Anchor;
            if (first.Is(SpanKind.Column) && second.Is(SpanKind.Table) && first.How is MatchKind.Partial or MatchKind.Morphology && first.Score < 0.85 && !first.Column!.IsNumber && first.Column.Kind != ColumnKind.Flag) first.Role = ItemRole.Anchor;
        }
        // the same column said twice in a row ("party and the number of drivers in each party") is settled later; twice side by side is one
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i].Is(SpanKind.Column) && items[i + 1].Is(SpanKind.Column) && items[i].Column == items[i + 1].Column && tokens.Count > 0 && items[i].Span.To == items[i + 1].Span.From) items[i].Role = ItemRole.Anchor;
        }
    }
}
