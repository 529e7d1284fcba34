using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads aggregates and counts, and what they are taken of.</summary>
internal static class MeasureReader
{
    public static void Read(Draft draft)
    {
        foreach (var item in draft.Items.Where(item => item.Kind is SpanKind.Aggregate or SpanKind.Count).ToList())
        {
            if (!item.IsFree) continue;
            if (item.Is(SpanKind.Aggregate)) ReadAggregate(draft, item);
            else ReadCount(draft, item);
        }
    }

    private static void ReadAggregate(Draft draft, Item item)
    {
        var functions = new List<AggFn>();
        var at = item;
        while (true)
        {
            functions.Add(at.Span.As<AggFn>());
            at.Role = ItemRole.Measure;
            var next = draft.Next(at);
            var joined = next is { Kind: SpanKind.And } && draft.Next(next) is { Kind: SpanKind.Aggregate, IsFree: true } and ? and : next is { Kind: SpanKind.Aggregate, IsFree: true } && Draft.AreAdjacent(at, next) ? next : null;
            if (joined is null) break;
            for (var between = at.Position + 1; between < joined.Position; between++) draft.Items[between].Role = ItemRole.Mark;
            at = joined;
        }
        if (draft.Next(at) is { Kind: SpanKind.Count, IsFree: true } count && draft.Gap(at, count) <= 2)
        {
            ReadCountAfterAggregate(draft, at, count, functions[0]);
            return;
        }
        var target = ObjectOf(draft, at, functions[0]);
        if (target is null) { item.Role = ItemRole.None; return; }
        if (target is { Kind: SpanKind.Table })
        {
            if (!OfTable(draft, target, functions)) item.Role = ItemRole.None; // it has no number to be an average of
            return;
        }
        target.Role = ItemRole.Measure;
        foreach (var function in functions) draft.AddMeasure(new(function, target.Column, target.Column!.Table));
        for (var next = target; draft.Next(next) is { Kind: SpanKind.And } and && draft.Next(and) is { IsMeasureColumn: true, IsFree: true } more && draft.Gap(and, more) <= 1; next = more)
        {
            and.Role = ItemRole.Mark;
            more.Role = ItemRole.Measure;
            foreach (var function in functions) draft.AddMeasure(new(function, more.Column, more.Column!.Table));
        }
    }

    /// <summary>The column an aggregate is of: the next free numeric one in its phrase; else a table; else a numeric column named before it.</summary>
    private static Item? ObjectOf(Draft draft, Item aggregate, AggFn function)
    {
        Item? table = null;
        for (var at = aggregate.Position + 1; draft.At(at) is { } item; at++)
        {
            if (item.Kind is SpanKind.Aggregate or SpanKind.Count) break;
            if (item.IsNumericColumn && (item.IsFree || item.Role == ItemRole.Group && false)) return item;
            if (item.Kind is SpanKind.Table && item.IsFree && table is null && draft.Gap(aggregate, item) <= 3 && item.Position <= aggregate.Position + 3) table = item;
            if (item.Column is { IsIdentifier: true } && item.IsFree && draft.Gap(aggregate, item) <= 2 && function == AggFn.Sum) return null;
        }
        var before = draft.Items.LastOrDefault(item => item.Position < aggregate.Position && item.IsNumericColumn && item.IsFree);
        if (before is not null && (table is null || function != AggFn.Sum)) return before;
        return table;
    }

    /// <summary>"total sales" where sales are a table: its main measure, or for a sum the number of its rows.</summary>
    /// <returns>False when the table has nothing the aggregate could be of.</returns>
    private static bool OfTable(Draft draft, Item table, List<AggFn> functions)
    {
        var options = MainMeasures(draft, table.Table!, withPrices: functions[0] != AggFn.Sum).Select((column, rank) => (Option: (SchemaColumn?)column, Score: 0.8 - 0.1 * rank)).Take(3).ToList();
        if (functions[0] == AggFn.Sum) options.Add((null, options.Count == 0 || !NamesMoney(draft, table) ? 0.75 : 0.4));
        if (options.Count == 0) return false;
        table.Role = ItemRole.Measure;
        var column = draft.Chooser.Pick($"measure@{table.Span.From}", options, option => option?.Name ?? "count");
        foreach (var function in functions) draft.AddMeasure(column is null ? Measure.CountOf(table.Table!) : new(function, column, column.Table, Implied: true));
        return true;
    }

    private static bool NamesMoney(Draft draft, Item table) =>
        Enumerable.Range(table.Span.From, table.Span.Length).Any(i => ColumnWords.IsMoney([draft.Tokens[i].Norm, draft.Tokens[i].Stem]));

