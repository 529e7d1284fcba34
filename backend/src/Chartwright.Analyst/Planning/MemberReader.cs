using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>
/// Conditions on everything a thing has: "customers who bought both phones and chairs", "students not allergic to milk". A row of what it has
/// cannot meet those; the thing is asked whether it has such a row.
/// </summary>
internal static class MemberReader
{
    /// <param name="root">The things that are counted or listed.</param>
    public static void Read(Draft draft, ResultShape shape, SchemaTable root)
    {
        if (shape is not ResultShape.Rows && (draft.Measures.Count == 0 || !draft.Measures.All(measure => measure.Column is null && measure.Table == root))) return;
        foreach (var filter in draft.Filters.Where(filter => filter.Op == FilterOp.In && (filter.Negated || filter.Texts.Count > 1 && NamesAll(draft, filter.Column))).ToList())
        {
            if (draft.Dimensions.Any(dimension => dimension.Column == filter.Column) || FindLink(draft.Schema, root, filter.Column.Table) is not { } link) continue;
            draft.Filters.Remove(filter);
            draft.Compared.Remove(filter.Column);
            var conditions = filter.Negated ? [filter with { Negated = false }] : filter.Texts.Select(text => filter with { Texts = [text] });
            draft.Exists.AddRange(conditions.Select(condition => new ExistsFilter(root, link[0].Edge, link[0].Added, filter.Negated) { Condition = condition, Joins = link[1..] }));
        }
    }

    /// <summary>Whether things that have each of the column's values are asked for, and not each value with what belongs to it.</summary>
    public static bool AsksForAll(Draft draft, SchemaTable things, SchemaColumn column) => NamesAll(draft, column) && FindLink(draft.Schema, things, column.Table) is not null;

    /// <summary>"both A and B", "who have A and B".</summary>
    private static bool NamesAll(Draft draft, SchemaColumn column)
    {
        var values = draft.Items.Where(item => item.Value?.Column == column).ToList();
        if (values.Count < 2 || values[0].Span.From == 0) return false;
        if (draft.Tokens[values[0].Span.From - 1].Norm == "both") return true;
        var isList = draft.Items.Where(item => item.Position > values[0].Position && item.Position < values[^1].Position).All(item => item.Kind is SpanKind.Value or SpanKind.And);
        return isList && draft.Tokens.Take(values[0].Span.From).Any(token => token.Norm is "who" or "that" or "which") && draft.Tokens[values[^1].Span.From - 1].Norm == "and";
    }

    /// <summary>How rows that carry the column, or lead to those that do, belong to the things; null when each thing has one at most.</summary>
    private static List<(JoinEdge Edge, SchemaTable Added)>? FindLink(SchemaIndex schema, SchemaTable things, SchemaTable table) =>
        table != things && JoinPlanner.Connect(schema, things, [table]) is { Joins: [var first, ..] } tree && first.Edge.Parent == things && tree.Multiplies(things) ? [.. tree.Joins] : null;
}
