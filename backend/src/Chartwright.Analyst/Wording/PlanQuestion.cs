using System.Globalization;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;

namespace Chartwright.Analyst.Wording;

/// <summary>Writes a question whose reading is the plan again. Plans it has no words for give null.</summary>
internal static class PlanQuestion
{
    public static string? Write(AnalysisPlan plan)
    {
        if (plan.Having.Count > 0 || plan.Exists.Count > 0 || plan.Periods is not null) return null;
        var filters = plan.Filters.Select(Filter).ToList();
        if (filters.Contains(null)) return null;
        var subject = plan.Shape switch
        {
            ResultShape.Histogram => $"distribution of {plan.Columns[0].Title}",
            ResultShape.Pairs => $"{plan.Columns[0].Title} vs {plan.Columns[1].Title}" + string.Concat(plan.Dimensions.Select(dimension => $" colored by {Terms.Dimension(dimension)}")),
            ResultShape.Rows => Rows(plan),
            _ => Aggregate(plan),
        };
        return subject is null ? null : string.Join(' ', [subject, .. filters]);
    }

    private static string? Rows(AnalysisPlan plan)
    {
        if (plan.Limit is { } limit && plan.Sort?.Column is { IsTime: false } key) return limit.Count == 1 ? null : $"{(limit.Descending ? "top" : "bottom")} {limit.Count} {Terms.Plural(plan.Root)} by {key.Title}";
        return plan.Limit is null && !plan.Distinct && plan.Filters.Count > 0 ? $"list {Terms.Plural(plan.Root)}" : null;
    }

    private static string? Aggregate(AnalysisPlan plan)
    {
        var measures = PlanWords.List([.. plan.Measures.Select(Terms.Measure)], "and");
        measures = plan.Derivation switch
        {
            Derivation.None => measures,
            Derivation.Share => $"share of {(plan.Measures[0].Fn == AggFn.Sum ? plan.Measures[0].Column!.Title : measures.Replace("number of ", "", StringComparison.Ordinal))}",
            Derivation.Cumulative => $"cumulative {measures}",
            _ => "",
        };
        if (measures.Length == 0) return null;
        if (plan.Limit is { PerGroup: false } limit && plan.Dimensions.Count == 1)
            return $"{(limit.Descending ? "top" : "bottom")} {limit.Count} {Terms.PluralOf(Terms.Dimension(plan.Dimensions[0]))} by {measures}";
        if (plan.Limit is not null) return null;
        return plan.Dimensions.Count == 0 ? measures : $"{measures} by {PlanWords.List([.. plan.Dimensions.Select(Terms.Dimension)], "and")}";
    }

    private static string? Filter(Filter filter)
    {
        switch (filter)
        {
            case { Op: FilterOp.In, Negated: false }: return $"for {PlanWords.List([.. filter.Texts.Select(text => $"\"{text}\"")], "and")}";
            case { Op: FilterOp.In }: return $"excluding {PlanWords.List([.. filter.Texts.Select(text => $"\"{text}\"")], "and")}";
            case { Op: FilterOp.Compare, Negated: false }:
                return $"with {filter.Column.Title} " + filter.Compare switch
                {
                    CompareOp.Greater => $"over {Number(filter.Numbers[0])}",
                    CompareOp.GreaterOrEqual => $"at least {Number(filter.Numbers[0])}",
                    CompareOp.Less => $"under {Number(filter.Numbers[0])}",
                    CompareOp.LessOrEqual => $"at most {Number(filter.Numbers[0])}",
                    CompareOp.Between => $"between {Number(filter.Numbers[0])} and {Number(filter.Numbers[1])}",
                    _ => $"equal to {Number(filter.Numbers[0])}",
                };
            case { Op: FilterOp.Dates, Negated: false, Gap: null, Range: { From: not null, To: not null } range } when range.From.Value.Day == 1 && (range.To.Value - range.From.Value).TotalDays > 27: return DateExpression.Describe(range) is var text && !text.Contains('-', StringComparison.Ordinal) ? text : null;
            case { Op: FilterOp.Dates, Negated: false, Gap: null, Range: { From: not null, To: null } since }: return DateExpression.Describe(since);
            default: return null;
        }
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
