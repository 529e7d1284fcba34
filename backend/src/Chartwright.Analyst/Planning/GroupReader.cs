using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads what the answer has one row for each of.</summary>
internal static class GroupReader
{
    public static void Read(Draft draft)
    {
        foreach (var item in draft.Items.Where(item => item.IsMeasureColumn && item.Span.From > 1 && draft.Tokens[item.Span.From - 1].Norm == "per")) draft.Unplaced.Add(item.Span.From); // "riders per incident" is a ratio
        foreach (var mark in draft.Items.Where(item => item.Is(SpanKind.Group)).ToList()) ReadMark(draft, mark);
        foreach (var item in draft.Free(SpanKind.Grain).ToList()) ReadGrain(draft, item);
        foreach (var item in draft.Free(SpanKind.Trend).ToList())
        {
            item.Role = ItemRole.Group;
            draft.TimeGroup ??= (item.Span.Payload as TimeGrain?, false);
        }
    }

    private static void ReadMark(Draft draft, Item mark)
    {
        var how = mark.Span.As<GroupMark>();
        if (how.Postfix)
        {
            if (draft.Previous(mark) is { } before && Draft.AreAdjacent(before, mark) && Group(draft, before, how)) mark.Role = ItemRole.Group;
            return;
        }
        if (how.By && IsAgent(draft, mark)) return;
        if (how.By && IsCountOfChildren(draft, mark)) return;
        var last = mark;
        for (var at = mark.Position + 1; draft.At(at) is { } item; at++)
        {
            if (draft.Gap(last, item) > (last == mark ? 4 : last.Kind is SpanKind.And or SpanKind.Distinct or SpanKind.Group or SpanKind.Count ? 2 : 0)) break;
            if (last.Kind is SpanKind.Column or SpanKind.Table && last.Role != ItemRole.Anchor && !item.Is(SpanKind.And) && !(item.Is(SpanKind.Column) && Draft.AreAdjacent(last, item))) break;
            if (item.Kind is SpanKind.And or SpanKind.Distinct)
            {
                if (item.Is(SpanKind.And) && last == mark) break;
                if (item.Is(SpanKind.And) && !ContinuesGroup(draft, item)) break;
                item.Role = ItemRole.Mark;
                last = item;
                continue;
            }
            if (item.Is(SpanKind.Group) && last.Kind is SpanKind.Group or SpanKind.And) { item.Role = ItemRole.Mark; last = item; continue; }
            if (item.Is(SpanKind.Count) && NamesColumn(draft, item)) { item.Role = ItemRole.Mark; last = item; continue; } // by number of cylinders
            if (item.Role == ItemRole.Anchor) { last = item; continue; }
            if (!item.IsFree) break;
            if (item.Is(SpanKind.Value)) break;
            if (!Group(draft, item, how)) break;
            mark.Role = ItemRole.Group;
            last = item;
        }
    }

    /// <summary>"spent by customers in each city": who did it, not what to group by, when a stronger mark follows.</summary>
    private static bool IsAgent(Draft draft, Item mark)
    {
        if (mark.Span.From == 0 || mark.Span.Length > 1 || draft.Next(mark) is not { Kind: SpanKind.Table, IsFree: true } who) return false;
        var verb = draft.Tokens[mark.Span.From - 1].Norm;
        var passive = verb.Length > 3 && (verb.EndsWith("ed", StringComparison.Ordinal) || verb.EndsWith("en", StringComparison.Ordinal) || verb is "spent" or "sold" or "made" or "bought" or "taught" or "paid" or "held" or "won" or "run" or "sent");
        if (!passive || !draft.Items.Any(item => item.Position > who.Position && item.Is(SpanKind.Group))) return false;
        mark.Role = ItemRole.Mark;
        who.Role = ItemRole.Anchor;
        return true;
    }

    /// <summary>"courses by number of students": the things before the mark, each with how many it has.</summary>
    private static bool IsCountOfChildren(Draft draft, Item mark)
    {
        if (draft.Previous(mark) is not { Kind: SpanKind.Table, IsFree: true } things || draft.Gap(things, mark) > 0 || draft.Items.Any(item => item.Position < things.Position && item.Kind is SpanKind.Aggregate or SpanKind.Count or SpanKind.Rank or SpanKind.Superlative)) return false;
        if (draft.Next(mark) is not { Kind: SpanKind.Count, IsFree: true } count || draft.Next(count) is not { Kind: SpanKind.Table, IsFree: true } counted || counted.Table == things.Table || draft.Gap(count, counted) > 1) return false;
        things.Role = mark.Role = ItemRole.Group;
        draft.AddDimension(Draft.EntityDimension(things.Table!));
        return true;
    }

    /// <summary>After "and": another thing to group by, unless an aggregate or a measure begins.</summary>
    private static bool ContinuesGroup(Draft draft, Item and)
    {
        var next = draft.Next(and);
        while (next is { Role: ItemRole.Anchor } or { Kind: SpanKind.Distinct }) next = draft.Next(next);
        if (next is null || !next.IsFree && next.Kind != SpanKind.Group || draft.Gap(and, next) > 1) return false;
        if (next.Is(SpanKind.Group)) return true;
        if (next.Is(SpanKind.Grain) || next.Is(SpanKind.Table)) return true;
        return next.Column is { } column && !(column.IsNumber && column.Kind == ColumnKind.Measure) && draft.Next(next) is not { Kind: SpanKind.Count };
    }

    /// <summary>"number of X" where X is a numeric column and something else is measured: the column itself.</summary>
    private static bool NamesColumn(Draft draft, Item count) =>
        draft.Next(count) is { IsNumericColumn: true } column && draft.Gap(count, column) <= 1 && draft.Items.Any(item => item.Position < count.Position && (item.Kind is SpanKind.Aggregate or SpanKind.Count or SpanKind.Share || item.IsMeasureColumn || item.Is(SpanKind.Table)));

