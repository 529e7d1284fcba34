namespace Chartwright.Query.Ingestion;

/// <summary>Dates as people write them.</summary>
internal static class DateFormats
{
    // where day and month cannot be told apart, the month is first
    private static readonly string[] Formats =
    [
        "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%d-%m-%Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%b %d %Y",
    ];

    /// <returns>For each column the first format that all its values have, or null.</returns>
    public static async Task<IReadOnlyList<string?>> FindAsync(TextRelation sample, TextRelation rows, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var found = new string?[columns.Count];
        var seen = await sample.ScanAsync(columns, (_, value) => [$"count(*) FILTER (NOT {CellText.IsAbsent(value)})", .. Formats.Select(format => IsDate(value, format))], cancellationToken);
        var fits = seen.Select(row => row.Skip(1).Select(text => text == "true" || row[0] == "0" && sample != rows).ToArray()).ToArray();
        var possible = fits.Index().Where(entry => entry.Item.Contains(true)).Select(entry => entry.Index).ToArray();
        if (sample != rows)
        {
            var borneOut = await rows.ScanAsync(
                [.. possible.Select(index => columns[index])],
                (place, value) => Formats.Zip(fits[possible[place]], (format, isPossible) => isPossible ? IsDate(value, format) : "false"), cancellationToken);
            foreach (var (index, row) in possible.Zip(borneOut)) fits[index] = [.. row.Select(text => text == "true")];
        }
        foreach (var index in possible) found[index] = Formats.Zip(fits[index]).FirstOrDefault(pair => pair.Second).First;
        return found;
    }

    /// <summary>The text as DATE by a format, else NULL.</summary>
    public static string Parse(string value, string format) => $"CAST(try_strptime({CellText.Trimmed(value)}, {Sql.Literal(format)}) AS DATE)";

    // %Y takes 17 for the year 17; what no format reads is NULL, which bool_and would pass over
    private static string IsDate(string value, string format) =>
        $"coalesce(bool_and(coalesce(year({Parse(value, format)}) >= 1000, false) OR {CellText.IsAbsent(value)}), false) AND count({Parse(value, format)}) > 0";
}
