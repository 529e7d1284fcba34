using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Jobs;

/// <summary>The files of an attempt in DuckDB's SQL.</summary>
internal static class JobRelation
{
    // what DuckDB itself writes to Parquet as another type, and reads back by a cast
    private static readonly HashSet<string> ReadBack = ["HUGEINT", "UHUGEINT", "TIMESTAMP_S", "TIMESTAMP_MS", "INTERVAL", "BIT", "TIME_NS", "TIME WITH TIME ZONE"];

    /// <summary>To stand in a FROM.</summary>
    /// <param name="paths">In the order of the rows; at least one.</param>
    /// <param name="columns">As the engine described them; a CSV file does not know its types.</param>
    public static string Of(BatchFormat format, IEnumerable<string> paths, IReadOnlyList<ResultColumn> columns)
    {
        var list = $"[{string.Join(", ", paths.Select(Sql.Literal))}]";
        if (format is BatchFormat.Parquet) return $"read_parquet({list})";
        var types = string.Join(", ", columns.Select(column => $"{Sql.Literal(column.Name)}: {Sql.Literal(column.Type)}"));
        return $"read_csv({list}, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, columns = {{{types}}})";
    }

    /// <summary>All columns with the types the engine gave them.</summary>
    /// <param name="stored">As the files have them.</param>
    public static string Select(IReadOnlyList<ResultColumn> stored, IReadOnlyList<ResultColumn> columns) => string.Join(", ", stored.Select((column, index) =>
    {
        var wanted = index < columns.Count ? columns[index].Type : column.Type;
        var name = Sql.Identifier(column.Name);
        return wanted != column.Type && ReadBack.Contains(wanted) ? $"CAST({name} AS {wanted}) AS {name}" : name;
    }));
}
