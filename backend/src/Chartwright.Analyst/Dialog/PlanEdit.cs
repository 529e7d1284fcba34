using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Dialog;

/// <summary>Applies the operations a follow-up names to the last plan.</summary>
internal sealed class PlanEdit(Draft draft, AnalysisPlan last)
{
    private const int MostSeries = 12;
    private AnalysisPlan _plan = last;
    private bool _changed;

    /// <returns>The new plan, or null when nothing of the question changes the old one.</returns>
    public AnalysisPlan? Make()
    {
        ChartReader.Read(draft);
        DateReader.Read(draft);
        Removals();
        Replacement();
        ValueFilters.Read(draft);
        CompareFilters.Read(draft);
        GroupReader.Read(draft);
        Filters();
        Groups();
        Aggregates();
        Measures();
        Ranks();
        Dates();
        if (draft.Chart is { } chart) Change(_plan with { Chart = chart });
        Orders();
        return _changed ? Settled(_plan) : null;
    }

    private void Change(AnalysisPlan plan)
    {
        _plan = plan;
        _changed = true;
    }

    /// <summary>"remove the filter", "without Japan" after a filter on Japan, "drop the category".</summary>
    private void Removals()
    {
        var removes = draft.Tokens.Any(token => token.Norm is "remove" or "drop" or "exclude" or "hide");
        if (!removes) return;
        if (draft.Tokens.Any(token => token.Norm is "filter" or "filters")) { Change(_plan with { Filters = [] }); return; }
        foreach (var item in draft.Items.Where(item => item.Is(SpanKind.Value)).ToList())
        {
            item.Role = ItemRole.Filter;
            var column = item.Value!.Column;
            var kept = _plan.Filters.Where(filter => !(filter.Column == column && filter.Op == FilterOp.In && filter.Texts.Contains(item.Value.Value))).ToList();
            Change(kept.Count < _plan.Filters.Count ? _plan with { Filters = kept } : _plan with { Filters = [.. kept, new(column, FilterOp.In) { Texts = [item.Value.Value], Negated = true }] });
        }
        foreach (var item in draft.Items.Where(item => item.Is(SpanKind.Table) && item.Table == _plan.Root)) item.Role = ItemRole.Anchor;
        foreach (var item in draft.Free(SpanKind.Column).Where(item => _plan.Dimensions.Any(dimension => dimension.Columns.Contains(item.Column!))).ToList())
        {
            item.Role = ItemRole.Group;
            Change(_plan with { Dimensions = [.. _plan.Dimensions.Where(dimension => !dimension.Columns.Contains(item.Column!))] });
        }
    }

    /// <summary>"replace A with B": B takes A's place wherever it stands.</summary>
    private void Replacement()
    {
        if (!draft.Tokens.Any(token => token.Norm is "replace" or "swap" or "change" or "switch")) return;
        var columns = draft.Free(SpanKind.Column).Take(2).ToList();
        if (columns.Count != 2 || columns[0].Column is not { } old || columns[1].Column is not { } next) return;
        foreach (var item in columns) item.Role = ItemRole.Measure;
        Change(_plan with
        {
            Columns = [.. _plan.Columns.Select(column => column == old ? next : column)],
            Measures = [.. _plan.Measures.Select(measure => measure.Column == old ? Same(measure, next) : measure)],
            Dimensions = [.. _plan.Dimensions.Select(dimension => dimension.Column == old ? GroupReader.Of(next) : dimension)],
        });
    }

    private void Filters()
    {
        var added = draft.Filters.ToList();
        if (added.Count == 0 && draft.Exists.Count == 0 && draft.Having.Count == 0) return;
        var joins = draft.Tokens.Any(token => token.Norm is "also" or "add" or "include");
        var filters = _plan.Filters.ToList();
        foreach (var filter in added)
        {
            var same = filters.FindIndex(old => old.Column == filter.Column && old.Op == filter.Op && old.Negated == filter.Negated);
            if (same < 0) filters.Add(filter);
            else filters[same] = filter.Op == FilterOp.In && joins ? filter with { Texts = [.. filters[same].Texts.Concat(filter.Texts).Distinct()] } : filter;
        }
        Change(_plan with { Filters = filters, Exists = [.. _plan.Exists, .. draft.Exists], Having = [.. _plan.Having, .. draft.Having] });
    }

