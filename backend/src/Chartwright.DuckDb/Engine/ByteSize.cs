using System.Globalization;
using System.Text.RegularExpressions;

namespace Chartwright.DuckDb;

/// <summary>Sizes as DuckDB writes them: <c>2GB</c>, <c>512MiB</c>.</summary>
internal static partial class ByteSize
{
    /// <returns>Bytes, or null for a text that is no size.</returns>
    public static long? Parse(string text)
    {
        if (Size.Match(text) is not { Success: true } match || !double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)) return null;
        var power = "KMGT".IndexOf(char.ToUpperInvariant(match.Groups["unit"].Value.FirstOrDefault('B')), StringComparison.Ordinal) + 1;
        return (long)(number * Math.Pow(match.Groups["binary"].Success ? 1024 : 1000, power));
    }

    [GeneratedRegex(@"^\s*(?<number>\d+(\.\d+)?)\s*(?<unit>[kmgt])?(?<binary>i)?b(ytes?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size { get; }
}
