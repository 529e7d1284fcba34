namespace Chartwright.Query;

/// <summary>Text that goes into a statement where DuckDB takes no parameter: names and paths of our own.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string IdentifierList(IEnumerable<string> names) => string.Join(", ", names.Select(Identifier));
}
