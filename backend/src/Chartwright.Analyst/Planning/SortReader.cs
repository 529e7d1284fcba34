using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads how the answer is to be sorted.</summary>
internal static class SortReader
{
    public static SortKey? Read(Draft draft, ResultShape shape)
    {
        if (draft.RankedRows is { } ranked) return new(null, ranked.Column, draft.Limit?.Descending ?? true);
        if (draft.OrdersByTime && (draft.Target?.Table ?? draft.Target?.Column?.Table)?.MainTime is { } time) return new(null, time, draft.Limit?.Descending ?? true);
        if (draft.Items.FirstOrDefault(item => item.Is(SpanKind.Order)) is { } clause)
        {
            clause.Role = ItemRole.Sort;
            var mark = clause.Span.As<OrderMark>();
            if (shape == ResultShape.Rows) return RowsKey(draft, mark);
            if (mark.Target == "x") return new(null, null, mark.Descending ?? false);
            var named = draft.Dimensions.Any(dimension => mark.Target.Length > 0 && dimension.Column.Words.Any(word => mark.Target.Contains(word, StringComparison.Ordinal)));
            return named ? new(null, null, mark.Descending ?? false) : draft.Measures.Count > 0 ? new(0, null, mark.Descending ?? true) : null;
        }
        if (draft.Items.FirstOrDefault(item => item.Is(SpanKind.SortBy)) is not { } verb) return null;
        verb.Role = ItemRole.Sort;
        var key = draft.Next(verb)?.Column;
        if (key is null) return draft.Measures.Count > 0 ? new(0, null, true) : null;
        if (shape == ResultShape.Rows) return new(null, key, key.IsNumber);
        var index = draft.Measures.FindIndex(measure => measure.Column == key);
        return index >= 0 ? new(index, null, true) : new(null, null, false);
    }

    private static SortKey? RowsKey(Draft draft, OrderMark mark)
    {
        var columns = draft.Labels.Select(item => item.Column!).Concat(draft.Bare).ToList();
        var key = columns.FirstOrDefault(column => mark.Target.Length > 1 && column.Words.Any(word => mark.Target.Contains(word, StringComparison.Ordinal)))
            ?? (mark.Target == "x" ? columns.FirstOrDefault(column => !column.IsNumber) : columns.FirstOrDefault(column => column.IsNumber)) ?? columns.FirstOrDefault();
        return key is null ? null : new(null, key, mark.Descending ?? key.IsNumber);
    }
}
