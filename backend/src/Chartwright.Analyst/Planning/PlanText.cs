using System.Globalization;
using System.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>A plan as text that is equal exactly when two plans mean the same.</summary>
internal static class PlanText
{
    public static string Canonical(AnalysisPlan plan)
    {
        var text = new StringBuilder();
        text.Append(plan.Shape).Append('|').Append(plan.Root.Name).Append('|').Append(plan.Derivation);
        foreach (var measure in plan.Measures) text.Append("|m:").Append(measure.Fn).Append(' ').Append(measure.Column?.ToString() ?? measure.Table.Name).Append(measure.PerTable?.Name);
        foreach (var dimension in plan.Dimensions) text.Append("|d:").AppendJoin(',', dimension.Columns).Append(dimension.Grain);
        foreach (var column in plan.Columns) text.Append("|c:").Append(column);
        foreach (var filter in plan.Filters.Select(Filter).Order(StringComparer.Ordinal)) text.Append("|f:").Append(filter);
        foreach (var exists in plan.Exists) text.Append("|e:").Append(exists.Negated).Append(exists.Other.Name).Append(exists.Condition is { } condition ? Filter(condition) : "");
        foreach (var having in plan.Having) text.Append("|h:").Append(having.Measure.Fn).Append(having.Measure.Column?.ToString() ?? having.Measure.Table.Name).Append(having.Op).AppendJoin(',', having.Numbers);
        text.Append("|l:").Append(plan.Limit).Append(plan.Sort).Append(plan.Chart).Append(plan.Distinct);
        return text.ToString();
    }

    /// <summary>What a plan asks of the data, without how it is drawn or why: measures, dimensions, filters, limit.</summary>
    public static string Meaning(AnalysisPlan plan) => Canonical(plan with { Chart = null, Sort = plan.Limit is null ? null : plan.Sort, Dimensions = [.. plan.Dimensions.Select(dimension => dimension with { IsSeries = false })] });

    private static string Filter(Filter filter) => string.Create(CultureInfo.InvariantCulture,
        $"{filter.Column} {filter.Op} {filter.Compare} {filter.Negated} {string.Join(',', filter.Texts)} {string.Join(',', filter.Numbers)} {string.Join(',', filter.Recurring)} {filter.Range?.From:O} {filter.Range?.To:O}");
}
