using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Decides between one number, groups, rows, pairs and a histogram, and turns bare columns and tables into measures and dimensions.</summary>
internal static class ShapeReader
{
    public static ResultShape? Decide(Draft draft)
    {
        var distribution = draft.Has(SpanKind.Distribution);
        var histogram = draft.Chart == ChartKind.Histogram;
        var asksPairs = draft.Has(SpanKind.Correlation) || draft.Chart == ChartKind.Scatter;
        var versus = draft.Items.Any(item => item.Is(SpanKind.Versus) && item.IsFree && item.Span.Score > 0.5);

        if (draft.RankedRows is not null) return ResultShape.Rows;
        if (draft.Measures.Count == 0 && !draft.CountsRows)
        {
            var numeric = Numeric(draft, asksPairs || versus);
            var overTime = draft.TimeGroup is not null || draft.Dimensions.Any(dimension => dimension.IsTime) || draft.Filters.Count == 0 && draft.Dates.Count > 0 && IsSeries(numeric.FirstOrDefault()?.Table);
            if (numeric.Count == 2 && (asksPairs || versus) && !overTime && draft.Limit is null) return Pairs(draft, numeric);
            if (numeric.Count == 1 && (distribution && !ListsLabel(draft) || histogram && draft.Labels.All(item => item.Column == numeric[0])) && draft.TimeGroup is null && !draft.Dimensions.Any(dimension => dimension.Column.Distinct <= 20) && draft.Labels.All(item => item.Column!.Kind == ColumnKind.Label || item.Column.Distinct > 30 || item.Column == numeric[0]))
                return Histogram(draft, numeric[0]);
        }
        if (draft.TimeGroup is null && (draft.Has(SpanKind.Cumulative) || draft.Has(SpanKind.Moving) || Spans(draft)) && !draft.Dimensions.Any(dimension => dimension.IsTime)) draft.TimeGroup = (null, false);
        if (distribution) Mark(draft, SpanKind.Distribution);
        if (draft.Has(SpanKind.Correlation)) Mark(draft, SpanKind.Correlation);

        var explicitly = draft.Measures.Count > 0 || draft.CountsRows;
        if (explicitly) return Aggregated(draft);
        if (draft.Dimensions.Count > 0 || draft.TimeGroup is not null) return Grouped(draft);
        return Ungrouped(draft, distribution);
    }

    /// <summary>"distribution of name and size": a label set beside the number, to be drawn as it is.</summary>
    private static bool ListsLabel(Draft draft) => draft.Labels.Any(item => draft.Next(item) is { Kind: SpanKind.And } && !item.IsNumericColumn);

