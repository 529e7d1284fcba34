using System.Globalization;
using Chartwright.DuckDb;
using Chartwright.Query.Ingestion.Sources;

namespace Chartwright.Query.Ingestion;

/// <summary>Gives columns of text the type that every one of their values has. A value is never changed to fit: leading zeros, mixed values and unknown dates stay text.</summary>
internal static class ColumnTyper
{
    private const int SampleRows = 1000;

    /// <param name="source">All of its columns are text.</param>
    /// <returns>For each column an expression over the relation's text columns.</returns>
    /// <remarks>The first rows tell what a column can be at most; all rows then have to bear it out. One word in the sample settles that it is text.</remarks>
    public static async Task<IReadOnlyList<string>> FindAsync(
        DuckDbEngine engine, SourceTable source, CancellationToken cancellationToken)
    {
        var relation = source.Relation;
        string[] columns = [.. source.Columns.Select(column => column.Name)];
        var rowCount = long.Parse((await engine.ReadTextAsync($"SELECT count(*) FROM {relation}", cancellationToken))[0][0]!, CultureInfo.InvariantCulture);
        var rows = new TextRelation(engine, relation, rowCount);
        var sample = rowCount <= SampleRows ? rows : new TextRelation(engine, $"(FROM {relation} LIMIT {SampleRows})", SampleRows);

        var verdicts = await JudgeAsync(sample, columns, _ => Kind.Any, cancellationToken);
        if (sample != rows) await BearOutAsync(rows, columns, verdicts, cancellationToken);

        var formats = await FormatFinder.FindAsync(sample, rows, columns, [.. verdicts.Select(verdict => verdict.Type)], source.HasDecimalComma, cancellationToken);
        return [.. columns.Zip(verdicts, formats).Select(column => Expression(Sql.Identifier(column.First), column.Second, column.Third, rowCount))];
    }

    private static string Expression(string value, Verdict verdict, WrittenFormat? format, long rowCount)
    {
        if (format is not null) return CellText.Typed(value, format.Parse(value));
        if (verdict.Type is null) return value;
        var typed = $"CAST({CellText.Trimmed(value)} AS {verdict.Type})";
        return verdict.ValueCount == rowCount ? typed : CellText.Typed(value, typed);
    }

    /// <summary>Asks all rows for what the sample said; a column that turns out to be something else is asked for everything.</summary>
    private static async Task BearOutAsync(TextRelation rows, string[] columns, Verdict[] verdicts, CancellationToken cancellationToken)
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

    private static async Task<Verdict[]> JudgeAsync(TextRelation rows, string[] columns, Func<int, Kind> kindOf, CancellationToken cancellationToken)
    {
        var counts = await rows.ScanAsync(columns, (index, value) => ColumnEvidence.Of(CellText.Trimmed(value), CellText.IsAbsent(value), kindOf(index)), cancellationToken);
        return [.. counts.Select(row => ColumnEvidence.Judge([.. row.Select(text => long.Parse(text ?? "0", CultureInfo.InvariantCulture))]))];
    }
}
