using System.Text.Json;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Results;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;
using Chartwright.Analyst.Wording;

namespace Chartwright.Analyst.Charts;

/// <summary>Lays a plan's result out on a chart, by what the result turned out to be.</summary>
internal static class EncodingBuilder
{
    private const int UprightBars = 12;

    /// <summary>Letters of all labels together that fit side by side at 340 pixels.</summary>
    private const int UprightLetters = 36;
    private const double SameSize = 8;

    public static Encoding Build(AnalysisPlan plan, SqlStatement statement, ResultFacts facts)
    {
        var fields = statement.Columns.Select(Of).ToList();
        var columns = statement.Columns.Zip(fields, (column, field) => (Column: column, Field: field)).ToList();
        var dimensions = columns.Where(pair => pair.Column.Role is OutputRole.Dimension or OutputRole.Bin).Select(pair => pair.Field).ToList();
        var measures = columns.Where(pair => pair.Column.Role is OutputRole.Measure or OutputRole.Percent).Select(pair => pair.Field).ToList();
        var kind = ChartChooser.Choose(plan);
        if (plan.Shape is ResultShape.Rows or ResultShape.Pairs)
        {
            var values = columns.Where(pair => pair.Column.Role == OutputRole.Value).ToList();
            measures = plan.Shape == ResultShape.Pairs ? [.. values.Select(pair => pair.Field)] : [.. values.Where(pair => pair.Column.Source is { IsNumber: true, IsIdentifier: false, Kind: not ColumnKind.YearNumber }).Select(pair => pair.Field)];
            if (plan.Shape == ResultShape.Rows) dimensions = [.. fields.Except(measures)];
        }
        kind = Adjust(kind, plan, facts, dimensions, measures);
        measures = Pick(plan, kind, measures);
        var (x, series) = Axes(plan, kind, dimensions);
        return new(kind, Title(plan, statement), Subtitle(plan, statement), x, series, measures, statement.Params)
        {
            Columns = fields,
            Horizontal = kind is ChartKind.Bar or ChartKind.GroupedBar or ChartKind.StackedBar && x?.Scale == FieldScale.Category && !IsCycle(plan) && LiesDown(facts, x),
            Separate = measures.Count > 1 && series is null && !AreAlike(measures, facts),
            Things = Things(plan, x),
            BinParam = statement.Params.FirstOrDefault(param => param.Name == "bin_width")?.Name,
            SortedByValue = plan.Sort is null or { Measure: not null } && x?.Scale == FieldScale.Category && plan.Dimensions.Count < 2 && !IsCycle(plan),
        };
    }

    private static bool IsCycle(AnalysisPlan plan) => plan.Dimensions.Any(ChartChooser.IsCycle);

    /// <summary>What the result itself forbids: pies of many or negative parts, lines of one point, charts of nothing to compare.</summary>
    private static ChartKind Adjust(ChartKind kind, AnalysisPlan plan, ResultFacts facts, List<Field> dimensions, List<Field> measures)
    {
        if (measures.Count == 0 && kind is not ChartKind.Number) return ChartKind.Table;
        if (dimensions.Count == 0 && kind is not (ChartKind.Number or ChartKind.Table or ChartKind.Scatter)) return plan.Shape == ResultShape.Scalar ? ChartKind.Number : ChartKind.Table;
        if (kind == ChartKind.Pie && !ChartChooser.FitsPie((int)Math.Min(facts.RowCount, int.MaxValue), measures.Any(measure => facts.Profile.GetValueOrDefault(measure.Key)?.Min < 0))) return facts.RowCount == 0 ? ChartKind.Pie : ChartKind.Bar;
        if (kind is ChartKind.Line or ChartKind.Area && plan.Chart is null && facts.RowCount is > 0 and < 4 && plan.Dimensions.Count == 1) return ChartKind.Bar;
        if (kind == ChartKind.Scatter && measures.Count < 2 && dimensions.FirstOrDefault()?.Scale is not (FieldScale.Number or FieldScale.Year)) return ChartKind.Bar;
        return kind;
    }

    private static List<Field> Pick(AnalysisPlan plan, ChartKind kind, List<Field> measures) => plan.Derivation switch
    {
        Derivation.Share when kind is ChartKind.Pie => [measures[0]],
        Derivation.Share => [measures[^1]],
        Derivation.Growth or Derivation.GrowthBetween or Derivation.Cumulative when kind is not ChartKind.Table => [measures[^1]],
        _ when kind is ChartKind.Bar or ChartKind.Pie or ChartKind.Histogram && measures.Count > 1 => [measures[0]],
        _ => measures,
    };

