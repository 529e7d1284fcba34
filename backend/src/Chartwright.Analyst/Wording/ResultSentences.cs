using System.Globalization;
using Chartwright.Analyst.Charts;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Results;
using Chartwright.Analyst.Sql;

namespace Chartwright.Analyst.Wording;

/// <summary>One or two sentences on a result. Every number comes from the tool's reply; nothing is added up here.</summary>
internal static class ResultSentences
{
    public static string Write(AnalysisPlan plan, Encoding encoding, SqlStatement statement, ResultFacts facts)
    {
        if (facts.RowCount == 0) return Nothing(plan);
        if (encoding.Kind == ChartKind.Number && facts.RowCount == 1) return Single(encoding, facts);
        if (plan.Shape == ResultShape.Histogram) return Histogram(encoding, facts);
        var count = $"{facts.RowCount.ToString("#,0", CultureInfo.InvariantCulture)} {(facts.RowCount == 1 ? "row" : plan.Shape is ResultShape.Rows or ResultShape.Pairs ? Terms.Plural(plan.Root) : plan.Dimensions.Count == 1 ? encoding.Things : "rows")}";
        if (facts.Truncated) return $"{Capital(count)} in all; the chart shows only the first part of them.";
        if (encoding.Measures.Count == 0 || plan.Shape is ResultShape.Pairs || encoding.Series is not null) return $"{Capital(count)}.";
        var measure = encoding.Measures[0];
        var (highest, lowest) = Extremes(encoding, measure, facts);
        return highest is null ? $"{Capital(count)}." : $"{Capital(count)}. {measure.Title} is highest {highest} and lowest {lowest}.";
    }

    private static (string? Highest, string? Lowest) Extremes(Encoding encoding, Field measure, ResultFacts facts)
    {
        if (encoding.X is not { } x) return (null, null);
        if (!facts.HasAllRows)
            return facts.Profile.GetValueOrDefault(measure.Key) is { Min: { } min, Max: { } max } && facts.RowCount > 1 ? ($"at {Format(measure, max)}", $"at {Format(measure, min)}") : (null, null);
        var rows = Enumerable.Range(0, facts.Rows.Count).Select(row => (Row: row, Value: facts.Number(row, measure.Key))).Where(pair => pair.Value is not null).ToList();
        if (rows.Count < 2) return (null, null);
        var (top, bottom) = (rows.MaxBy(pair => pair.Value), rows.MinBy(pair => pair.Value));
        return ($"for {Label(x, facts, top.Row)} ({Format(measure, top.Value!.Value)})", $"for {Label(x, facts, bottom.Row)} ({Format(measure, bottom.Value!.Value)})");
    }

    private static string Single(Encoding encoding, ResultFacts facts)
    {
        var values = encoding.Measures.Select(measure => $"{measure.Title.ToLowerInvariant()}: {(facts.Number(0, measure.Key) is { } value ? Format(measure, value) : "no value")}").ToList();
        var label = encoding.X is { } x ? $"**{Label(x, facts, 0)}**" + (values.Count > 0 ? " \u2014 " : "") : "";
        return label + Capital(string.Join("; ", values)) + (values.Count > 0 ? "." : "");
    }

    private static string Histogram(Encoding encoding, ResultFacts facts)
    {
        var x = encoding.X!;
        if (!facts.HasAllRows || facts.Rows.Count == 0) return $"{facts.RowCount.ToString("#,0", CultureInfo.InvariantCulture)} bars.";
        var top = Enumerable.Range(0, facts.Rows.Count).MaxBy(row => facts.Number(row, encoding.Measures[0].Key) ?? 0);
        var from = facts.Number(top, x.Key);
        var count = facts.Number(top, encoding.Measures[0].Key);
        return from is null || count is null ? "" : $"The tallest bar begins at {Format(x, from.Value)} and holds {Numbers.Full(count.Value)} {encoding.Things}.";
    }

    private static string Nothing(AnalysisPlan plan)
    {
        var filters = plan.Filters.Select(PlanWords.Filter).ToList();
        return filters.Count == 0 ? "The tables asked for hold no rows." : $"No rows are left {PlanWords.List(filters, "and")}. Drop or change {(filters.Count == 1 ? "this filter" : "one of these filters")} to see data.";
    }

    private static string Label(Field x, ResultFacts facts, int row)
    {
        var text = facts.Text(row, x.Key);
        if (x.Scale != FieldScale.Time || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)) return Plain(text);
        return x.Grain switch
        {
            TimeGrain.Month => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            TimeGrain.Quarter => $"Q{(day.Month + 2) / 3} {day.Year}",
            TimeGrain.Hour => day.ToString("MMM d, HH:mm", CultureInfo.InvariantCulture),
            _ => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A value of the data as text in markdown.</summary>
    private static string Plain(string text) => new([.. text.Select(c => c is '[' or ']' or '`' or '<' or '>' or '*' or '\n' or '\r' ? ' ' : c)]);

    private static string Format(Field field, double value) => field.Prefix + Numbers.Full(value) + field.Suffix;

    private static string Capital(string text) => PlanWords.Capital(text);
}