    private void Groups()
    {
        if (draft.TimeGroup is null && draft.Dimensions.Count == 0 && draft.Free(SpanKind.Grain).FirstOrDefault() is { } grain && draft.Tokens.Count <= 4)
        {
            grain.Role = ItemRole.Group;
            draft.TimeGroup = (grain.Span.As<GrainMark>().Grain, false);
        }
        var added = draft.Dimensions.ToList();
        if (draft.TimeGroup is { } group && TimeDimension(group.Grain) is { } time) added.Add(time);
        if (added.Count == 0) return;
        if (_plan.Shape is ResultShape.Pairs) { Change(_plan with { Dimensions = [.. added.Take(1).Select(dimension => dimension with { IsSeries = true })] }); return; }
        if (_plan.Shape is ResultShape.Rows or ResultShape.Histogram) Grouped();
        var instead = draft.Tokens.Any(token => token.Norm is "instead");
        var old = _plan.Dimensions.Where(dimension => !added.Any(other => other.Column == dimension.Column)).ToList();
        var kept = instead ? [] : old.Where(dimension => added.Any(other => other.IsTime) ? !dimension.IsTime && dimension.Column.Distinct <= MostSeries : true).Take(Math.Max(0, 2 - added.Count)).ToList();
        var dimensions = added.Any(dimension => dimension.IsTime) ? added.Concat(kept.Select(dimension => dimension with { IsSeries = true })).ToList() : [.. added, .. kept];
        Change(_plan with { Shape = ResultShape.Aggregate, Dimensions = dimensions, Limit = _plan.Limit is { Count: 1 } || added.Any(dimension => dimension.IsTime) ? null : _plan.Limit, Chart = KeepsChart(dimensions) ? _plan.Chart : null });
    }

    private bool KeepsChart(List<Dimension> dimensions) => dimensions.Count == _plan.Dimensions.Count && dimensions.Any(dimension => dimension.IsTime) == _plan.Dimensions.Any(dimension => dimension.IsTime);

