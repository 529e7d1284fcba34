namespace Chartwright.DuckDb;

/// <summary>The only two ways a value enters SQL as text: quoted, for places where DuckDB takes no parameter.</summary>
internal static class SqlText
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
