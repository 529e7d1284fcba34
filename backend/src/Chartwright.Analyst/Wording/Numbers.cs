using System.Globalization;

namespace Chartwright.Analyst.Wording;

/// <summary>Numbers for people: thousands separators, at most two decimals.</summary>
internal static class Numbers
{
    public static string Full(double value) => value.ToString(Math.Abs(value) >= 1000 || value == Math.Floor(value) ? "#,0.##" : "#,0.###", CultureInfo.InvariantCulture);
}
