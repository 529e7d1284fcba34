using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb;

/// <summary>Statements around a statement that has already been prepared on its own, so it cannot break out of its parentheses.</summary>
internal static class WrappedSql
{
    /// <summary>Options of a Parquet file that every reader has the codec for.</summary>
    public const string Parquet = "FORMAT parquet, COMPRESSION snappy";

    public static string Count(string sql) => $"SELECT count(*) FROM ({Inner(sql)}\n)";

    /// <summary>The same columns; those without a public layout as DuckDB's text.</summary>
    public static string CastColumns(string sql, IReadOnlyList<VectorType> types)
    {
        var names = Enumerable.Range(0, types.Count).Select(column => $"c{column}").ToArray(); // names of a result need not be unique
        var values = names.Select((name, column) => types[column].NeedsCast ? $"CAST({name} AS VARCHAR)" : name);
        return $"SELECT {string.Join(", ", values)} FROM ({Inner(sql)}\n) AS wrapped({string.Join(", ", names)})";
    }

    /// <summary>The same columns, all as DuckDB's text. Their number is known only once values are bound, so DuckDB expands them.</summary>
    public static string CastAll(string sql) => $"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ({Inner(sql)}\n)";

    /// <summary>No rows, but the types of its columns once values are bound.</summary>
    public static string Nothing(string sql) => $"SELECT * FROM ({Inner(sql)}\n) LIMIT 0";

    /// <summary>Some of <paramref name="expressions"/> over the statement, whose columns are named anew.</summary>
    /// <param name="names">One for each column of the statement, unique.</param>
    public static string Select(string sql, IEnumerable<string> expressions, IEnumerable<string> names) =>
        $"SELECT {string.Join(", ", expressions)} FROM ({Inner(sql)}\n) AS wrapped({string.Join(", ", names.Select(SqlText.Identifier))})";

    public static string Copy(string sql, string path, string options) => $"COPY ({Inner(sql)}\n) TO {SqlText.Literal(path)} ({options})";

    // the line break before the closing parenthesis ends a comment at the end of the text
    private static string Inner(string sql) => sql.TrimEnd(';', ' ', '\t', '\r', '\n');
}
