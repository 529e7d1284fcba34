namespace Chartwright.Query.Ingestion;

/// <summary>Finds the format that all values of a column of words have.</summary>
internal static class FormatFinder
{
    /// <returns>For each column the first of the formats, or null.</returns>
    public static async Task<IReadOnlyList<WrittenFormat?>> FindAsync(
        TextRelation sample, TextRelation rows, IReadOnlyList<string> columns, IReadOnlyList<WrittenFormat> formats, CancellationToken cancellationToken)
    {
        var possible = await sample.ScanAsync(columns, (_, value) => formats.Select(format => format.Fits(value)), cancellationToken);
        var open = possible.Index().Where(entry => entry.Item.Contains("true")).Select(entry => entry.Index).ToArray();
        var borneOut = await rows.ScanAsync(
            [.. open.Select(index => columns[index])],
            (place, value) => formats.Zip(possible[open[place]], (format, fits) => fits == "true" ? $"{format.Fits(value)} AND {format.IsSettled(value)}" : "false"), cancellationToken);
        var found = open.Zip(borneOut).ToDictionary(pair => pair.First, pair => formats.Zip(pair.Second).FirstOrDefault(format => format.Second == "true").First);
        return [.. columns.Select((_, index) => found.GetValueOrDefault(index))];
    }
}
