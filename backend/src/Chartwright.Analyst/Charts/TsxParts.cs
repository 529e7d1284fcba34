using Chartwright.Analyst.Language;

namespace Chartwright.Analyst.Charts;

/// <summary>Pieces of code that several templates share.</summary>
internal static class TsxParts
{
    public const string Numbers = """
        const number = (value) => (value === null || value === undefined ? null : Number(value))
        const fullOf = (field) => (value) => field.prefix + Number(value).toLocaleString("en-US", { maximumFractionDigits: 2 }) + field.suffix
        const shortOf = (field) => (value) => field.prefix + Number(value).toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: 3 }) + field.suffix
        const full = fullOf(Y)
        const short = shortOf(Y)
        const color = (index) => `var(--chart-${(index % 8) + 1})`
        """;

    /// <summary>Rows of (x, series, value) to one point for each x; the largest series are kept, in the order of their names.</summary>
    public const string SeriesPivot = """
        const MOST_SERIES = 8

        function pivot(data) {
          const totals = new Map()
          const points = new Map()
          for (const row of data) {
            const name = label(row[SERIES.key])
            const x = position(row[X.key] ?? null)
            const value = number(row[Y.key])
            totals.set(name, (totals.get(name) ?? 0) + Math.abs(value ?? 0))
            if (!points.has(x)) points.set(x, { x, values: {} })
            points.get(x).values[name] = value
          }
          const ranked = [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a))
          return { points: [...points.values()], names: ranked.slice(0, MOST_SERIES).sort(), left: Math.max(0, ranked.length - MOST_SERIES) }
        }
        """;

    /// <summary>One series for each measure column.</summary>
    public const string MeasurePivot = """
        function pivot(data) {
          const points = data.map((row) => ({
            x: position(row[X.key] ?? null),
            values: Object.fromEntries(MEASURES.map((field) => [field.title, number(row[field.key])])),
          }))
          return { points, names: MEASURES.map((field) => field.title), left: 0 }
        }
        """;

    public static string SeriesFields(Encoding encoding)
    {
        if (encoding.Series is { } series) return $"const SERIES = {JsLiterals.Field(series)}\nconst Y = {JsLiterals.Field(encoding.Measures[0])}";
        if (encoding.Measures.Count == 0) return "";
        var first = encoding.Measures[0];
        return $"const MEASURES = {JsLiterals.Fields(encoding.Measures)}\nconst Y = {JsLiterals.Field(first with { Title = string.Join(", ", encoding.Measures.Select(measure => measure.Title)) })}";
    }

    public const string Label = "const label = (value) => (value === null || value === undefined || value === \"\" ? \"(none)\" : String(value))";

    /// <summary>Position and label on a time axis: milliseconds in UTC, or years as they are.</summary>
    public static string Time(Field? field) => field?.Scale == FieldScale.Year
        ? """
          const time = (value) => Number(value)
          const when = (value) => String(value)
          """ + "\n" + Ticks
        : $$"""
          const time = (value) => Date.parse(value.includes("T") && !value.endsWith("Z") ? value + "Z" : value)
          const when = (value) => {{TimeText(field?.Grain, "value")}}
          """ + "\n" + Ticks;

    /// <summary>The text of a value on a category axis.</summary>
    public static string AxisText(Field? field) => field switch
    {
        { Scale: FieldScale.Time } => $"(value) => (value === null ? \"(none)\" : {TimeText(field.Grain, "Date.parse(value)")})",
        { Grain: TimeGrain.Weekday or TimeGrain.MonthOfYear } => "(value) => label(value).slice(0, 3)",
        _ => "label",
    };

    private const string Ticks = """
        const ticks = (rows) => [...new Set(rows.map((row) => row.x))].filter((_, index, all) => index % Math.ceil(all.length / 6) === 0)
        """;

    private static string TimeText(TimeGrain? grain, string value) => grain switch
    {
        TimeGrain.Month => $"new Date({value}).toLocaleDateString(\"en-US\", {{ month: \"short\", year: \"numeric\", timeZone: \"UTC\" }})",
        TimeGrain.Quarter => $"`Q${{Math.floor(new Date({value}).getUTCMonth() / 3) + 1}} ${{new Date({value}).getUTCFullYear()}}`",
        TimeGrain.Year => $"String(new Date({value}).getUTCFullYear())",
        TimeGrain.Hour => $"new Date({value}).toLocaleString(\"en-US\", {{ month: \"short\", day: \"numeric\", hour: \"numeric\", timeZone: \"UTC\" }})",
        _ => $"new Date({value}).toLocaleDateString(\"en-US\", {{ month: \"short\", day: \"numeric\", year: \"numeric\", timeZone: \"UTC\" }})",
    };
}