    /// <summary>Rows and histograms become counts, or their column's default aggregate, once they are grouped.</summary>
    private void Grouped()
    {
        var number = _plan.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Measure);
        _plan = _plan with { Shape = ResultShape.Aggregate, Columns = [], Sort = null, Limit = null, Measures = [number is null ? Measure.CountOf(_plan.Root) : new Measure(RankReader.DefaultFn(number), number, number.Table, Implied: true)] };
    }

    private Dimension? TimeDimension(TimeGrain? grain)
    {
        var known = _plan.Dimensions.FirstOrDefault(dimension => dimension.IsTime)?.Column ?? _plan.Filters.FirstOrDefault(filter => filter.Op == FilterOp.Dates)?.Column;
        var column = known is { IsTemporal: true } || known is not null && grain is null or TimeGrain.Year ? known : TimeReader.TimeColumn(draft, _plan.Root, grain);
        return column is null ? null : new([column], column.IsTemporal ? grain ?? TimeReader.DefaultGrain(column, null) : null);
    }

    /// <summary>"average instead", "the median".</summary>
    private void Aggregates()
    {
        if (draft.Free(SpanKind.Aggregate).FirstOrDefault() is not { } aggregate || draft.Next(aggregate) is { IsNumericColumn: true } || _plan.Measures.Count == 0) return;
        aggregate.Role = ItemRole.Measure;
        Change(_plan with { Measures = [.. _plan.Measures.Select(measure => measure.Column is { IsNumber: true } ? measure with { Fn = aggregate.Span.As<AggFn>(), Implied = false } : measure)] });
    }

    /// <summary>"profit instead", "what about quantity?", "also show profit", "count of orders".</summary>
    private void Measures()
    {
        foreach (var count in draft.Free(SpanKind.Count).Where(_ => _plan.Measures.Any(measure => measure.Fn == AggFn.Count))) count.Role = ItemRole.Measure; // "how the number varies": the count there is
        MeasureReader.Read(draft);
        var found = draft.Measures.ToList();
        foreach (var item in draft.Items.Where(item => item.IsFree && item.IsMeasureColumn && item.Kind == SpanKind.Column).ToList())
        {
            item.Role = ItemRole.Measure;
            found.Add(_plan.Measures.Count > 0 ? Same(_plan.Measures[0], item.Column!) : new(RankReader.DefaultFn(item.Column!), item.Column, item.Column!.Table, Implied: true));
        }
        if (found.Count == 0) return;
        if (_plan.Shape is ResultShape.Histogram or ResultShape.Pairs or ResultShape.Rows)
        {
            var columns = found.Where(measure => measure.Column is not null).Select(measure => measure.Column!).ToList();
            if (columns.Count == 0) return;
            Change(_plan with { Columns = _plan.Shape == ResultShape.Histogram ? [columns[0]] : _plan.Shape == ResultShape.Pairs ? [columns[0], _plan.Columns[1]] : [.. _plan.Columns.Concat(columns).Distinct()], Root = _plan.Shape == ResultShape.Histogram ? columns[0].Table : _plan.Root });
            return;
        }
        var also = draft.Tokens.Any(token => token.Norm is "also" or "add" or "and" or "too" or "both");
        Change(_plan with { Measures = also ? [.. _plan.Measures, .. found] : found, Root = also ? _plan.Root : found[0].Table, Derivation = also ? Derivation.None : _plan.Derivation });
    }

    /// <summary>The aggregate stays when the new column is of the same nature.</summary>
    private static Measure Same(Measure old, SchemaColumn column) =>
        new(old is { Implied: false, Column: not null } && old.Fn is not (AggFn.Sum or AggFn.Count or AggFn.CountDistinct) ? old.Fn : RankReader.DefaultFn(column), column, column.Table, Implied: true);

    private void Ranks()
    {
        var rank = draft.Free(SpanKind.Rank).FirstOrDefault();
        if (rank is null) return;
        var mark = rank.Span.As<RankMark>();
        if (mark.ByTime && mark.Count is null) return;
        rank.Role = ItemRole.Mark;
        Change(_plan with { Limit = new(mark.Count ?? 10, mark.Descending), Sort = _plan.Shape == ResultShape.Rows ? _plan.Sort ?? new(null, _plan.Columns.FirstOrDefault(column => column.IsNumber), mark.Descending) : null });
    }

    private void Dates()
    {
        foreach (var date in draft.Dates)
        {
            var column = date.Column ?? _plan.Filters.FirstOrDefault(filter => filter.Op == FilterOp.Dates)?.Column ?? _plan.Dimensions.FirstOrDefault(dimension => dimension.IsTime)?.Column ?? TimeReader.TimeColumn(draft, _plan.Root, null);
            if (column is null || TimeReader.Filter(draft, column, date) is not { } filter) continue;
            Change(_plan with { Filters = [.. _plan.Filters.Where(old => !(old.Column == column && old.Op is FilterOp.Dates or FilterOp.Months or FilterOp.Weekdays)), filter] });
        }
    }

    private void Orders()
    {
        var clause = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Order));
        if (clause is null) return;
        clause.Role = ItemRole.Sort;
        var mark = clause.Span.As<OrderMark>();
        Change(_plan with { Sort = mark.Target == "x" || _plan.Measures.Count == 0 ? new(null, _plan.Sort?.Column, mark.Descending ?? false) : new(0, null, mark.Descending ?? true) });
    }

    /// <summary>Leaves out what no longer fits: a sort by a measure that is gone, a derivation without its time.</summary>
    private static AnalysisPlan Settled(AnalysisPlan plan)
    {
        var time = plan.Dimensions.Any(dimension => dimension.IsTime);
        var shape = plan.Shape is ResultShape.Aggregate or ResultShape.Scalar ? plan.Dimensions.Count > 0 ? ResultShape.Aggregate : ResultShape.Scalar : plan.Shape;
        return plan with
        {
            Shape = shape,
            Derivation = plan.Derivation is Derivation.Growth or Derivation.Cumulative or Derivation.MovingAverage && !time ? Derivation.None : plan.Derivation,
            Sort = plan.Sort is { Measure: { } index } && index >= plan.Measures.Count ? null : plan.Sort,
        };
    }
}
