using System.Globalization;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Ingestion;

/// <summary>Gives columns of text the type that every one of their values has. A value is never changed to fit: leading zeros, mixed values and unknown dates stay text.</summary>
internal static class ColumnTyper
{
    private const int SampleRows = 1000;

    /// <returns>For each column an expression over the relation's text columns.</returns>
    /// <remarks>The first rows tell what a column can be at most; all rows then have to bear it out. One word in the sample settles that it is text.</remarks>
    public static async Task<IReadOnlyList<string>> FindAsync(
        DuckDbEngine engine, string relation, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var rowCount = long.Parse((await engine.ReadTextAsync($"SELECT count(*) FROM {relation}", cancellationToken))[0][0]!, CultureInfo.InvariantCulture);
        var rows = new TextRelation(engine, relation, rowCount);
        var sample = rowCount <= SampleRows ? rows : new TextRelation(engine, $"(FROM {relation} LIMIT {SampleRows})", SampleRows);

        var verdicts = await JudgeAsync(sample, columns, _ => Kind.Any, cancellationToken);
        if (sample != rows) await BearOutAsync(rows, columns, verdicts, cancellationToken);

        var words = verdicts.Index().Where(entry => entry.Item.Type is null).Select(entry => entry.Index).ToArray();
        var dates = await DateFormats.FindAsync(sample, rows, [.. words.Select(index => columns[index])], cancellationToken);
        var formats = words.Zip(dates).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. columns.Select((column, index) =>
        {
            var value = Sql.Identifier(column);
            if (formats.TryGetValue(index, out var format)) return format is null ? value : CellText.Typed(value, DateFormats.Parse(value, format));
            var typed = $"CAST({CellText.Trimmed(value)} AS {verdicts[index].Type})";
            return verdicts[index].ValueCount == rowCount ? typed : CellText.Typed(value, typed);
        })];
    }

    /// <summary>Asks all rows for what the sample said; a column that turns out to be something else is asked for everything.</summary>
    private static async Task BearOutAsync(TextRelation rows, IReadOnlyList<string> columns, Verdict[] verdicts, CancellationToken cancellationToken)
    {
        var kinds = verdicts.Select(verdict => verdict.Kind).ToArray();
        var open = verdicts.Index().Where(entry => entry.Item.IsOpen).Select(entry => entry.Index).ToArray();
        await AskAsync(open, index => kinds[index]);
        await AskAsync([.. open.Where(index => verdicts[index].Type is null && kinds[index] != Kind.Any)], _ => Kind.Any);

        async Task AskAsync(int[] which, Func<int, Kind> kindOf)
        {
            var judged = await JudgeAsync(rows, [.. which.Select(index => columns[index])], place => kindOf(which[place]), cancellationToken);
            foreach (var (index, verdict) in which.Zip(judged)) verdicts[index] = verdict;
        }
    }

    private static async Task<Verdict[]> JudgeAsync(TextRelation rows, IReadOnlyList<string> columns, Func<int, Kind> kindOf, CancellationToken cancellationToken)
    {
        var counts = await rows.ScanAsync(columns, (index, value) => ColumnEvidence.Of(CellText.Trimmed(value), CellText.IsAbsent(value), kindOf(index)), cancellationToken);
        return [.. counts.Select(row => ColumnEvidence.Judge([.. row.Select(text => long.Parse(text ?? "0", CultureInfo.InvariantCulture))]))];
    }
}

/// <summary>Rows of text, as many as said.</summary>
internal sealed record TextRelation(DuckDbEngine Engine, string Relation, long RowCount)
{
    /// <inheritdoc cref="ColumnScan.ReadAsync"/>
    public Task<IReadOnlyList<string?[]>> ScanAsync(IReadOnlyList<string> columns, Func<int, string, IEnumerable<string>> aggregatesOf, CancellationToken cancellationToken) =>
        ColumnScan.ReadAsync(Engine, Relation, RowCount, [.. columns.Select(column => (column, "VARCHAR"))], aggregatesOf, cancellationToken);
}
