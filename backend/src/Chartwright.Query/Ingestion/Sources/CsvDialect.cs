using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chartwright.Query.Ingestion.Sources;

/// <param name="Delimiter">Between fields.</param>
/// <param name="HasHeader">Whether the first record names the columns.</param>
/// <param name="First">The first record of the table.</param>
/// <param name="SkippedLines">Lines above it: titles and notes.</param>
internal sealed partial record CsvDialect(char Delimiter, bool HasHeader, IReadOnlyList<string> First, int SkippedLines)
{
    private const int HeadChars = 256 << 10;
    private const int MaxTitles = 20;
    private const int LeastColumns = 3; // of a table below a title that no blank line parts from it
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Where the comma is taken by numbers, programs part fields by semicolons; null where fields tell nothing.</summary>
    public bool? HasDecimalComma => Delimiter switch { ',' => false, ';' => true, _ => null };

    /// <summary>Reads the head of a UTF-8 file: the delimiter is the one by which most records have as many fields as the first.</summary>
    public static async Task<CsvDialect> DetectAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var buffer = new char[HeadChars];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        var text = new string(buffer, 0, read);

        var (delimiter, (records, skippedLines)) = Delimiters.Select(delimiter => (delimiter, WithoutTitles(CsvHead.Split(text, delimiter, isWhole: read < HeadChars))))
            .MaxBy(candidate => Score(candidate.delimiter, candidate.Item2.Records));
        return records is [var first, ..]
            ? new(delimiter, records.Count == 1 || IsHeader(first.Fields), first.Fields, skippedLines)
            : new(',', true, [], 0);
    }

    /// <summary>Leaves out titles and notes above a table: records of one field at most, where all below have the width of the first, which names the columns.</summary>
    private static (List<CsvRecord> Records, int SkippedLines) WithoutTitles(List<CsvRecord> records)
    {
        var start = records.Take(MaxTitles).TakeWhile(record => record is { FilledCount: <= 1, LineCount: 1 }).Count();
        if (start == 0 || start + 1 >= records.Count) return (records, 0);
        var (header, above) = (records[start], records[start - 1]);
        var isApart = above.FilledCount == 0 || header.Line > above.Line + 1;
        var isTable = header.Fields.Count >= (isApart ? 2 : LeastColumns) && header.FilledCount == header.Fields.Count && IsHeader(header.Fields)
            && records.Skip(start).All(record => record.Fields.Count == header.Fields.Count);
        return isTable ? (records[start..], header.Line) : (records, 0);
    }

    private static double Score(char delimiter, List<CsvRecord> records)
    {
        if (records is not [{ Fields.Count: > 1 and var width }, ..]) return 0;
        var agreeing = records.Count(record => record.Fields.Count == width) / (double)records.Count;
        return agreeing + Math.Min(width, 50) * 0.001 // of two that agree, the one that parts more
            + (delimiter == ',' ? 0 : 0.0001); // of two that part alike, not the one that may be the decimals'
    }

    /// <summary>Names are words, or years in a row; numbers and dates are data.</summary>
    public static bool IsHeader(IReadOnlyList<string> record)
    {
        var numbers = record.Where(IsValue).ToArray();
        if (numbers.Length == 0) return true;
        var years = numbers.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2100 ? year : 0).ToArray();
        return numbers.Length > 1 && years.All(year => year > 0) && years.Zip(years.Skip(1)).All(pair => pair.First < pair.Second);
    }

    private static bool IsValue(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || DateOnly.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || MarkedNumber.IsMatch(text);

    [GeneratedRegex(@"^\s*[+-]?([0-9]+,[0-9]+|[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]+)?)\s*$")]
    private static partial Regex MarkedNumber { get; }
}