    /// <summary>Measures of a table, the one people mean first.</summary>
    public static IEnumerable<SchemaColumn> MainMeasures(Draft draft, SchemaTable table, bool withPrices = false)
    {
        var sold = draft.Tokens.Any(token => token.Norm is "sold" or "sells" or "sell" or "bought" or "ordered");
        return table.Columns.Where(column => column is { IsNumber: true, Kind: ColumnKind.Measure })
            .OrderByDescending(column => (column.Additivity == Additivity.Additive ? 1.0 : 0)
                + (sold && column.Words.Any(word => word is "quantity" or "unit" or "units") ? 1.5 : 0)
                + (ColumnWords.IsMoney(column.Words) && (withPrices || !column.Words.Contains("price")) ? withPrices ? 1.2 : 0.5 : 0)
                + (column.Words.Any(word => word is "revenue" or "sales" or "amount" or "total") ? 0.3 : 0))
            .ThenBy(column => column.Ordinal);
    }

    /// <summary>"total number of X" is the count; "average number of orders per customer" is a count for each.</summary>
    private static void ReadCountAfterAggregate(Draft draft, Item aggregate, Item count, AggFn function)
    {
        var before = draft.Measures.Count;
        ReadCount(draft, count);
        if (function == AggFn.Sum || draft.Measures.Count == before) return;
        var counted = draft.Measures[^1];
        if (counted.Column is { IsNumber: true }) draft.Measures[^1] = counted with { Fn = function };
        else if (draft.Items.FirstOrDefault(item => item.Position > aggregate.Position && item.Role == ItemRole.Group && item.Is(SpanKind.Table) && item.Table != counted.Table) is { } per && function == AggFn.Avg)
        {
            draft.Measures[^1] = counted with { PerTable = per.Table };
            draft.Dimensions.RemoveAll(dimension => dimension.Entity == per.Table);
        }
    }

    private static void ReadCount(Draft draft, Item count)
    {
        count.Role = ItemRole.Measure;
        var distinct = count.Span.Payload is true;
        for (var at = count.Position + 1; draft.At(at) is { } item; at++)
        {
            if (draft.Gap(draft.Items[at - 1], item) > 4) break;
            if (item.Is(SpanKind.Distinct)) { distinct |= draft.Tokens[item.Span.From].Norm is not ("single" or "individual"); item.Role = ItemRole.Mark; continue; }
            if (item.Role == ItemRole.Filter && item.Kind is SpanKind.Value or SpanKind.Negation or SpanKind.Column || item.Role == ItemRole.Anchor) continue;
            if (item.Is(SpanKind.Aggregate)) { if (item.IsFree) item.Role = ItemRole.Mark; continue; } // how many total credits
            if (item.Is(SpanKind.Superlative) && !item.IsFree) continue;
            if (item.Is(SpanKind.Table) && item.IsFree)
            {
                item.Role = ItemRole.Measure;
                draft.AddMeasure(Measure.CountOf(item.Table!));
                CountAlso(draft, item);
                return;
            }
            if (item.Is(SpanKind.Column) && item.IsFree) { OfColumn(draft, item, distinct); return; }
            break;
        }
        if (draft.Measures.Count == 0 || draft.Next(count) is null or { Kind: not SpanKind.Table }) draft.CountsRows = true;
    }

    /// <summary>"number of orders and customers": the second is counted too.</summary>
    private static void CountAlso(Draft draft, Item table)
    {
        if (draft.Next(table) is not { Kind: SpanKind.And } and || draft.Next(and) is not { Kind: SpanKind.Table, IsFree: true } more || draft.Gap(and, more) > 0 || more.Table == table.Table || !draft.IsPlural(more)) return;
        and.Role = ItemRole.Mark;
        more.Role = ItemRole.Measure;
        draft.AddMeasure(Measure.CountOf(more.Table!));
    }

    private static void OfColumn(Draft draft, Item item, bool distinct)
    {
        var column = item.Column!;
        item.Role = ItemRole.Measure;
        if (item.IsMeasureColumn && !distinct) { draft.AddMeasure(new(column.Additivity == Additivity.NonAdditive ? AggFn.Count : AggFn.Sum, column, column.Table)); return; }
        if (column.Kind is ColumnKind.Flag && !distinct) // "number of returns": of those that are
        {
            draft.Filters.Add(new(column, FilterOp.IsTrue));
            draft.AddMeasure(Measure.CountOf(column.Table));
            return;
        }
        if (column.Kind is ColumnKind.Key || draft.Dimensions.Any(dimension => dimension.Column == column)) { draft.AddMeasure(Measure.CountOf(column.Table)); return; }
        // "how many countries": with a chart or nothing else, people want the count of rows for each
        var listed = draft.Items.Any(other => other.Position < item.Position && other is { IsFree: true, Column.Kind: ColumnKind.Category or ColumnKind.Label } && other.Column != column);
        var alone = draft.Dimensions.Count == 0 && draft.TimeGroup is null && !listed;
        if (alone && (draft.Has(SpanKind.Share) || draft.Chart is not (null or ChartKind.Number)) && column.Kind is ColumnKind.Category or ColumnKind.SmallInteger or ColumnKind.Label)
        {
            draft.AddMeasure(Measure.CountOf(column.Table));
            draft.AddDimension(GroupReader.Of(column));
            return;
        }
        draft.AddMeasure(new(AggFn.CountDistinct, column, column.Table));
    }
}
