using System.Text.RegularExpressions;
using Chartwright.Analyst.Language;

namespace Chartwright.Analyst.Charts;

/// <summary>Fills the template of a chart kind. Every name and value goes through a JSON literal, in one pass, so that nothing in the data can become code.</summary>
internal static partial class TsxWriter
{
    public static string Write(Encoding encoding)
    {
        var parts = Parts(encoding);
        return Placeholder().Replace(Template(Name(encoding)), match => parts.TryGetValue(match.Value, out var text) ? text : throw new InvalidOperationException($"The template has no {match.Value}."));
    }

    private static string Name(Encoding encoding) => encoding.Kind switch
    {
        ChartKind.Number => "number",
        ChartKind.Table => "table",
        ChartKind.Pie => "pie",
        ChartKind.Scatter => "scatter",
        ChartKind.Histogram => "histogram",
        _ when encoding.Separate => "separate",
        ChartKind.Line or ChartKind.Area when encoding.X?.Scale is FieldScale.Time or FieldScale.Year => HasSeries(encoding) ? "line-series" : "line",
        ChartKind.Line or ChartKind.Area => HasSeries(encoding) ? "bar-series" : "bar", // a line over categories would claim an order they do not have
        _ when HasSeries(encoding) => encoding.Horizontal ? "bar-series-horizontal" : "bar-series",
        _ => encoding.Horizontal ? "bar-horizontal" : "bar",
    };

    private static bool HasSeries(Encoding encoding) => encoding.Series is not null || encoding.Measures.Count > 1;

    private static Dictionary<string, string> Parts(Encoding encoding)
    {
        var isScatterOfRows = encoding.Kind == ChartKind.Scatter && encoding.X is null;
        var scatterOfGroups = encoding.Kind == ChartKind.Scatter && !isScatterOfRows;
        var x = isScatterOfRows ? encoding.Measures[0] : scatterOfGroups && encoding.Measures.Count > 1 ? encoding.Measures[0] : encoding.X;
        var y = encoding.Kind == ChartKind.Scatter && encoding.Measures.Count > 1 ? encoding.Measures[1] : encoding.Measures.Count > 0 ? encoding.Measures[0] : null;
        var area = encoding.Kind == ChartKind.Area;
        var time = encoding.X?.Scale is FieldScale.Time or FieldScale.Year;
        return new(StringComparer.Ordinal)
        {
            ["__PARAMS__"] = TsxParams.Write(encoding),
            ["__X__"] = x is null ? "null" : JsLiterals.Field(x),
            ["__Y__"] = y is null ? "null" : JsLiterals.Field(y),
            ["__SERIES__"] = encoding.Series is { } series ? JsLiterals.Field(series) : "null",
            ["__FIELDS__"] = JsLiterals.Fields(encoding.Kind == ChartKind.Table ? encoding.Columns : encoding.Measures),
            ["__SERIES_FIELDS__"] = TsxParts.SeriesFields(encoding),
            ["__PIVOT__"] = encoding.Series is null ? TsxParts.MeasurePivot : TsxParts.SeriesPivot,
            ["__NUMBERS__"] = TsxParts.Numbers,
            ["__LABEL__"] = TsxParts.Label,
            ["__TIME__"] = TsxParts.Time(encoding.X),
            ["__FRAME__"] = Template("frame").TrimEnd(),
            ["__TITLE__"] = JsLiterals.Live(encoding.Title),
            ["__SUBTITLE__"] = JsLiterals.Joined(encoding.Subtitle),
            ["__THINGS__"] = JsLiterals.Text(encoding.Things),
            ["__STACK__"] = encoding.Kind == ChartKind.StackedBar ? "true" : "false",
            ["__MARK__"] = area ? "Area" : "Line",
            ["__Y_DOMAIN__"] = area || !time ? "[0, \"auto\"]" : "[\"auto\", \"auto\"]",
            ["__FILL__"] = area ? "fill={params.color} fillOpacity={0.2} " : "",
            ["__FILL_SERIES__"] = area ? "fill={color(index)} fillOpacity={0.4} " : "",
            ["__STACK_ID__"] = area ? "stackId=\"all\" " : "",
            ["__BIN_WIDTH__"] = encoding.BinParam is { } bin ? $"Number(params.{bin})" : "0",
            ["__AXIS__"] = TsxParts.AxisText(encoding.X),
            ["__ROWS__"] = time ? "data" : "data.slice(0, MOST_GROUPS)",
            ["__SHAPE__"] = time ? "<Line type=\"linear\" dataKey=\"y\" stroke={color(index)} strokeWidth={2} dot={false} isAnimationActive={false} />" : "<Bar dataKey=\"y\" fill={color(index)} maxBarSize={64} isAnimationActive={false} />",
        };
    }

    private static string Template(string name)
    {
        var suffix = name == "frame" ? "frame.txt" : $"{name}.tsx.txt";
        using var stream = typeof(TsxWriter).Assembly.GetManifestResourceStream($"Chartwright.Analyst.Charts.Templates.{suffix}") ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [GeneratedRegex("__[A-Z_]+?__", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
