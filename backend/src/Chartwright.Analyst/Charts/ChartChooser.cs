using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Charts;

/// <summary>Picks the chart that says what a plan's result has to say. A chart the question names wins where it can express the result.</summary>
internal static class ChartChooser
{
    private const int MostSlices = 12;
    private const int GoodSlices = 6;

    public static ChartKind Choose(AnalysisPlan plan) => plan.Shape switch
    {
        ResultShape.Histogram => ChartKind.Histogram,
        ResultShape.Pairs => plan.Chart is ChartKind.Table ? ChartKind.Table : ChartKind.Scatter,
        ResultShape.Scalar => plan.Chart is ChartKind.Table ? ChartKind.Table : ChartKind.Number,
        ResultShape.Rows => Rows(plan),
        _ => Aggregate(plan),
    };

    private static ChartKind Rows(AnalysisPlan plan)
    {
        var numbers = plan.Columns.Count(column => column.IsNumber && !column.IsIdentifier);
        var texts = plan.Columns.Count - numbers;
        if (numbers is >= 1 and <= 3 && plan.Chart is { } asked and not ChartKind.Table)
            return asked switch { ChartKind.Histogram or ChartKind.Number => ChartKind.Bar, ChartKind.Scatter when numbers < 2 => ChartKind.Bar, _ => asked };
        if (plan.Chart is ChartKind.Table) return ChartKind.Table;
        if (plan.Limit is { Count: 1 } && plan.Sort is not null) return ChartKind.Number;
        var ranked = plan.Limit is not null && plan.Sort is not null;
        return numbers == 1 && texts is 1 or 2 && (ranked || plan.Filters.Count == 0 && plan.Root.Source.RowCount <= 40) ? ChartKind.Bar : ChartKind.Table;
    }

    private static ChartKind Aggregate(AnalysisPlan plan)
    {
        var times = plan.Dimensions.Count(dimension => dimension.IsTime && !IsCycle(dimension));
        var categories = plan.Dimensions.Count - times;
        if (plan.Chart is { } asked) return Asked(plan, asked, times, categories);
        if (plan.Dimensions.Count > 2) return ChartKind.Table;
        if (plan.Limit is { Count: 1, PerGroup: false }) return ChartKind.Number;
        if (times >= 1 && plan.Limit is null) return plan.Derivation == Derivation.Cumulative ? ChartKind.Area : ChartKind.Line;
        if (plan.Dimensions.Count == 2) return TwoDimensions(plan);
        if (plan.Measures.Count is 2 or 3) return ChartKind.GroupedBar;
        if (plan.Measures.Count > 3) return ChartKind.Table;
        if (plan.Derivation == Derivation.Share && categories == 1 && plan.Dimensions[0].Column.Distinct <= GoodSlices) return ChartKind.Pie;
        return ChartKind.Bar;
    }

    private static ChartKind TwoDimensions(AnalysisPlan plan)
    {
        if (plan.Measures.Count > 1 || plan.Dimensions.Min(dimension => dimension.Column.Distinct) > 30) return ChartKind.Table;
        var additive = plan.Measures[0].Fn is AggFn.Sum or AggFn.Count or AggFn.CountDistinct;
        return additive && !plan.Compares ? ChartKind.StackedBar : ChartKind.GroupedBar;
    }

    private static ChartKind Asked(AnalysisPlan plan, ChartKind asked, int times, int categories)
    {
        switch (asked)
        {
            case ChartKind.Bar or ChartKind.Histogram:
                return plan.Dimensions.Count == 2 && plan.Measures.Count == 1 ? plan.Measures[0].Fn is AggFn.Sum or AggFn.Count or AggFn.CountDistinct && !plan.Compares ? ChartKind.StackedBar : ChartKind.GroupedBar
                    : plan.Dimensions.Count == 1 && plan.Measures.Count > 1 ? ChartKind.GroupedBar : ChartKind.Bar;
            case ChartKind.StackedBar or ChartKind.GroupedBar:
                return plan.Dimensions.Count == 1 && plan.Measures.Count == 1 ? ChartKind.Bar : asked;
            case ChartKind.Pie:
                return plan.Dimensions.Count == 1 && plan.Measures.Count >= 1 ? ChartKind.Pie : TwoDimensions(plan);
            case ChartKind.Scatter:
                return plan.Measures.Count >= 2 || plan.Dimensions.Count == 1 && plan.Dimensions[0].Column.IsNumber || plan.Dimensions.Count >= 1 ? ChartKind.Scatter : ChartKind.Bar;
            case ChartKind.Number:
                return plan.Dimensions.Count == 0 ? ChartKind.Number : ChartKind.Bar;
            default:
                return asked;
        }
    }

    public static bool IsCycle(Dimension dimension) => dimension.Grain is TimeGrain.Weekday or TimeGrain.MonthOfYear or TimeGrain.HourOfDay;

    /// <summary>A pie with negative or too many parts cannot be read: bars say the same.</summary>
    public static bool FitsPie(int parts, bool anyNegative) => parts is > 0 and <= MostSlices && !anyNegative;

    /// <summary>The name of a kind on the wire: <c>stacked_bar</c>.</summary>
    public static string Name(ChartKind kind) => kind switch { ChartKind.StackedBar => "stacked_bar", ChartKind.GroupedBar => "grouped_bar", _ => kind.ToString().ToLowerInvariant() };
}
