namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Finds the table in a sheet and writes it as text: titles and notes above the header are left out, and so are blank rows.</summary>
internal static class SheetText
{
    private const int RowsLookedAt = 50;

    /// <param name="rows">All of one width.</param>
    /// <returns>The table, or null when the sheet holds no row under a header.</returns>
    public static async Task<TextFile?> WriteAsync(string name, IEnumerable<IReadOnlyList<object?>> rows, ImportFolder folder, CancellationToken cancellationToken)
    {
        using var filled = rows.Where(row => row.Any(IsFilled)).GetEnumerator();
        var head = new List<IReadOnlyList<object?>>();
        while (head.Count < RowsLookedAt && filled.MoveNext()) head.Add(filled.Current);
        if (head.Count == 0) return null;

        var start = FindHeader(head);
        var first = head[start].Select(value => TextTableWriter.TextOf(value) ?? "").ToArray();
        var hasHeader = start + 1 < head.Count && CsvDialect.IsHeader(first);
        var writer = new TextTableWriter(folder);
        await using (writer)
        {
            foreach (var row in head.Skip(hasHeader ? start + 1 : start)) await WriteRowAsync(row);
            while (filled.MoveNext()) await WriteRowAsync(filled.Current);
        }
        return writer.ToFile(name, hasHeader ? first : [.. first.Select(_ => "")]);

        Task WriteRowAsync(IReadOnlyList<object?> row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return writer.WriteAsync(Enumerable.Range(0, first.Length).Select(index => index < row.Count && IsFilled(row[index]) ? row[index] : null));
        }
    }

    /// <summary>The first row that is about as full as the fullest: what stands above it is a title or a note.</summary>
    private static int FindHeader(List<IReadOnlyList<object?>> head)
    {
        var fullest = head.Max(row => row.Count(IsFilled));
        return head.FindIndex(row => row.Count(IsFilled) * 3 >= fullest * 2);
    }

    private static bool IsFilled(object? value) => value is not (null or DBNull or "");
}
