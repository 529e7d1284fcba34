using System.Globalization;

namespace Chartwright.Samples.Retail;

/// <summary>A generated table. Values are text exactly as DuckDB prints them, so that a Parquet file can be compared with it.</summary>
/// <param name="Columns">Name and DuckDB type.</param>
/// <param name="Rows">One value per column; null is NULL.</param>
public sealed record SampleTable(string Name, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<string?[]> Rows);

internal static class Cells
{
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? "true" : "false";

    public static string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount of hundredths, e.g. cents, as a decimal with two places.</summary>
    public static string Hundredths(long value) => (value / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