    private static bool Group(Draft draft, Item item, GroupMark how)
    {
        switch (item.Kind)
        {
            case SpanKind.Table:
                if (IsRowItself(draft, item, how)) { item.Role = ItemRole.Anchor; return true; }
                if (how.By && IsRankMeasure(draft, item)) return false;
                item.Role = ItemRole.Group;
                draft.AddDimension(Draft.EntityDimension(item.Table!) with { IsSeries = how.Series });
                return true;
            case SpanKind.Grain:
                item.Role = ItemRole.Group;
                draft.TimeGroup ??= (item.Span.As<GrainMark>().Grain, how.Series);
                return true;
            case SpanKind.Column:
                return GroupColumn(draft, item, how);
            default:
                return false;
        }
    }

    private static bool GroupColumn(Draft draft, Item item, GroupMark how)
    {
        var column = item.Column!;
        // "products by price", "top colleges by average cost": what follows "by" is the measure when nothing else is
        if (how.By && item.IsMeasureColumn && !MeasuredBefore(draft, item)) return false;
        if (draft.Unplaced.Contains(item.Span.From)) return false;
        if (column.IsIdentifier && column.Kind == ColumnKind.ForeignKey && draft.Schema.Joins.EdgesFrom(column.Table).FirstOrDefault(edge => edge.ChildColumns.Contains(column)) is { } edge && edge.Parent.Label.Count > 0 && !item.Column!.NameWords.Any(word => Words(draft, item).Contains("id")))
        {
            item.Role = ItemRole.Group;
            draft.AddDimension(Draft.EntityDimension(edge.Parent) with { IsSeries = how.Series });
            return true;
        }
        item.Role = ItemRole.Group;
        draft.AddDimension(Of(column) with { IsSeries = how.Series });
        return true;
    }

    private static HashSet<string> Words(Draft draft, Item item) => [.. Enumerable.Range(item.Span.From, item.Span.Length).Select(i => draft.Tokens[i].Norm)];

    /// <summary>A dimension over a column; dates get the grain their name says.</summary>
    public static Dimension Of(SchemaColumn column) => column.IsTemporal ? new([column], GrainOfName(column)) : new([column]);

    /// <summary>A DATE column called <c>month</c> holds months already. Null: to be chosen by the span of the data.</summary>
    public static TimeGrain? GrainOfName(SchemaColumn column) => column.NameWords[^1] switch
    {
        "month" => TimeGrain.Month, "quarter" => TimeGrain.Quarter, "week" => TimeGrain.Week, "day" => TimeGrain.Day, "year" => TimeGrain.Year, _ => null,
    };

    private static bool MeasuredBefore(Draft draft, Item item) =>
        draft.Items.Any(other => other.Position < item.Position && (other.Kind is SpanKind.Aggregate or SpanKind.Count || other.IsMeasureColumn && other.Role is ItemRole.None or ItemRole.Measure) && other.Kind != SpanKind.Rank)
        && !draft.Items.Any(other => other.Position < item.Position && other.Is(SpanKind.Rank) && !draft.Items.Any(agg => agg.Position > other.Position && agg.Position < item.Position && agg.Kind is SpanKind.Aggregate or SpanKind.Count));

    /// <summary>"average amount per treatment" where treatments are the rows themselves: nothing to group by.</summary>
    private static bool IsRowItself(Draft draft, Item table, GroupMark how)
    {
        if (!how.Each || draft.Previous(table)?.Span is not { Length: 1 } mark || draft.Tokens[mark.From].Norm != "per") return false;
        var aggregate = draft.Items.LastOrDefault(item => item.Position < table.Position && item.Is(SpanKind.Aggregate));
        return aggregate?.Span.As<AggFn>() is AggFn.Avg or AggFn.Median && draft.Items.Any(item => item.Position > aggregate.Position && item.Position < table.Position && item.Column is { IsNumber: true } column && column.Table == table.Table);
    }

    /// <summary>"customers by orders": a child table after "by" is counted.</summary>
    private static bool IsRankMeasure(Draft draft, Item table) =>
        draft.Items.Any(item => item.Position < table.Position && item.Kind is SpanKind.Rank) && !draft.Items.Any(item => item.Position < table.Position && item.Kind is SpanKind.Aggregate or SpanKind.Count);

    private static void ReadGrain(Draft draft, Item item)
    {
        var mark = item.Span.As<GrainMark>();
        if (mark.Adverb)
        {
            item.Role = ItemRole.Group;
            draft.TimeGroup ??= (mark.Grain, false);
            return;
        }
        var previous = draft.Previous(item);
        if (previous is { Kind: SpanKind.Number } number && (number.Role == ItemRole.Filter || draft.Previous(number)?.Kind is SpanKind.Compare)) return; // "longer than 2 hours" names a unit
        var named = previous is { Kind: SpanKind.Group or SpanKind.Superlative or SpanKind.Rank or SpanKind.Number } && draft.Gap(previous, item) <= 2 || previous is { Kind: SpanKind.And } && draft.TimeGroup is null && draft.Dimensions.Count > 0;
        var asked = item.Position == 0 || draft.Tokens.Take(item.Span.From).LastOrDefault(token => !token.IsMark)?.Norm is "which" or "what" or "the" or "over" or "find";
        if (!named && !(asked && (draft.Has(SpanKind.Superlative) || draft.Has(SpanKind.Rank) || mark.Grain is TimeGrain.Weekday or TimeGrain.HourOfDay))) return;
        item.Role = ItemRole.Group;
        draft.TimeGroup ??= (mark.Grain, false);
    }
}
