using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Computes aggregates over each of many columns.</summary>
/// <remarks>DuckDB plans a statement in the time of its expressions, some milliseconds a column, whatever the rows. Where these are few, columns become rows:
/// one statement then serves all columns that want the same.</remarks>
internal static class ColumnScan
{
    /// <summary>Rows up to which it is faster to turn the columns into rows.</summary>
    public const int TurnedRows = 100_000;

    private const int ColumnsPerStatement = 30;
    private const int MaxTurnedColumns = 2000;
    private const int MaxTurnedCells = 5_000_000; // each may be a value of its own, held until all are counted

    /// <summary>Columns turned into rows by one statement at most.</summary>
    public static int TurnedColumns(long rowCount) => (int)Math.Clamp(MaxTurnedCells / Math.Max(rowCount, 1), 1, MaxTurnedColumns);

    /// <param name="relation">What stands behind FROM.</param>
    /// <param name="rowCount">How many rows it has.</param>
    /// <param name="columns">Name and type of each.</param>
    /// <param name="aggregatesOf">By the index of a column and the expression that stands for it: the aggregates, as many for each column.</param>
    /// <returns>For each column its aggregates as text.</returns>
    /// <exception cref="Core.Errors.QueryException">The relation cannot be read.</exception>
    public static async Task<IReadOnlyList<string?[]>> ReadAsync(
        DuckDbEngine engine, string relation, long rowCount, IReadOnlyList<(string Name, string Type)> columns,
        Func<int, string, IEnumerable<string>> aggregatesOf, CancellationToken cancellationToken)
    {
        var results = new string?[columns.Count][];
        var isTurned = rowCount is > 0 and <= TurnedRows; // without rows nothing could be turned into any
        foreach (var chunk in isTurned ? Alike(columns, aggregatesOf, TurnedColumns(rowCount)) : Enumerable.Range(0, columns.Count).Chunk(ColumnsPerStatement))
        {
            if (isTurned) await ReadTurnedAsync(engine, relation, columns, chunk, aggregatesOf(chunk[0], "v"), results, cancellationToken);
            else await ReadDirectAsync(engine, relation, columns, chunk, aggregatesOf, results, cancellationToken);
        }
        return results;
    }

    /// <summary>A relation of the named columns as rows: <c>n</c> is the place of a column in the list, as text, <c>v</c> its value.</summary>
    /// <param name="selected">Expressions of one type.</param>
    public static string Turned(string relation, IEnumerable<(int Index, string Expression)> selected, bool withNulls) =>
        $"(SELECT {string.Join(", ", selected.Select(entry => $"{entry.Expression} AS \"{entry.Index}\""))} FROM {relation}) UNPIVOT {(withNulls ? "INCLUDE NULLS " : "")}(v FOR n IN (COLUMNS(*)))";

    // of one type, with the same aggregates
    private static IEnumerable<int[]> Alike(IReadOnlyList<(string Name, string Type)> columns, Func<int, string, IEnumerable<string>> aggregatesOf, int most) =>
        Enumerable.Range(0, columns.Count).GroupBy(index => (columns[index].Type, string.Join(", ", aggregatesOf(index, "v")))).SelectMany(group => group.Chunk(most));

    private static async Task ReadTurnedAsync(
        DuckDbEngine engine, string relation, IReadOnlyList<(string Name, string Type)> columns, int[] chunk, IEnumerable<string> aggregates, string?[][] results,
        CancellationToken cancellationToken)
    {
        var turned = Turned(relation, chunk.Select(index => (index, Sql.Identifier(columns[index].Name))), withNulls: true);
        foreach (var row in await engine.ReadTextAsync($"SELECT n, {string.Join(", ", aggregates)} FROM {turned} GROUP BY n", cancellationToken))
            results[int.Parse(row[0]!, System.Globalization.CultureInfo.InvariantCulture)] = row[1..];
    }

    private static async Task ReadDirectAsync(
        DuckDbEngine engine, string relation, IReadOnlyList<(string Name, string Type)> columns, int[] chunk, Func<int, string, IEnumerable<string>> aggregatesOf, string?[][] results,
        CancellationToken cancellationToken)
    {
        var aggregates = chunk.SelectMany(index => aggregatesOf(index, Sql.Identifier(columns[index].Name)));
        var row = (await engine.ReadTextAsync($"SELECT {string.Join(", ", aggregates)} FROM {relation}", cancellationToken))[0];
        foreach (var (index, values) in chunk.Zip(row.Chunk(row.Length / chunk.Length))) results[index] = values;
    }
}
