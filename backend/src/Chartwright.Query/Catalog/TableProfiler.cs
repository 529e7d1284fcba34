using System.Globalization;
using Chartwright.Core.Catalog;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Reads a table once for counts and extremes and once more for the frequent values.</summary>
internal static class TableProfiler
{
    private const int ColumnsPerStatement = 40; // keeps the statement small for tables of thousands of columns
    private const int TopValues = 20;
    private const int LongestValue = 200; // longer ones are no filter values and would bloat the profile
    private const int ExactDistinctRows = 1_000_000; // beyond, values are counted by estimate: exactly would need memory by the row
    private const int ManyValues = 100_000; // as many, of half the rows or more: none of them is frequent
    private const int ManyNumbers = 200; // a number column with more values than this has no frequent ones worth listing

    /// <param name="columns">Name and type, in order.</param>
    /// <exception cref="Core.Errors.QueryException">The table cannot be read.</exception>
    public static async Task<TableProfile> ReadAsync(
        DuckDbEngine engine, string table, IReadOnlyList<(string Name, string Type)> columns, CancellationToken cancellationToken)
    {
        var count = await engine.ReadTextAsync($"SELECT CAST(count(*) AS VARCHAR) FROM {Sql.Identifier(table)}", cancellationToken);
        var rowCount = ToLong(count[0][0]);
        var profiled = new List<ProfiledColumn>(columns.Count);
        foreach (var chunk in columns.Chunk(ColumnsPerStatement))
        {
            var measured = await MeasureAsync(engine, table, rowCount, chunk, cancellationToken);
            profiled.AddRange(await AddTopValuesAsync(engine, table, rowCount, measured, cancellationToken));
        }
        return new(rowCount, profiled);
    }

    private static async Task<List<ProfiledColumn>> MeasureAsync(
        DuckDbEngine engine, string table, long rowCount, (string Name, string Type)[] columns, CancellationToken cancellationToken)
    {
        var expressions = columns.SelectMany(column =>
        {
            var name = Sql.Identifier(column.Name);
            var isScalar = TypeKinds.IsScalar(column.Type);
            return new[]
            {
                $"count({name})",
                isScalar ? Distinct(column.Name, name, rowCount) : "0",
                isScalar ? $"left(CAST(min({name}) AS VARCHAR), {LongestValue})" : "NULL",
                isScalar ? $"left(CAST(max({name}) AS VARCHAR), {LongestValue})" : "NULL",
                TypeKinds.IsText(column.Type) ? $"avg(length({name}))" : "0",
            };
        });
        var sql = $"SELECT {string.Join(", ", expressions.Select(expression => $"CAST({expression} AS VARCHAR)"))} FROM {Sql.Identifier(table)}";
        var row = (await engine.ReadTextAsync(sql, cancellationToken))[0];
        return [.. columns.Select((column, index) =>
        {
            var values = row.AsSpan(index * 5, 5);
            var present = ToLong(values[0]);
            var profile = new ColumnProfile(values[2], values[3], Math.Min(ToLong(values[1]), present), rowCount - present, []);
            return new ProfiledColumn(column.Name, column.Type, profile, ToDouble(values[4]));
        })];
    }

    private static async Task<IEnumerable<ProfiledColumn>> AddTopValuesAsync(
        DuckDbEngine engine, string table, long rowCount, List<ProfiledColumn> columns, CancellationToken cancellationToken)
    {
        var counted = columns.Index().Where(entry => HasTopValues(entry.Item, rowCount)).ToArray();
        if (counted.Length == 0) return columns;

        // one scan for all of them: to open a table of thousands of columns takes longer than to count one
        var keys = counted.Select(entry => $"k{entry.Index}").ToArray();
        var sql = $"""
            SELECT i, v, CAST(n AS VARCHAR)
            FROM (SELECT CASE {string.Join(' ', counted.Select(entry => $"WHEN grouping(k{entry.Index}) = 0 THEN {entry.Index}"))} END AS i, coalesce({string.Join(", ", keys)}) AS v, count(*) AS n
                FROM (SELECT {string.Join(", ", counted.Select(entry => $"CAST({Sql.Identifier(entry.Item.Name)} AS VARCHAR) AS k{entry.Index}"))} FROM {Sql.Identifier(table)})
                GROUP BY GROUPING SETS ({string.Join(", ", keys.Select(key => $"({key})"))}))
            WHERE length(v) <= {LongestValue} QUALIFY row_number() OVER (PARTITION BY i ORDER BY n DESC, v) <= {TopValues} ORDER BY i, n DESC, v
            """;
        var top = (await engine.ReadTextAsync(sql, cancellationToken)).ToLookup(row => (int)ToLong(row[0]), row => new ValueCount(row[1]!, ToLong(row[2])));
        return columns.Select((column, index) => column with { Profile = column.Profile with { TopValues = [.. top[index]] } });
    }

    // an estimate must never make a column look unique; where that matters, for ids, it is counted
    private static string Distinct(string column, string name, long rowCount) =>
        rowCount <= ExactDistinctRows || ColumnRoles.IsIdName(column)
            ? $"count(DISTINCT {name})"
            : $"least(approx_count_distinct({name}), greatest(count({name}) - 1, 0))";

    private static bool HasTopValues(ProfiledColumn column, long rowCount) =>
        (column.Profile.DistinctCount <= ManyValues || column.Profile.DistinctCount < rowCount / 2) && IsCounted(column);

    private static bool IsCounted(ProfiledColumn column) =>
        TypeKinds.IsText(column.Type) || TypeKinds.IsFlag(column.Type)
        || TypeKinds.IsScalar(column.Type) && column.Profile.DistinctCount <= ManyNumbers;

    private static long ToLong(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);

    private static double ToDouble(string? text) => text is null ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}
