using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Eval;

/// <summary>Writes values into a statement as literals, for predictions that are one text. Never used to run anything in the product.</summary>
internal static partial class BoundSql
{
    public static string Write(string sql, QueryParams values) =>
        Placeholder().Replace(sql, match => match.Groups["name"].Success && values.TryGetValue(match.Groups["name"].Value, out var value) ? Literal(value) : match.Value);

    private static string Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Literal))}]",
        JsonValueKind.Null => "NULL",
        _ => value.GetRawText(),
    };

    /// <summary>Placeholders outside string literals and quoted names.</summary>
    [GeneratedRegex("""'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?<name>[A-Za-z_][A-Za-z0-9_]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
