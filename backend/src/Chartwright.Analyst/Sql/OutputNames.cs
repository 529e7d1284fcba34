using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Wording;

namespace Chartwright.Analyst.Sql;

/// <summary>Names of result columns: short, readable, unique; and what each is for.</summary>
internal sealed class OutputNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OutputColumn> _columns = [];
    private readonly Dictionary<object, string> _byPart = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<OutputColumn> Columns => _columns;

    public string Of(Dimension dimension) => Once(dimension, () => DimensionName(dimension), name => new(name, OutputRole.Dimension, Terms.Dimension(dimension), dimension.Column, Dimension: dimension));

    public string Of(Measure measure) => Once(measure, () => MeasureName(measure), name => new(name, OutputRole.Measure, Terms.Measure(measure), measure.Column, Measure: measure));

    public string Row(SchemaColumn column) => Once(column, () => column.Name, name => new(name, OutputRole.Value, column.Title, column));

    public string Bin(SchemaColumn column, HistogramBins bins) => Once(column, () => bins.Width is null ? column.Name : SqlNames.Snake(column.Title) + "_from", name => new(name, OutputRole.Bin, column.Title, column));

    /// <summary>A column computed from a measure: its share, growth, earlier value.</summary>
    public string Derived(string name, OutputRole role, string title, Measure? measure = null) => Unique(name, unique => new(unique, role, title, role == OutputRole.Percent ? null : measure?.Column, measure));

    private static string DimensionName(Dimension dimension) => dimension.Grain switch
    {
        null when dimension.Columns.Count > 1 => SqlNames.Snake(Terms.Singular(dimension.Table)),
        null => dimension.Column.Name,
        TimeGrain.MonthOfYear => "month_name",
        TimeGrain.HourOfDay => "hour_of_day",
        var grain => Terms.Grain(grain.Value),
    };

    private static string MeasureName(Measure measure)
    {
        if (measure.PerTable is { } per) return $"{SqlNames.Snake(Terms.Plural(measure.Table))}_per_{SqlNames.Snake(Terms.Singular(per))}";
        var column = measure.Column is null ? "" : SqlNames.Snake(measure.Column.Title);
        return measure.Fn switch
        {
            AggFn.Sum => column.StartsWith("total", StringComparison.Ordinal) ? column : "total_" + column,
            AggFn.Avg => "avg_" + column,
            AggFn.Median => "median_" + column,
            AggFn.Min => "min_" + column,
            AggFn.Max => "max_" + column,
            AggFn.StdDev => "stddev_" + column,
            AggFn.CountDistinct => "distinct_" + column,
            _ when measure.Column is not null => "count_" + column,
            _ => SqlNames.Snake(Terms.Plural(measure.Table)) is var name && name == "value" ? "count" : name,
        };
    }

    private string Once(object part, Func<string> name, Func<string, OutputColumn> describe) =>
        _byPart.TryGetValue(part, out var known) ? known : _byPart[part] = Unique(name(), describe);

    private string Unique(string name, Func<string, OutputColumn> describe)
    {
        var unique = name;
        for (var n = 2; !_taken.Add(unique); n++) unique = $"{name}_{n}";
        _columns.Add(describe(unique));
        return unique;
    }
}
