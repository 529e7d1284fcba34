using System.Globalization;
using Chartwright.Core.Catalog;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Reads a table once for counts and extremes and once more for the frequent values.</summary>
internal static class TableProfiler
{
    private const int SetsPerStatement = 40; // keeps the statement small for tables of thousands of columns
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
        var measured = await MeasureAsync(engine, table, rowCount, columns, cancellationToken);
        return new(rowCount, await AddTopValuesAsync(engine, table, rowCount, measured, cancellationToken));
    }

    private static async Task<ProfiledColumn[]> MeasureAsync(
        DuckDbEngine engine, string table, long rowCount, IReadOnlyList<(string Name, string Type)> columns, CancellationToken cancellationToken)
    {
        var measured = await ColumnScan.ReadAsync(engine, Sql.Identifier(table), rowCount, columns, (index, value) =>
        {
            var (name, type) = columns[index];
            var isScalar = TypeKinds.IsScalar(type);
            return
            [
                $"count({value})",
                isScalar ? Distinct(name, value, rowCount) : "0",
                isScalar ? $"left(CAST(min({value}) AS VARCHAR), {LongestValue})" : "NULL",
                isScalar ? $"left(CAST(max({value}) AS VARCHAR), {LongestValue})" : "NULL",
                TypeKinds.IsText(type) ? $"avg(length({value}))" : "0",
            ];
        }, cancellationToken);
        return [.. columns.Zip(measured, (column, values) =>
        {
            var present = ToLong(values[0]);
            var profile = new ColumnProfile(values[2], values[3], Math.Min(ToLong(values[1]), present), rowCount - present, []);
            return new ProfiledColumn(column.Name, column.Type, profile, ToDouble(values[4]));
        })];
    }

    private static async Task<IReadOnlyList<ProfiledColumn>> AddTopValuesAsync(
        DuckDbEngine engine, string table, long rowCount, ProfiledColumn[] columns, CancellationToken cancellationToken)
    {
        var counted = columns.Index().Where(entry => HasTopValues(entry.Item, rowCount)).Select(entry => (entry.Index, $"CAST({Sql.Identifier(entry.Item.Name)} AS VARCHAR)"));
        var isTurned = rowCount <= ColumnScan.TurnedRows;
        foreach (var chunk in counted.Chunk(isTurned ? ColumnScan.TurnedColumns(rowCount) : SetsPerStatement))
        {
            var counts = isTurned
                ? $"SELECT n AS i, v, count(*) AS n FROM {ColumnScan.Turned(Sql.Identifier(table), chunk, withNulls: false)} GROUP BY ALL"
                : CountBySets(Sql.Identifier(table), chunk);
            var top = await engine.ReadTextAsync($"""
                SELECT i, v, n FROM ({counts})
                WHERE length(v) <= {LongestValue} QUALIFY row_number() OVER (PARTITION BY i ORDER BY n DESC, v) <= {TopValues} ORDER BY i, n DESC, v
                """, cancellationToken);
            foreach (var values in top.GroupBy(row => (int)ToLong(row[0])))
                columns[values.Key] = columns[values.Key] with { Profile = columns[values.Key].Profile with { TopValues = [.. values.Select(row => new ValueCount(row[1]!, ToLong(row[2])))] } };
        }
        return columns;
    }

    // one scan for all of them
    private static string CountBySets(string table, (int Index, string Expression)[] columns)
    {
        var keys = columns.Select(column => $"k{column.Index}").ToArray();
        return $"""
            SELECT CASE {string.Join(' ', columns.Select(column => $"WHEN grouping(k{column.Index}) = 0 THEN {column.Index}"))} END AS i, coalesce({string.Join(", ", keys)}) AS v, count(*) AS n
            FROM (SELECT {string.Join(", ", columns.Select(column => $"{column.Expression} AS k{column.Index}"))} FROM {table})
            GROUP BY GROUPING SETS ({string.Join(", ", keys.Select(key => $"({key})"))})
            """;
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
