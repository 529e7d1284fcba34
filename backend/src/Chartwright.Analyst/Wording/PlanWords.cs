using System.Globalization;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Wording;

/// <summary>A plan in English: what was understood, a title, and a question that reads as this plan again.</summary>
internal static class PlanWords
{
    /// <summary>One sentence, as markdown without formatting: "Total sales by region, where category is Technology, in 2017, largest first."</summary>
    public static string Sentence(AnalysisPlan plan)
    {
        var parts = new List<string> { Subject(plan) };
        parts.AddRange(plan.Filters.Select(Filter));
        parts.AddRange(plan.Exists.Select(Exists));
        parts.AddRange(plan.Having.Select(having => $"where {Terms.Measure(having.Measure)} {Comparison(having.Op, having.Numbers)}"));
        if (Order(plan) is { } order) parts.Add(order);
        return Capital(string.Join(", ", parts)) + ".";
    }

    /// <summary>The subject without filters: "Total sales by region".</summary>
    public static string Title(AnalysisPlan plan) => Capital(Subject(plan));

    private static string Exists(ExistsFilter exists) =>
        $"only {Terms.Plural(exists.Table)} {(exists.Negated ? $"without any {Terms.Singular(exists.Other)}" : $"that have {Terms.Plural(exists.Other)}")}{(exists.Condition is { } condition ? " " + Filter(condition) : "")}";

    public static string Filter(Filter filter)
    {
        var column = filter.Column.Title;
        var not = filter.Negated ? "not " : "";
        return filter.Op switch
        {
            FilterOp.In => $"where {column} is {not}{List(filter.Texts, "or")}",
            FilterOp.Compare => $"where {column} {(filter.Negated ? "is not " : "")}{Comparison(filter.Compare, filter.Numbers)}",
            FilterOp.Dates when filter.Gap is { } gap => $"{DateExpression.Describe(new(filter.Range!.From, gap.From))} and {DateExpression.Describe(new(gap.To, filter.Range.To))}",
            FilterOp.Dates => (filter.Negated ? "not " : "") + DateExpression.Describe(filter.Range!) + (filter.IsRelative ? $" (the data ends {End(filter.Column)})" : ""),
            FilterOp.Months => $"{not}in {List([.. filter.Recurring.Select(month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month))], "or")}",
            FilterOp.Weekdays => $"{not}on {List([.. filter.Recurring.Select(day => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)day))], "or")}",
            FilterOp.IsTrue => filter.Negated ? $"not {column}" : $"where {column} is true",
            FilterOp.IsNull => $"where {column} is empty",
            FilterOp.AboveAverage => $"where {column} is above its average",
            FilterOp.BelowAverage => $"where {column} is below its average",
            _ => $"where {column} contains {filter.Texts[0]}",
        };
    }

