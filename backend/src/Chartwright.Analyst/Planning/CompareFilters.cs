using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Ties comparisons with numbers to the column, or the aggregate, they speak of.</summary>
internal static class CompareFilters
{
    private const int Reach = 4;

    private sealed record Attachment(SchemaColumn? Column, Item? Item, Measure? Having);

    public static void Read(Draft draft)
    {
        foreach (var item in draft.Free(SpanKind.CompareAverage).ToList()) ReadAverage(draft, item);
        foreach (var item in draft.Free(SpanKind.Compare).ToList()) ReadCompare(draft, item);
        foreach (var item in draft.Free(SpanKind.Number).ToList()) ReadEquality(draft, item);
    }

    private static void ReadCompare(Draft draft, Item op)
    {
        var mark = op.Span.As<CompareMark>();
        if (draft.Next(op) is { Kind: SpanKind.Aggregate, IsFree: true } average && average.Span.As<AggFn>() == AggFn.Avg && draft.Gap(op, average) <= 1 && mark.Op is CompareOp.Greater or CompareOp.Less)
        {
            var column = draft.Next(average) is { IsNumericColumn: true, IsFree: true } of && draft.Gap(average, of) <= 1 ? of : null;
            var left = mark.Hints.Count == 0 && draft.Previous(op) is { IsNumericColumn: true, IsFree: true } before && draft.Gap(before, op) <= 2 ? before : null;
            var hinted = ByHint(draft, mark, []).Where(_ => column is null).OrderByDescending(option => option.Item2).Select(option => option.Item1.Column).FirstOrDefault(); // older than average
            if ((column ?? left)?.Column is not { } compared && (compared = hinted) is null) return;
            op.Role = average.Role = ItemRole.Filter;
            if (column is not null) column.Role = ItemRole.Filter;
            if (left?.Column == compared) left!.Role = ItemRole.Filter;
            draft.Filters.Add(new(compared, mark.Op == CompareOp.Greater ? FilterOp.AboveAverage : FilterOp.BelowAverage));
            return;
        }
        List<Item> numbers;
        Item? inner = null;
        if (mark.Postfix)
        {
            if (draft.Previous(op) is not { Kind: SpanKind.Number, IsFree: true } before || !Draft.AreAdjacent(before, op)) return;
            numbers = [before];
        }
        else
        {
            var next = draft.Next(op);
            if (next is { Kind: SpanKind.Column } && draft.Next(next) is { Kind: SpanKind.Number }) (inner, next) = (next, draft.Next(next)); // under the age of 30
            if (next is not { Kind: SpanKind.Number, IsFree: true } || draft.Gap(inner ?? op, next) > 2) return;
            numbers = [next];
            if (mark.Op == CompareOp.Between)
            {
                var second = draft.Next(next) is { Kind: SpanKind.And or SpanKind.Versus } and ? draft.Next(and) : draft.Next(next);
                if (second is not { Kind: SpanKind.Number, IsFree: true }) return;
                if (draft.Next(next) is { Kind: SpanKind.And or SpanKind.Versus } used) used.Role = ItemRole.Mark;
                numbers.Add(second);
            }
        }
        var values = numbers.Select(number => number.Span.As<NumberMark>()).ToList();
        if (values.Count == 2 && values[1].IsScaled && !values[0].IsScaled) values[0] = values[0] with { Value = values[0].Value * Scale(values[1]) }; // between 5 and 10 million
        var first = mark.Postfix ? numbers[0] : op;
        var last = mark.Postfix ? op : numbers[^1];
        if (Attach(draft, mark, values, first, last, inner) is not { } attachment) return;
        if (Units.Convert(draft, last, attachment.Column) is { } factor) values = [.. values.Select(value => value with { Value = value.Value * factor })];
        Apply(draft, mark.Op, values, attachment, first);
        op.Role = ItemRole.Filter;
        foreach (var number in numbers) number.Role = ItemRole.Filter;
        if (attachment.Item is { } used2 && attachment.Having is null) used2.Role = ItemRole.Filter;
    }

    private static double Scale(NumberMark mark) => mark.Value switch { >= 1e9 => 1e9, >= 1e6 => 1e6, _ => 1e3 };

    private static void Apply(Draft draft, CompareOp op, List<NumberMark> values, Attachment attachment, Item first)
    {
        if (draft.Previous(first) is { Kind: SpanKind.Negation, IsFree: true } negation && draft.Gap(negation, first) <= 1)
        {
            negation.Role = ItemRole.Filter;
            op = op switch { CompareOp.Greater => CompareOp.LessOrEqual, CompareOp.Less => CompareOp.GreaterOrEqual, CompareOp.GreaterOrEqual => CompareOp.Less, CompareOp.LessOrEqual => CompareOp.Greater, CompareOp.Equal => CompareOp.NotEqual, _ => op };
        }
        var column = attachment.Column;
        var numbers = values.Select(value => value.IsPercent && column is { Max: <= 1.0 } ? value.Value / 100 : value.Value).ToList();
        if (attachment.Having is { } measure) draft.Having.Add(new(measure, op, numbers));
        else draft.Filters.Add(new(column!, FilterOp.Compare) { Compare = op, Numbers = numbers });
    }

