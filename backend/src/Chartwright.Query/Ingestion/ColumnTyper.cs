using System.Globalization;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Gives columns of text the type that every one of their values has. A value is never changed to fit: leading zeros, mixed values and unknown dates stay text.</summary>
internal static class ColumnTyper
{
    private const int ColumnsPerStatement = 30;
    private const int SampleRows = 1000; // tried before a whole column is parsed by a format
    private const int MaxScale = 4; // beyond it, numbers are measurements, and DOUBLE
    private const int MaxWholeDigits = 14; // with MaxScale within DECIMAL(18)

    // how programs write "no value" in a column of numbers or dates; in a column of words they are words
    private const string Absent = "('', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '\\N')";

    private static readonly string[] DateFormats =
    [
        "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%d-%m-%Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%b %d %Y", "%Y%m%d",
    ];

    /// <returns>For each column an expression over the relation's text columns.</returns>
    public static async Task<IReadOnlyList<string>> FindAsync(
        DuckDbEngine engine, string relation, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var expressions = new List<string>(columns.Count);
        foreach (var chunk in columns.Chunk(ColumnsPerStatement))
        {
            var sql = $"SELECT {string.Join(", ", chunk.SelectMany(Evidence))} FROM {relation}";
            var row = (await engine.ReadTextAsync(sql, cancellationToken))[0];
            for (var index = 0; index < chunk.Length; index++)
            {
                var type = Judge([.. row.AsSpan(index * 9, 9).ToArray().Select(text => long.Parse(text ?? "0", CultureInfo.InvariantCulture))]);
                expressions.Add(type is not null
                    ? Typed(chunk[index], $"CAST({Trimmed(chunk[index])} AS {type})")
                    : await FindDateAsync(engine, relation, chunk[index], cancellationToken) ?? Sql.Identifier(chunk[index]));
            }
        }
        return expressions;
    }

    private static IEnumerable<string> Evidence(string column)
    {
        var name = Sql.Identifier(column);
        var value = Trimmed(column);
        yield return $"count({name}) FILTER (lower({value}) NOT IN {Absent})";
        yield return Matching(value, "[+-]?(0|[1-9][0-9]{0,17})");
        yield return Matching(value, "[+-]?[1-9][0-9]{18,36}");
        yield return Matching(value, @"[+-]?(0|[1-9][0-9]*)?\.[0-9]+");
        yield return Matching(value, @"[+-]?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?|[+-]?\.[0-9]+([eE][+-]?[0-9]+)?");
        yield return $"max(length(regexp_extract({value}, '\\.([0-9]*)$', 1))) * 100 + max(length(regexp_extract({value}, '^[+-]?([0-9]*)', 1)))";
        yield return $"count(*) FILTER (lower({value}) IN ('true', 'false'))";
        yield return $"count(*) FILTER (regexp_full_match({value}, '[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}') AND TRY_CAST({value} AS DATE) IS NOT NULL)";
        yield return $"count(*) FILTER (regexp_matches({value}, '^[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}[ T][0-9]') AND TRY_CAST({value} AS TIMESTAMPTZ) IS NOT NULL)"
            + $" * CASE WHEN bool_or(regexp_matches({value}, '([zZ]|[+-][0-9]{{2}}(:?[0-9]{{2}})?)$')) FILTER (contains({value}, ':')) THEN -1 ELSE 1 END";
    }

    /// <param name="counts">In the order of <see cref="Evidence"/>.</param>
    private static string? Judge(long[] counts)
    {
        if (counts is not [var values, var integers, var wide, var fractions, var numbers, var digits, var flags, var dates, var times] || values == 0) return null;
        if (integers + wide == values) return wide > 0 ? "DECIMAL(38, 0)" : "BIGINT"; // Parquet would store a HUGEINT as DOUBLE
        if (integers + fractions == values && digits / 100 <= MaxScale && digits % 100 <= MaxWholeDigits) return $"DECIMAL(18, {digits / 100})";
        if (numbers + wide >= values && numbers > 0) return "DOUBLE";
        if (flags == values) return "BOOLEAN";
        if (dates == values) return "DATE";
        if (dates + Math.Abs(times) == values) return times < 0 ? "TIMESTAMPTZ" : "TIMESTAMP";
        return null;
    }

    /// <returns>The column as DATE by the first format all values have, or null. Where day and month cannot be told apart, the month is first.</returns>
    private static async Task<string?> FindDateAsync(DuckDbEngine engine, string relation, string column, CancellationToken cancellationToken)
    {
        var sample = $"(SELECT {Sql.Identifier(column)} FROM {relation} WHERE {Sql.Identifier(column)} IS NOT NULL LIMIT {SampleRows})";
        foreach (var format in DateFormats)
        {
            var parsed = Typed(column, $"TRY_CAST(try_strptime({Trimmed(column)}, {Sql.Literal(format)}) AS DATE)");
            // %Y takes 17 for the year 17
            var isDate = $"count(*) > 0 AND bool_and(({parsed}) IS NOT NULL AND year({parsed}) >= 1000 OR lower({Trimmed(column)}) IN {Absent}) AND count({parsed}) > 0";
            if (await IsTrueAsync(engine, $"SELECT {isDate} FROM {sample}", cancellationToken)
                && await IsTrueAsync(engine, $"SELECT {isDate} FROM {relation} WHERE {Sql.Identifier(column)} IS NOT NULL", cancellationToken)) return parsed;
        }
        return null;
    }

    private static async Task<bool> IsTrueAsync(DuckDbEngine engine, string sql, CancellationToken cancellationToken) =>
        (await engine.ReadTextAsync(sql, cancellationToken))[0][0] == "true";

    private static string Matching(string value, string pattern) => $"count(*) FILTER (regexp_full_match({value}, {Sql.Literal(pattern)}))";

    private static string Trimmed(string column) => $"trim({Sql.Identifier(column)})";

    private static string Typed(string column, string expression) => $"CASE WHEN lower({Trimmed(column)}) NOT IN {Absent} THEN {expression} END";
}
