using Chartwright.Analyst.Language;

namespace Chartwright.Analyst.Planning;

/// <summary>Takes the dates of a question, with the column named beside each.</summary>
internal static class DateReader
{
    public static void Read(Draft draft)
    {
        foreach (var item in draft.Free(SpanKind.Date).ToList())
        {
            item.Role = ItemRole.Filter;
            var before = draft.Previous(item);
            var negated = before is { Kind: SpanKind.Negation, IsFree: true } && draft.Gap(before, item) <= 1;
            if (negated) { before!.Role = ItemRole.Filter; before = draft.Previous(before); }
            var named = before is { Column.IsTime: true, IsFree: true } && draft.Gap(before, item) <= 2 && draft.Previous(before) is not { Kind: SpanKind.Group }
                || before is { Column.IsTime: true, IsFree: true } && Draft.AreAdjacent(before, item) && before.Column.Kind == Schema.ColumnKind.YearNumber && draft.Previous(before) is not { Kind: SpanKind.Group }
                ? before : null;
            if (named is not null) named.Role = ItemRole.Filter;
            draft.Dates.Add(new(item.Span.As<DateExpression>(), named?.Column, negated));
        }
    }
}