    private static Attachment? Attach(Draft draft, CompareMark mark, List<NumberMark> values, Item first, Item last, Item? inner)
    {
        if (inner is { IsNumericColumn: true }) return new(inner.Column, inner, null);
        var options = new List<(Attachment Option, double Score)>();
        if (draft.Next(last) is { } right && draft.Gap(last, right) <= 1 && !(draft.Gap(last, right) == 1 && draft.Between(last, right).Any(word => word is "by" or "for" or "in")))
        {
            if (right.IsNumericColumn && right.IsFree)
            {
                options.Add((new(right.Column, right, null), 1.0 + Plausible(right.Column!, values)));
                if (IsOfSeveralRows(draft, first, right.Column!)) options.Add((new(null, right, new(AggFn.Sum, right.Column, right.Column!.Table)), 1.1));
            }
            else if (right is { Kind: SpanKind.Table, IsFree: true } && draft.Gap(last, right) == 0 && HasOtherEntity(draft, right) && (mark.Hints.Count == 0)) options.Add((new(null, right, Measure.CountOf(right.Table!)), 0.95));
            else if (right is { Kind: SpanKind.Column, IsFree: true } && right.Column!.Kind is ColumnKind.Category or ColumnKind.Label or ColumnKind.Key && draft.Gap(last, right) == 0 && mark.Hints.Count == 0 && HasOtherEntity(draft, right))
                options.Add((new(null, right, new(AggFn.CountDistinct, right.Column, right.Column.Table)), 0.6));
        }
        for (var at = first.Position - 1; draft.At(at) is { } left; at--)
        {
            if (left.Kind is SpanKind.Negation) continue;
            if (draft.Gap(left, draft.Items[at + 1]) > Reach) break;
            if (left.IsNumericColumn && left.IsFree)
            {
                var measured = AggregateBefore(draft, left);
                var having = measured is { } fn && fn.Role == ItemRole.None && GroupedAround(draft, left);
                if (having) options.Add((new(null, left, new(measured!.Span.Kind == SpanKind.Aggregate ? measured.Span.As<AggFn>() : AggFn.Sum, left.Column, left.Column!.Table)), 0.95));
                options.Add((new(left.Column, left, null), (having ? 0.6 : 0.9) + Plausible(left.Column!, values)));
            }
            else if (left is { Kind: SpanKind.Table, IsFree: true } && draft.Previous(left) is { Kind: SpanKind.Count } && left.Position == first.Position - 1 && !draft.Between(left, first).Any(word => word is "with" or "for" or "that" or "who" or "where"))
                options.Add((new(null, left, Measure.CountOf(left.Table!)), 0.85));
            else if (left is { Kind: SpanKind.Count } && left.Position == first.Position - 1 && draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table)) is { } counted)
                options.Add((new(null, null, Measure.CountOf(counted.Table!)), 0.6));
            break;
        }
        if (draft.Previous(first) is { Kind: SpanKind.Table } who && draft.Gap(who, first) <= 3 && who.Table!.Columns.FirstOrDefault(column => column.IsNumber && column.NameWords[^1] == "age") is { } age && values.All(value => value is { IsMoney: false, IsScaled: false, Value: > 0 and < 120 }) && Plausible(age, values) >= 0)
            options.Add((new(age, null, null), 0.97)); // people under 40
        options.AddRange(ByHint(draft, mark, values));
        if (options.Count == 0 || options.Max(option => option.Score) < 0.75) options.AddRange(ByPlausibility(draft, values));
        return options.Count == 0 ? null : draft.Chooser.Pick($"compare@{first.Span.From}", options, option => option.Column?.Name ?? option.Having?.Fn.ToString() ?? "");
    }

    /// <summary>"years with more than 200 incidents": each year has several rows, and their incidents add up.</summary>
    private static bool IsOfSeveralRows(Draft draft, Item first, SchemaColumn measured) =>
        measured.Additivity == Additivity.Additive && draft.Previous(first) is { IsFree: true, Column: { } of } thing && thing.Kind == SpanKind.Column && of.Table == measured.Table && !of.IsTemporal
        && (!of.IsNumber || of.Kind == ColumnKind.YearNumber) && !ColumnClassifier.IsUnique(of) && draft.IsPlural(thing)
        && draft.Gap(thing, first) <= 1 && !draft.Items.Any(item => item.Position < thing.Position && item.Kind is SpanKind.Count or SpanKind.Aggregate);

    private static Item? AggregateBefore(Draft draft, Item column) =>
        draft.Previous(column) is { Kind: SpanKind.Aggregate } previous && draft.Gap(previous, column) <= 1 ? previous : null;

    /// <summary>An aggregate compared only makes sense of groups: "countries with total sales over 1000".</summary>
    private static bool GroupedAround(Draft draft, Item column) =>
        draft.Items.Any(item => item.Position < column.Position && (item.Kind is SpanKind.Table || item.Column is { IsNumber: false }));

    private static bool HasOtherEntity(Draft draft, Item right) =>
        draft.Items.Any(item => item.Position < right.Position && (item.Table is { } table && table != right.Table || item.Column is { IsNumber: false } column && column != right.Column) && !item.Is(SpanKind.Value));

    private static IEnumerable<(Attachment, double)> ByHint(Draft draft, CompareMark mark, List<NumberMark> values)
    {
        foreach (var (hint, rank) in mark.Hints.Select((hint, rank) => (hint, rank)))
        {
            foreach (var match in draft.Schema.Names.Columns(Text.Stemmer.Stem(hint)).Where(match => match.Column.IsNumber && !match.Column.IsIdentifier))
                yield return (new(match.Column, null, null), match.Score - 0.05 * rank + (IsMentioned(draft, match.Column.Table) ? 0.2 : 0) + Plausible(match.Column, values));
        }
    }

    /// <summary>No column stands near: the one whose unit and range fit.</summary>
    private static IEnumerable<(Attachment, double)> ByPlausibility(Draft draft, List<NumberMark> values)
    {
        var money = values.Any(value => value.IsMoney || value.IsScaled);
        foreach (var column in draft.Schema.Tables.Where(table => IsMentioned(draft, table)).SelectMany(table => table.Columns).Where(column => column is { IsNumber: true, Kind: ColumnKind.Measure or ColumnKind.SmallInteger }))
        {
            if (Plausible(column, values) < 0) continue;
            var score = 0.3 + (money && ColumnWords.IsMoney(column.Words) ? 0.25 : 0) + (column.Words.Contains("age") && !money ? 0.25 : 0) + (draft.Items.Any(item => item.Column == column) ? 0.25 : 0) + (values.Any(value => value.IsPercent) && (column.Unit == "%" || column.Words.Any(word => word is "rate" or "percent" or "share")) ? 0.3 : 0);
            yield return (new(column, null, null), score - 0.01 * column.Ordinal);
        }
    }

    private static bool IsMentioned(Draft draft, SchemaTable table) => draft.Schema.Tables.Count == 1 || draft.Items.Any(item => item.Table == table || item.Column?.Table == table || item.Value?.Column.Table == table);

    /// <summary>0 when the number lies in the column's range (with room around it), below when it does not.</summary>
    private static double Plausible(SchemaColumn column, List<NumberMark> values)
    {
        if (column.Min is not { } min || column.Max is not { } max) return 0;
        var slack = Math.Max(max - min, Math.Abs(max)) * 0.5;
        return values.All(value => value.Value >= min - slack && value.Value <= max + slack || value.IsPercent && max <= 1) ? 0 : -0.45;
    }

    private static void ReadAverage(Draft draft, Item mark)
    {
        var op = mark.Span.As<CompareOp>() == CompareOp.Greater ? FilterOp.AboveAverage : FilterOp.BelowAverage;
        var column = draft.Next(mark) is { IsNumericColumn: true, IsFree: true } right && draft.Gap(mark, right) <= 2 ? right
            : draft.Previous(mark) is { IsNumericColumn: true, IsFree: true } left && draft.Gap(left, mark) <= Reach ? left : null;
        if (column is null) return;
        mark.Role = column.Role = ItemRole.Filter;
        draft.Filters.Add(new(column.Column!, op));
    }

    /// <summary>"discount of 20", "8 cylinders", "age 25": a number beside a numeric column, with nothing else to do.</summary>
    private static void ReadEquality(Draft draft, Item number)
    {
        if (draft.Previous(number) is { Kind: SpanKind.Rank or SpanKind.Superlative or SpanKind.Moving } || draft.Next(number) is { Kind: SpanKind.Superlative or SpanKind.Moving }) return;
        var right = draft.Next(number) is { IsNumericColumn: true, IsFree: true } next && Draft.AreAdjacent(number, next) ? next : null;
        var left = draft.Previous(number) is { IsFree: true, Column.IsNumber: true } before && draft.Gap(before, number) <= 2
            && draft.Between(before, number).All(word => word is "of" or "is" or "are" or "=" or "was" or "at" or "equals" or ":" or "number") ? before : null;
        var item = right is not null && right.Column!.Kind == ColumnKind.SmallInteger ? right : left ?? right;
        if (item is null) return;
        number.Role = item.Role = ItemRole.Filter;
        draft.Filters.Add(new(item.Column!, FilterOp.Compare) { Compare = CompareOp.Equal, Numbers = [number.Span.As<NumberMark>().Value] });
    }
}
