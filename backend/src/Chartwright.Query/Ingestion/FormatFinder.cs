namespace Chartwright.Query.Ingestion;

/// <summary>Finds the format that all values of a column have.</summary>
internal static class FormatFinder
{
    private const string ThreeDecimals = "DECIMAL(18, 3)";

    /// <param name="types">What the columns are without a format; null for words.</param>
    /// <param name="hasDecimalComma">What the file tells of its numbers; null: nothing.</param>
    /// <returns>For each column a format, or null.</returns>
    /// <remarks>A file has one way of writing numbers: a column that settles it settles the others. Where commas part decimals, 1.234 is a thousand.</remarks>
    public static async Task<IReadOnlyList<WrittenFormat?>> FindAsync(
        TextRelation sample, TextRelation rows, IReadOnlyList<string> columns, IReadOnlyList<string?> types, bool? hasDecimalComma, CancellationToken cancellationToken)
    {
        var found = new WrittenFormat?[columns.Count];
        await SeekAsync(index => types[index] is null, WrittenFormat.List(hasDecimalComma));
        var styles = found.Select(format => format?.HasDecimalComma).Where(style => style is not null).Distinct().ToArray();
        if (styles is not [{ } style]) return found;
        if (style != hasDecimalComma) await SeekAsync(index => types[index] is null && found[index] is null, WrittenFormat.List(style));
        if (style) await SeekAsync(index => types[index] == ThreeDecimals, [WrittenFormat.PointedThousands]);
        return found;

        async Task SeekAsync(Func<int, bool> isMeant, IReadOnlyList<WrittenFormat> formats)
        {
            var which = Enumerable.Range(0, columns.Count).Where(isMeant).ToArray();
            foreach (var (index, format) in which.Zip(await FindAsync(sample, rows, [.. which.Select(index => columns[index])], formats, cancellationToken))) found[index] = format;
        }
    }

    private static async Task<IReadOnlyList<WrittenFormat?>> FindAsync(
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