    private static (Field? X, Field? Series) Axes(AnalysisPlan plan, ChartKind kind, List<Field> dimensions)
    {
        if (kind is ChartKind.Scatter && plan.Shape == ResultShape.Pairs) return (null, dimensions.FirstOrDefault());
        if (dimensions.Count < 2 || plan.Shape == ResultShape.Rows) return (dimensions.FirstOrDefault(), null);
        if (kind is ChartKind.Line or ChartKind.Area && dimensions.FirstOrDefault(field => field.Scale is FieldScale.Time or FieldScale.Year) is { } time) return (time, dimensions.First(field => field != time));
        var marked = plan.Dimensions.ToList().FindIndex(dimension => dimension.IsSeries);
        return marked == 0 ? (dimensions[1], dimensions[0]) : (dimensions[0], dimensions[1]);
    }

    private static Field Of(OutputColumn column)
    {
        var (prefix, suffix, unit) = Unit(column);
        var title = PlanWords.Capital(column.Title) + (unit is null ? "" : $" ({unit})");
        var scale = column.Dimension is { } dimension && !ChartChooser.IsCycle(dimension) && dimension.IsTime ? dimension.Grain is null or TimeGrain.Year ? FieldScale.Year : FieldScale.Time
            : column.Source is { Kind: ColumnKind.YearNumber } ? FieldScale.Year
            : column.Source is { IsTemporal: true } && column.Role == OutputRole.Value ? FieldScale.Time
            : column.Role is OutputRole.Measure or OutputRole.Percent || column is { Role: OutputRole.Value or OutputRole.Bin, Source: { IsNumber: true, IsIdentifier: false } } ? FieldScale.Number
            : FieldScale.Category;
        return new(column.Name, title, scale, column.Dimension?.Grain ?? (scale == FieldScale.Time ? TimeGrain.Day : null), prefix, suffix);
    }

    private static (string Prefix, string Suffix, string? Unit) Unit(OutputColumn column)
    {
        if (column.Role == OutputRole.Percent) return ("", "%", null);
        if (column.Measure is { Fn: AggFn.Count or AggFn.CountDistinct } || column.Dimension is not null) return ("", "", null);
        return column.Source?.Unit switch
        {
            null or "" => ("", "", null),
            "USD" or "$" or "US$" => ("$", "", null),
            "EUR" or "€" => ("€", "", null),
            "GBP" or "£" => ("£", "", null),
            "%" => ("", "%", null),
            var unit => ("", "", unit),
        };
    }

    private static bool AreAlike(IReadOnlyList<Field> measures, ResultFacts facts)
    {
        if (measures.Select(measure => (measure.Prefix, measure.Suffix)).Distinct().Count() > 1) return false;
        var sizes = measures.Select(measure => facts.Profile.GetValueOrDefault(measure.Key)?.Max is { } max ? Math.Abs(max) : 0).Where(max => max > 0).ToList();
        return sizes.Count < 2 || sizes.Max() / sizes.Min() <= SameSize;
    }

    private static bool LiesDown(ResultFacts facts, Field x)
    {
        var labels = Enumerable.Range(0, facts.Rows.Count).Select(row => facts.Text(row, x.Key)).Distinct().ToList();
        return !facts.HasAllRows && labels.Count > UprightBars / 2 || labels.Count > UprightBars || labels.Sum(label => label.Length) > UprightLetters;
    }

    private static string Things(AnalysisPlan plan, Field? x) =>
        plan.Shape is ResultShape.Rows or ResultShape.Pairs or ResultShape.Histogram ? Terms.Plural(plan.Root) : plan.Dimensions.Count > 0 && x is not null ? Terms.PluralOf(x.Title.ToLowerInvariant()) : "rows";

    /// <summary>The title; the number of a "top 5" follows its param.</summary>
    private static LiveText Title(AnalysisPlan plan, SqlStatement statement)
    {
        var title = PlanWords.Title(plan);
        if (plan.Limit is not { Count: > 1 } limit || !statement.Values.ContainsKey("top")) return LiveText.Plain(title);
        var number = limit.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var at = title.IndexOf(" " + number + " ", StringComparison.Ordinal);
        return at < 0 ? LiveText.Plain(title) : new([(title[..(at + 1)], false), ("top", true), (title[(at + 1 + number.Length)..], false)]);
    }

    /// <summary>Filters and periods, with the current values of their params.</summary>
    private static List<LiveText> Subtitle(AnalysisPlan plan, SqlStatement statement)
    {
        var texts = statement.Params.Where(param => param.Name is not ("top" or "bin_width")).Select(param => new LiveText([(param.Label + ": ", false), (param.Name, true)])).ToList();
        texts.AddRange(plan.Filters.Where(filter => filter.Op is not (FilterOp.In or FilterOp.Compare or FilterOp.Dates)).Select(filter => LiveText.Plain(PlanWords.Capital(PlanWords.Filter(filter)))));
        return texts;
    }
}
