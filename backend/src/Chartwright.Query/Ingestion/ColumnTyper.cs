using System.Globalization;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Gives columns of text the type that every one of their values has. A value is never changed to fit: leading zeros, mixed values and unknown dates stay text.</summary>
internal static class ColumnTyper
{
    private const int ColumnsPerStatement = 30;
    private const int SampleRows = 1000; // tried before a whole column is parsed by a format

    // how programs write "no value" in a column of numbers or dates; in a column of words they are words. A list, as DuckDB makes a
    // join of some megabytes of an IN with as many values, one for every column.
    private const string Absent = "['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '\\N']";

    private static readonly string[] DateFormats =
    [
        "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%d-%m-%Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%b %d %Y",
    ];

    /// <returns>For each column an expression over the relation's text columns.</returns>
    /// <remarks>The first rows tell what a column can be at most; all rows then have to bear it out. One word in the sample settles that it is text.</remarks>
    public static async Task<IReadOnlyList<string>> FindAsync(
        DuckDbEngine engine, string relation, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var expressions = new List<string>(columns.Count);
        foreach (var chunk in columns.Chunk(ColumnsPerStatement))
        {
            var guesses = await JudgeAsync(engine, $"(FROM {relation} LIMIT {SampleRows})", [.. chunk.Select(column => (column, Kind.Any))], cancellationToken);
            var open = chunk.Zip(guesses).Where(pair => pair.Second.IsOpen).Select(pair => (pair.First, pair.Second.Kind)).ToArray();
            var judged = await JudgeAsync(engine, relation, open, cancellationToken);
            var wrong = open.Zip(judged).Where(pair => pair.Second.Type is null && pair.First.Kind != Kind.Any).Select(pair => (pair.First.First, Kind.Any)).ToArray();
            var types = new Dictionary<string, string?>();
            foreach (var (pair, verdict) in open.Zip(judged).Concat(wrong.Zip(await JudgeAsync(engine, relation, wrong, cancellationToken)))) types[pair.Item1] = verdict.Type;
            foreach (var column in chunk)
            {
                expressions.Add(types.GetValueOrDefault(column) is { } type
                    ? Typed(column, $"CAST({Trimmed(column)} AS {type})")
                    : await FindDateAsync(engine, relation, column, cancellationToken) ?? Sql.Identifier(column));
            }
        }
        return expressions;
    }

    private static async Task<Verdict[]> JudgeAsync(
        DuckDbEngine engine, string relation, (string Column, Kind Kind)[] columns, CancellationToken cancellationToken)
    {
        if (columns.Length == 0) return [];
        var evidence = columns.SelectMany(entry => ColumnEvidence.Of(Trimmed(entry.Column), IsAbsent(entry.Column), entry.Kind));
        var row = (await engine.ReadTextAsync($"SELECT {string.Join(", ", evidence)} FROM {relation}", cancellationToken))[0];
        return [.. row.Select(text => long.Parse(text ?? "0", CultureInfo.InvariantCulture)).Chunk(row.Length / columns.Length).Select(ColumnEvidence.Judge)];
    }

    /// <returns>The column as DATE by the first format all values have, or null. Where day and month cannot be told apart, the month is first.</returns>
    private static async Task<string?> FindDateAsync(DuckDbEngine engine, string relation, string column, CancellationToken cancellationToken)
    {
        var present = $"SELECT {Sql.Identifier(column)} FROM {relation} WHERE {Sql.Identifier(column)} IS NOT NULL";
        var fits = await AreTrueAsync(engine, DateFormats.Select(format => IsDate(column, format)), $"({present} LIMIT {SampleRows})", cancellationToken);
        foreach (var format in DateFormats.Where((_, index) => fits[index]))
        {
            if ((await AreTrueAsync(engine, [IsDate(column, format)], $"({present})", cancellationToken))[0]) return Typed(column, Date(column, format));
        }
        return null;
    }

    private static string Date(string column, string format) => $"CAST(try_strptime({Trimmed(column)}, {Sql.Literal(format)}) AS DATE)";

    // %Y takes 17 for the year 17; what no format reads is NULL, which bool_and would pass over
    private static string IsDate(string column, string format) =>
        $"bool_and(coalesce(year({Date(column, format)}) >= 1000, false) OR {IsAbsent(column)}) AND count({Date(column, format)}) > 0";

    private static async Task<bool[]> AreTrueAsync(DuckDbEngine engine, IEnumerable<string> conditions, string relation, CancellationToken cancellationToken)
    {
        var sql = $"SELECT {string.Join(", ", conditions)} FROM {relation}";
        return [.. (await engine.ReadTextAsync(sql, cancellationToken))[0].Select(text => text == "true")];
    }

    /// <summary>A column's text as it is compared with types.</summary>
    public static string Trimmed(string column) => $"trim({Sql.Identifier(column)})";

    private static string IsAbsent(string column) => $"list_contains({Absent}, lower({Trimmed(column)}))";

    /// <summary>An expression over a column's text, NULL where the text says that there is no value.</summary>
    public static string Typed(string column, string expression) => $"CASE WHEN NOT {IsAbsent(column)} THEN {expression} END";
}
