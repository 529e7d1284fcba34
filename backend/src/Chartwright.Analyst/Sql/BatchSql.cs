using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.Core.Queries;

namespace Chartwright.Analyst.Sql;

/// <summary>A statement of ours as one text for an engine that runs jobs: its values written in and, for Spark, in Spark's quotes and with Spark's names of functions.</summary>
internal static partial class BatchSql
{
    /// <param name="engine"><c>duckdb</c> or <c>spark</c>.</param>
    public static string Write(SqlStatement statement, string engine) => Write(statement.Text, statement.Values, isSpark: engine == "spark");

    private static string Write(string sql, QueryParams values, bool isSpark)
    {
        var text = new StringBuilder();
        var at = 0;
        while (Token.Match(sql, at) is { Success: true } token)
        {
            text.Append(sql, at, token.Index - at);
            at = token.Index + token.Length;
            if (token.Groups["param"] is { Success: true, Value: var name } && values.TryGetValue(name, out var value)) text.Append(Literal(value, isSpark));
            else if (!isSpark) text.Append(token.Value);
            else if (token.Groups["name"].Success) text.Append('`').Append(token.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal).Replace("`", "``", StringComparison.Ordinal)).Append('`');
            else if (token.Groups["text"].Success) text.Append(Quote(token.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal), isSpark));
            else if (token.Groups["function"].Success)
            {
                var end = FindEnd(sql, at);
                text.Append(Call(token.Groups["function"].Value.ToLowerInvariant(), Write(sql[at..end], values, isSpark)));
                at = end + 1;
            }
            else text.Append(token.Value);
        }
        return text.Append(sql, at, sql.Length - at).ToString();
    }

    private static string Call(string function, string arguments) => function switch
    {
        "dayname" => $"date_format({arguments}, 'EEEE')",
        "monthname" => $"date_format({arguments}, 'MMMM')",
        "dayofweek" => $"(dayofweek({arguments}) - 1)", // Sunday is 1 there
        "isodow" => $"(weekday({arguments}) + 1)",
        _ => $"array_contains({arguments})",
    };

    /// <returns>Where the parenthesis that was opened before <paramref name="from"/> is closed.</returns>
    private static int FindEnd(string sql, int from)
    {
        var depth = 1;
        for (var at = from; at < sql.Length; at++)
        {
            if (sql[at] is '\'' or '"') at = sql.IndexOf(sql[at], at + 1); // a doubled quote opens the next piece at once
            else if (sql[at] == '(') depth++;
            else if (sql[at] == ')' && --depth == 0) return at;
        }
        throw new ArgumentException("A parenthesis is left open.", nameof(sql));
    }

    private static string Literal(JsonElement value, bool isSpark) => value.ValueKind switch
    {
        JsonValueKind.String => Quote(value.GetString()!, isSpark),
        JsonValueKind.Array => $"{(isSpark ? "array(" : "[")}{string.Join(", ", value.EnumerateArray().Select(item => Literal(item, isSpark)))}{(isSpark ? ")" : "]")}",
        JsonValueKind.Null => "NULL",
        _ => value.GetRawText(),
    };

    private static string Quote(string text, bool isSpark) => isSpark
        ? $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'" // two quotes in a row are two texts there
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("""'(?<text>(?:[^']|'')*)'|"(?<name>(?:[^"]|"")*)"|\$(?<param>[A-Za-z_][A-Za-z0-9_]*)|\b(?<function>list_contains|dayname|monthname|dayofweek|isodow)\(""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }
}
