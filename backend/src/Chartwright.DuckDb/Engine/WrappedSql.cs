using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb;

/// <summary>Statements around a statement that has already been prepared on its own, so it cannot break out of its parentheses.</summary>
internal static class WrappedSql
{
    public static string Count(string sql) => $"SELECT count(*) FROM ({Inner(sql)}\n)";

    /// <summary>The same columns; those without a public layout as DuckDB's text.</summary>
    public static string CastColumns(string sql, IReadOnlyList<VectorType> types) =>
        Select(sql, types.Count, column => types[column].NeedsCast);

    /// <summary>The same columns, all as DuckDB's text.</summary>
    public static string CastAll(string sql, int columns) => Select(sql, columns, _ => true);

    public static string Copy(string sql, string path, string options) => $"COPY ({Inner(sql)}\n) TO {SqlText.Literal(path)} ({options})";

    private static string Select(string sql, int columns, Func<int, bool> isCast)
    {
        var names = Enumerable.Range(0, columns).Select(column => $"c{column}").ToArray(); // names of a result need not be unique
        var values = names.Select((name, column) => isCast(column) ? $"CAST({name} AS VARCHAR)" : name);
        return $"SELECT {string.Join(", ", values)} FROM ({Inner(sql)}\n) AS wrapped({string.Join(", ", names)})";
    }

    // the line break before the closing parenthesis ends a comment at the end of the text
    private static string Inner(string sql) => sql.TrimEnd(';', ' ', '\t', '\r', '\n');
}
