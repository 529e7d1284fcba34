using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads filters by value, by flag and by absence.</summary>
internal static class ValueFilters
{
    public static void Read(Draft draft)
    {
        Values(draft);
        Flags(draft);
        Absences(draft);
        Pending(draft);
    }

    private static void Values(Draft draft)
    {
        foreach (var group in draft.Items.Where(item => item.Is(SpanKind.Value) && item.IsFree).GroupBy(item => (item.Value!.Column, IsNegated(draft, item))).ToList())
        {
            var (column, negated) = group.Key;
            var members = group.ToList();
            foreach (var item in members)
            {
                item.Role = ItemRole.Filter;
                ConsumeColumnBeside(draft, item, column);
            }
            var texts = members.SelectMany(item => SameWord(item)).Distinct(StringComparer.Ordinal).ToList();
            var compared = members.Count > 1 && !negated && (draft.Has(SpanKind.Versus) || members.Zip(members.Skip(1)).All(pair => Joined(draft, pair.First, pair.Second)));
            draft.Filters.Add(new(column, FilterOp.In) { Texts = texts, Negated = negated });
            if (!compared) continue;
            var versus = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Versus));
            if (versus is not null) { versus.Role = ItemRole.Mark; draft.Compares = true; }
            if (versus is not null || texts.Count >= 2 && !draft.Has(SpanKind.Or)) draft.Compared.Add(column);
        }
    }

    /// <summary>The same words stored in several spellings ("USA", "U.S.A.") are one value to the reader.</summary>
    private static IEnumerable<string> SameWord(Item item) => item.Span.Values
        .Where(match => match.Value.Column == item.Value!.Column && match.Score >= item.Score - 0.02 && (match.How == MatchKind.Value || match.Value == item.Value))
        .Select(match => match.Value.Value).DefaultIfEmpty(item.Value!.Value);

    private static bool Joined(Draft draft, Item first, Item second)
    {
        for (var i = first.Position + 1; i < second.Position; i++)
            if (draft.Items[i].Kind is not (SpanKind.And or SpanKind.Versus or SpanKind.Value)) return false;
        return second.Position - first.Position <= 3;
    }

    /// <summary>"in the city of New York", "region North", "North region": the column only names the value's kind.</summary>
    private static void ConsumeColumnBeside(Draft draft, Item item, SchemaColumn column)
    {
        foreach (var step in (int[])[-1, 1])
        {
            for (var at = item.Position + step; draft.At(at) is { } other; at += step)
            {
                if (other.Kind is SpanKind.Negation or SpanKind.Compare or SpanKind.And && step < 0) continue;
                if (other.Is(SpanKind.Value) && other.Value!.Column == column) continue;
                var near = step > 0 ? draft.Gap(item, other) == 0 : draft.Gap(other, item) <= 3 && draft.Between(other, item).All(word => word is "not" or "to" or "both" or "isn't" or "aren't" or "located" or "based" or "of" or "is" or "the" or "are" or "was" or "from" or "in" or "equals" or ":" or "called" or "named" or "as" or "like" or "type");
                var matches = other.Is(SpanKind.Column) && other.IsFree && (other.Column == column || other.Span.Columns.Any(match => match.Column == column && match.Score >= 0.7));
                if (near && matches && !(draft.Previous(other) is { Kind: SpanKind.Group } mark && mark.Span.As<GroupMark>() is { Each: true } or { Series: true })) other.Role = ItemRole.Filter;
                break;
            }
        }
        if (draft.Previous(item) is { Kind: SpanKind.Compare } op && op.Span.As<CompareMark>().Op is CompareOp.Equal or CompareOp.NotEqual) op.Role = ItemRole.Mark;
    }

    /// <summary>A negation directly before the value, or before the values it stands in a list with.</summary>
    private static bool IsNegated(Draft draft, Item item)
    {
        var distance = 0;
        for (var at = item.Position - 1; draft.At(at) is { } other && distance < 4; at--, distance++)
        {
            if (other.Kind is SpanKind.Negation or SpanKind.Absent)
            {
                if (draft.Gap(other, draft.Items[at + 1]) > 3) return false;
                other.Role = ItemRole.Filter;
                return true;
            }
            if (other is { Kind: SpanKind.Compare } && other.Span.As<CompareMark>().Op == CompareOp.NotEqual) { other.Role = ItemRole.Filter; return true; }
            if (other.Kind is not (SpanKind.And or SpanKind.Or or SpanKind.Column or SpanKind.Table or SpanKind.Value)) return false;
            if (other.Is(SpanKind.Value) && other.Value!.Column != item.Value!.Column) return false;
            if (other.Is(SpanKind.Column) && other.Column != item.Value!.Column) return false;
        }
        return false;
    }

    private static void Flags(Draft draft)
    {
        foreach (var item in draft.Items.Where(item => item.IsFree && item.Column is { Kind: ColumnKind.Flag }))
        {
            var before = draft.Previous(item);
            if (before is { Kind: SpanKind.Group or SpanKind.And or SpanKind.Share or SpanKind.Distribution or SpanKind.Versus } || draft.Items.Count(other => other.Kind is SpanKind.Column or SpanKind.Table) < 2) continue;
            item.Role = ItemRole.Filter;
            var negated = before is { Kind: SpanKind.Negation or SpanKind.Absent } && draft.Gap(before, item) <= 2;
            if (negated) before!.Role = ItemRole.Filter;
            draft.Filters.Add(new(item.Column!, FilterOp.IsTrue) { Negated = negated });
        }
    }

    /// <summary>"ships without a captain": no row of the other table; "without a discount": the column is empty.</summary>
    private static void Absences(Draft draft)
    {
        foreach (var mark in draft.Free(SpanKind.Absent).ToList())
        {
            if (draft.Next(mark) is not { } what || draft.Gap(mark, what) > 3) continue;
            if (what.Is(SpanKind.Table) && Edge(draft, what.Table!) is { } found)
            {
                mark.Role = what.Role = ItemRole.Filter;
                draft.Exists.Add(new(found.Edge.Other(found.Missing), found.Edge, found.Missing, Negated: true));
            }
            else if (what.Is(SpanKind.Column) && what.IsFree && IsOfTheSubject(draft, what.Column!))
            {
                mark.Role = what.Role = ItemRole.Filter;
                draft.Filters.Add(new(what.Column!, FilterOp.IsNull));
            }
        }
    }

    /// <summary>"loans not yet returned": what is done has a date, what is not has none.</summary>
    private static void Pending(Draft draft)
    {
        foreach (var mark in draft.Free(SpanKind.Negation).ToList())
        {
            if (draft.Next(mark) is not { IsFree: true, Column: { IsTemporal: true, Source.Profile.NullCount: > 0 } date } done || !IsParticiple(draft.Tokens[done.Span.To - 1].Norm)) continue;
            var between = Enumerable.Range(mark.Span.To, done.Span.From - mark.Span.To).ToList();
            if (!between.All(at => draft.Tokens[at].Norm is "yet" or "been" or "be")) continue;
            mark.Role = done.Role = ItemRole.Filter;
            draft.ReadBeside.UnionWith(between);
            draft.Filters.Add(new(date, FilterOp.IsNull));
        }
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word is "paid" or "sent" or "sold" or "made" or "taken" or "given" or "done" or "left";

    /// <summary>A row of another table that is not there has no column that could be empty.</summary>
    private static bool IsOfTheSubject(Draft draft, SchemaColumn column)
    {
        var named = draft.Items.Select(item => item.Table).OfType<SchemaTable>().ToList();
        return named.Count == 0 || named.Contains(column.Table);
    }

    /// <summary>The key between the missing table and one that is mentioned; with a link table between them, its rows are what is missing.</summary>
    private static (JoinEdge Edge, SchemaTable Missing)? Edge(Draft draft, SchemaTable missing)
    {
        bool IsMentioned(SchemaTable table) => table != missing && draft.Items.Any(item => item.Table == table || item.Column?.Table == table);
        var edges = draft.Schema.Joins.EdgesAt(missing);
        if (edges.Where(edge => IsMentioned(edge.Other(missing))).OrderBy(edge => edge.Cost).FirstOrDefault() is { } direct) return (direct, missing);
        foreach (var link in edges.Where(edge => edge.Parent == missing).Select(edge => edge.Child))
            if (draft.Schema.Joins.EdgesFrom(link).FirstOrDefault(edge => IsMentioned(edge.Parent)) is { } over) return (over, link);
        return null;
    }
}
