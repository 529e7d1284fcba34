using Chartwright.Analyst.Language;

namespace Chartwright.Analyst.Planning;

/// <summary>Takes the chart the question asks for.</summary>
internal static class ChartReader
{
    public static void Read(Draft draft)
    {
        foreach (var item in draft.Free(SpanKind.Chart))
        {
            item.Role = ItemRole.Mark;
            var kind = item.Span.As<ChartKind>();
            // "stacked ... bar chart", "grouping ... line": the more telling word wins
            if (draft.Chart is null || draft.Chart is ChartKind.Bar && kind is not ChartKind.Table) draft.Chart = kind;
        }
    }
}
