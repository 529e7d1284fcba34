using System.Globalization;

namespace Chartwright.DuckDb.Tests.Json;

/// <summary>What DuckDB's text of a date or timestamp is in ISO 8601.</summary>
internal static class Iso
{
    public static string Of(string text)
    {
        if (text.EndsWith("infinity", StringComparison.Ordinal)) return text;
        var isBc = text.Contains(" (BC)", StringComparison.Ordinal);
        text = text.Replace(" (BC)", "", StringComparison.Ordinal);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var year = long.Parse(text[..dash], CultureInfo.InvariantCulture);
        var astronomical = isBc ? 1 - year : year;
        var sign = astronomical < 0 ? "-" : "+";
        var digits = Math.Abs(astronomical).ToString("000000", CultureInfo.InvariantCulture);
        var start = astronomical is >= 0 and <= 9999 ? astronomical.ToString("0000", CultureInfo.InvariantCulture) : sign + digits;
        return start + text[dash..].Replace(' ', 'T').Replace("+00", "Z", StringComparison.Ordinal);
    }
}
