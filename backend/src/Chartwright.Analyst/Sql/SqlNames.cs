using System.Text.RegularExpressions;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Sql;

/// <summary>Identifiers as DuckDB reads them: bare when plain, quoted otherwise.</summary>
internal static partial class SqlNames
{
    private static readonly HashSet<string> Reserved = new(
        ("all analyse analyze and anti any array as asc asof asymmetric at between both by case cast check collate column constraint create cross default deferrable desc describe distinct do else end except exists extract false fetch for foreign from full glob group having ilike in initially inner intersect " +
         "into is isnull join lambda lateral leading left like limit map natural not notnull null offset on only or order outer overlaps pivot pivot_longer pivot_wider placing positional primary qualify references returning right row rows select semi show similar some summarize symmetric table tablesample then to " +
         "trailing true try_cast union unique unpivot using values variadic when where window with year month day hour minute second quarter week date time timestamp interval position count sum avg min max").Split(' '), StringComparer.Ordinal);

    public static string Quote(string name) => Plain().IsMatch(name) && !Reserved.Contains(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Table(SchemaTable table) => Quote(table.Name);

    /// <summary>Lower case words joined by underscores, for result columns and params.</summary>
    public static string Snake(string text)
    {
        var snake = NotWord().Replace(text.ToLowerInvariant(), "_").Trim('_');
        return snake.Length == 0 ? "value" : char.IsDigit(snake[0]) ? "_" + snake : snake;
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWord();
}