    private static ResultShape Aggregated(Draft draft)
    {
        var count = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Count));
        foreach (var column in draft.Bare)
        {
            var before = count is not null && draft.Items.First(item => item.Column == column).Position < count.Position;
            if (before && column.Additivity == Additivity.NonAdditive && draft.Dimensions.Count == 0 && draft.TimeGroup is null && draft.Measures.All(measure => measure.Fn is AggFn.Count or AggFn.CountDistinct)) draft.AddDimension(new([column])); // "all ages and the number of students"
            else draft.AddMeasure(new(RankReader.DefaultFn(column), column, column.Table, Implied: true));
        }
        LabelsToDimensions(draft);
        return ResultShape.Aggregate;
    }

    /// <summary>Groups were named, a measure was not, or only by its column.</summary>
    private static ResultShape Grouped(Draft draft)
    {
        var entity = draft.Dimensions.FirstOrDefault(dimension => dimension.Entity is not null)?.Entity;
        var bare = draft.Bare;
        // "the budget of each department": the rows of the table as they are
        if (entity is not null && draft.Dimensions.Count == 1 && draft.TimeGroup is null && (bare.Count > 0 || draft.Labels.Count > 0) && bare.All(column => column.Table == entity) && draft.Labels.All(item => item.Column!.Table == entity) && !draft.Has(SpanKind.Share))
        {
            draft.RowsOf = entity;
            draft.Dimensions.Clear();
            return ResultShape.Rows;
        }
        LabelsToDimensions(draft);
        if (bare.Count > 0) foreach (var column in bare) draft.AddMeasure(new(DefaultFn(draft, column), column, column.Table, Implied: true));
        else CountSomething(draft);
        return ResultShape.Aggregate;
    }

    private static ResultShape? Ungrouped(Draft draft, bool distribution)
    {
        var (bare, labels) = (draft.Bare, draft.Labels);
        var table = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && item.IsFree) ?? draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && item.Role == ItemRole.Anchor);
        if (draft.Limit is not null && draft.Target is not null && bare.Count == 0) { draft.RowsOf = draft.Target.Table ?? draft.Target.Column?.Table; return ResultShape.Rows; }
        if (labels.Count > 0 && bare.Count == 0 && draft.Having.Count > 0) // years with more than 200 incidents
        {
            LabelsToDimensions(draft);
            draft.AddMeasure(draft.Having[0].Measure);
            return ResultShape.Aggregate;
        }
        if (labels.Count > 0)
        {
            var asked = draft.Has(SpanKind.Share) || distribution || draft.Has(SpanKind.Versus) || draft.Chart is not (null or ChartKind.Table or ChartKind.Scatter);
            var unique = labels.Any(item => IsRowLike(item.Column!));
            if (bare.Count > 0 ? unique : unique && !asked) return Rows(draft, table);
            if (bare.Count == 0 && !asked) return Rows(draft, table);
            if (bare.Count > 0 && ListsColumns(draft)) return Rows(draft, table);
            LabelsToDimensions(draft);
            if (bare.Count > 0) foreach (var column in bare) draft.AddMeasure(new(DefaultFn(draft, column), column, column.Table, Implied: true));
            else CountSomething(draft);
            return ResultShape.Aggregate;
        }
        if (bare.Count > 0)
        {
            if (draft.Dates.Count > 0 && IsSeries(bare[0].Table)) { draft.TimeGroup = (null, false); return Grouped(draft); }
            if (bare.Count == 2 && draft.Filters.Count == 0 && table is null && draft.Limit is null && !ListsColumns(draft)) return Pairs(draft, bare);
            if (table is not null && table.Table == bare[0].Table && (ListsColumns(draft) || draft.IsPlural(table)) || bare.Count > 2 || draft.Limit is not null && table is not null) return Rows(draft, table);
            if (bare.Count == 1 && draft.Chart is ChartKind.Bar or ChartKind.Pie && bare[0].Table is { Label.Count: > 0, IsFact: false } things) { draft.RowsOf = things; return Rows(draft, table); } // a bar for each thing
            if (bare.Count == 1 && draft.Filters.Count == 0 && draft.Dates.Count == 0 && bare[0].Additivity != Additivity.Additive && !draft.Has(SpanKind.Share)) return Histogram(draft, bare[0]);
            foreach (var column in bare) draft.AddMeasure(new(DefaultFn(draft, column), column, column.Table, Implied: true));
            return ResultShape.Aggregate;
        }
        if (draft.Having.Count > 0 && table is not null) // customers with more than 5 orders
        {
            draft.AddDimension(Draft.EntityDimension(table.Table!));
            draft.AddMeasure(draft.Having[0].Measure);
            table.Role = ItemRole.Target;
            return ResultShape.Aggregate;
        }
        if (draft.Has(SpanKind.Share) && draft.Filters.Count > 0) { CountSomething(draft); return ResultShape.Aggregate; }
        if (draft.Compared.Any(column => table?.Table is not { } things || !MemberReader.AsksForAll(draft, things, column))) { CountSomething(draft); return ResultShape.Aggregate; }
        return table is not null || draft.Filters.Count > 0 ? Rows(draft, table) : null;
    }

    private static ResultShape Rows(Draft draft, Item? table)
    {
        if (table is { IsFree: true }) table.Role = ItemRole.Target;
        draft.RowsOf ??= table?.Table;
        return ResultShape.Rows;
    }

    private static bool IsRowLike(SchemaColumn column) => column.Kind is ColumnKind.Label or ColumnKind.Key || column.Distinct * 2 > column.Table.Source.RowCount;

    /// <summary>"List the X, Y and Z": the columns as they are.</summary>
    private static bool ListsColumns(Draft draft) => draft.Tokens.Any(token => token.Norm is "list" or "return" or "names" or "find") && draft.Chart is null or ChartKind.Table;

    private static void LabelsToDimensions(Draft draft)
    {
        foreach (var item in draft.Labels)
        {
            if (item.Column!.Kind is ColumnKind.ForeignKey or ColumnKind.FreeText && draft.Dimensions.Count > 0) continue;
            if (draft.Measures.Any(measure => measure.Column == item.Column)) continue;
            draft.AddDimension(GroupReader.Of(item.Column));
        }
    }

    private static void CountSomething(Draft draft)
    {
        var table = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && item.IsFree && !item.Table!.IsEmpty) ?? draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && item.Role == ItemRole.Anchor && !item.Table!.IsEmpty);
        if (table is null) { draft.CountsRows = true; return; }
        if (table.IsFree) table.Role = ItemRole.Measure;
        draft.AddMeasure(Measure.CountOf(table.Table!, implied: true));
    }

    /// <summary>Sum or average by the nature of the column; balances and populations add up over things but not over time.</summary>
    private static AggFn DefaultFn(Draft draft, SchemaColumn column) => column.Additivity switch
    {
        Additivity.Additive => AggFn.Sum,
        Additivity.SemiAdditive when draft.TimeGroup is not null || draft.Dates.Count > 0 || column.Table.MainTime is null => AggFn.Sum,
        _ => AggFn.Avg,
    };

    private static List<SchemaColumn> Numeric(Draft draft, bool withIntegers)
    {
        var columns = draft.Bare.ToList();
        if (!withIntegers && columns.Count > 0 && draft.Labels.Count > 0 && !draft.Has(SpanKind.Distribution)) return columns;
        columns.AddRange(draft.Labels.Where(item => item.Column!.Kind is ColumnKind.SmallInteger or ColumnKind.YearNumber && columns.Count < 2).Select(item => item.Column!));
        return columns;
    }

    /// <summary>Things compared over a stretch of time ("India and China since 1970"): over time is how they are compared.</summary>
    private static bool Spans(Draft draft) => draft.Compares && draft.Compared.Count > 0 && draft.Limit is null && draft.Measures.Count == 0 && !draft.CountsRows && draft.Bare.Count > 0
        && draft.Dates.Count == 1 && draft.Dates[0].Time is { IsRelative: false, Fixed: { } range } && (range.From is null || range.To is null || range.To - range.From > TimeSpan.FromDays(400));

    /// <summary>One row for each date: a series that is plotted as it is.</summary>
    private static bool IsSeries(SchemaTable? table) => table?.MainTime is { } time && ColumnClassifier.IsUnique(time);

    private static ResultShape Pairs(Draft draft, List<SchemaColumn> columns)
    {
        draft.PairColumns = [.. columns.Take(2)];
        Mark(draft, SpanKind.Correlation, SpanKind.Versus);
        foreach (var label in draft.Labels.Where(item => !columns.Contains(item.Column!))) draft.AddDimension(new([label.Column!], IsSeries: true));
        foreach (var table in draft.Free(SpanKind.Table)) table.Role = ItemRole.Anchor;
        return ResultShape.Pairs;
    }

    private static ResultShape Histogram(Draft draft, SchemaColumn column)
    {
        draft.PairColumns = [column];
        Mark(draft, SpanKind.Distribution);
        foreach (var table in draft.Free(SpanKind.Table)) table.Role = ItemRole.Anchor;
        draft.Dimensions.Clear();
        return ResultShape.Histogram;
    }

    private static void Mark(Draft draft, params SpanKind[] kinds)
    {
        foreach (var item in draft.Items.Where(item => item.IsFree && kinds.Contains(item.Kind))) item.Role = ItemRole.Mark;
    }
}
