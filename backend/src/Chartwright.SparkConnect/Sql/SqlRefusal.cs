using Chartwright.Core.Errors;

namespace Chartwright.SparkConnect.Sql;

/// <summary>Makes the exceptions of the gate, with the place in the statement.</summary>
internal static class SqlRefusal
{
    public static QueryException At(string sql, int offset, ErrorCode code, string what)
    {
        var before = sql.AsSpan(0, Math.Min(offset, sql.Length));
        var (line, column) = (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
        return new(code, $"Spark SQL, line {line}, column {column}: {what}.")
        {
            Details = new Dictionary<string, object?> { ["position"] = before.Length, ["line"] = line, ["column"] = column },
        };
    }
}