    public static string Subject(AnalysisPlan plan)
    {
        var measures = List([.. plan.Measures.Select(Terms.Measure)], "and");
        switch (plan.Shape)
        {
            case ResultShape.Histogram: return $"distribution of {plan.Columns[0].Title}";
            case ResultShape.Pairs: return $"{plan.Columns[0].Title} against {plan.Columns[1].Title}" + (plan.Dimensions.Count > 0 ? $", coloured by {List([.. plan.Dimensions.Select(Terms.Dimension)], "and")}" : "");
            case ResultShape.Rows:
            {
                var things = Terms.Plural(plan.Root);
                if (plan.Limit is { } top && plan.Sort?.Column is { } key) return $"{Ranked(top, key)} {(top.Count == 1 ? Terms.Singular(plan.Root) : things)} by {key.Title}";
                var shown = plan.Columns.Where(column => !plan.Root.Label.Contains(column)).Select(column => column.Title).Distinct().ToList();
                return plan.Distinct ? $"the different values of {List([.. plan.Columns.Select(column => column.Title)], "and")}" : shown.Count is > 0 and <= 4 ? $"{things} with their {List(shown, "and")}" : things;
            }
        }
        var what = plan.Derivation switch
        {
            Derivation.Share => $"share of {Bare(plan)}",
            Derivation.ShareOfAll => $"share of all {Bare(plan)}",
            Derivation.Growth => $"growth of {measures}",
            Derivation.GrowthBetween when plan.Periods is { } periods => $"growth of {measures} from {Plain(periods.First)} to {Plain(periods.Last)}",
            Derivation.Cumulative => $"cumulative {Bare(plan)}",
            Derivation.MovingAverage => $"moving average of {measures} over {plan.MovingWindow} periods",
            _ => measures,
        };
        if (plan.Dimensions.Count == 0) return what;
        if (plan.Limit is { PerGroup: false } limit)
        {
            var dimension = Terms.Dimension(plan.Dimensions[0]);
            return limit.Count == 1 ? $"the {dimension} with the {(limit.Descending ? "highest" : "lowest")} {what}" : $"{(limit.Descending ? "top" : "bottom")} {limit.Count} {Terms.PluralOf(dimension)} by {what}";
        }
        if (plan.Limit is { } each) return $"{(each.Descending ? "top" : "bottom")} {each.Count} {Terms.PluralOf(Terms.Dimension(plan.Dimensions[^1]))} in each {Terms.Dimension(plan.Dimensions[0])} by {what}";
        return $"{what} by {List([.. plan.Dimensions.Select(Terms.Dimension)], "and")}";
    }

    /// <summary>"share of sales": the measure without its "total".</summary>
    private static string Bare(AnalysisPlan plan) => plan.Measures[0] is { Fn: AggFn.Sum, Column: { } column } ? column.Title : plan.Measures[0].Column is null ? Terms.Plural(plan.Measures[0].Table) : Terms.Measure(plan.Measures[0]);

    private static string Ranked(RowLimit limit, SchemaColumn key) => key.IsTime
        ? limit.Count == 1 ? limit.Descending ? "the latest" : "the earliest" : $"{(limit.Descending ? "latest" : "earliest")} {limit.Count}"
        : limit.Count == 1 ? limit.Descending ? "the top" : "the bottom" : $"{(limit.Descending ? "top" : "bottom")} {limit.Count}";

    private static string? Order(AnalysisPlan plan)
    {
        if (plan.Limit is not null || plan.Shape is not ResultShape.Aggregate || plan.Dimensions.Count != 1) return null;
        if (plan.Sort is { Measure: not null } sort) return sort.Descending ? "largest first" : "smallest first";
        return plan.Sort is null && !plan.Dimensions[0].IsTime && !plan.Dimensions[0].Column.IsNumber ? "largest first" : null;
    }

    public static string Comparison(CompareOp op, IReadOnlyList<double> numbers) => op switch
    {
        CompareOp.Greater => $"is over {Numbers.Full(numbers[0])}",
        CompareOp.GreaterOrEqual => $"is at least {Numbers.Full(numbers[0])}",
        CompareOp.Less => $"is under {Numbers.Full(numbers[0])}",
        CompareOp.LessOrEqual => $"is at most {Numbers.Full(numbers[0])}",
        CompareOp.NotEqual => $"is not {Numbers.Full(numbers[0])}",
        CompareOp.Between => $"is between {Numbers.Full(numbers.Min())} and {Numbers.Full(numbers.Max())}",
        _ => $"is {Numbers.Full(numbers[0])}",
    };

    private static string Plain(DateRange range) => DateExpression.Describe(range) is var text && text.StartsWith("in ", StringComparison.Ordinal) ? text[3..] : text;

    private static string End(SchemaColumn column) => column.Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? column.Max?.ToString("0", CultureInfo.InvariantCulture) ?? "earlier";

    public static string List(IReadOnlyList<string> parts, string word) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {word} {parts[^1]}",
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
