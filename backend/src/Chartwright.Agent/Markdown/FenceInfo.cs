using System.Text.RegularExpressions;

namespace Chartwright.Agent.Markdown;

/// <summary>Reads the words after an opening fence.</summary>
internal static partial class FenceInfo
{
    /// <returns>The leading word in lower case; empty when the info string starts with anything else or with an attribute.</returns>
    public static string ReadLanguage(string info) => Language().Match(info).Value.ToLowerInvariant();

    /// <returns>The value of <c>name="…"</c> (or <c>name='…'</c>, <c>name=word</c>), or null.</returns>
    public static string? FindAttribute(string info, string name)
    {
        foreach (Match match in Attributes().Matches(info))
        {
            if (string.Equals(match.Groups["name"].Value, name, StringComparison.OrdinalIgnoreCase))
                return match.Groups["value"].Value;
        }
        return null;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_+#.\-]+(?![\p{L}\p{N}_+#.\-]|=)")]
    private static partial Regex Language();

    [GeneratedRegex("""(?<![\p{L}\p{N}_\-])(?<name>[\p{L}_][\p{L}\p{N}_\-]*)=(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"']+))""")]
    private static partial Regex Attributes();
}
