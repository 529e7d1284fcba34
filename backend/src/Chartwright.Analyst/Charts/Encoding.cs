using Chartwright.Analyst.Language;
using Chartwright.Analyst.Sql;

namespace Chartwright.Analyst.Charts;

/// <summary>How values of a field are read on the axis.</summary>
internal enum FieldScale { Category, Time, Year, Number }

/// <summary>A result column in a chart.</summary>
/// <param name="Key">Name of the column in the rows.</param>
/// <param name="Title">For axis, legend and tooltip, with the unit where it is no prefix or suffix.</param>
/// <param name="Prefix">Before each number: a currency sign.</param>
/// <param name="Suffix">After each number: a percent sign.</param>
internal sealed record Field(string Key, string Title, FieldScale Scale, TimeGrain? Grain = null, string Prefix = "", string Suffix = "");

/// <summary>Text with placeholders for params, as the body of a template literal: parts are literal text or names of params.</summary>
internal sealed record LiveText(IReadOnlyList<(string Text, bool IsParam)> Parts)
{
    public static LiveText Plain(string text) => new([(text, false)]);
    public bool IsEmpty => Parts.Count == 0;
}

/// <summary>Everything a template needs. Templates know no plan and no SQL.</summary>
internal sealed record Encoding(ChartKind Kind, LiveText Title, IReadOnlyList<LiveText> Subtitle, Field? X, Field? Series, IReadOnlyList<Field> Measures, IReadOnlyList<StatementParam> Params)
{
    /// <summary>Bars lie down: many or long labels.</summary>
    public bool Horizontal { get; init; }

    /// <summary>Measures have different units or sizes: one small chart each.</summary>
    public bool Separate { get; init; }

    /// <summary>All columns of a table, or of rows.</summary>
    public IReadOnlyList<Field> Columns { get; init; } = [];

    /// <summary>What the rows are, plural: "regions".</summary>
    public string Things { get; init; } = "rows";

    /// <summary>Width of a histogram's bins is this param; null when every value has its own bar.</summary>
    public string? BinParam { get; init; }

    /// <summary>Rows are sorted by the measure, so that the first ones are the largest.</summary>
    public bool SortedByValue { get; init; }
}
