using System.Globalization;
using System.Text;

namespace Chartwright.Query.Ingestion.Sources;

/// <param name="Delimiter">Between fields.</param>
/// <param name="HasHeader">Whether the first record names the columns.</param>
/// <param name="First">The first record.</param>
internal sealed record CsvDialect(char Delimiter, bool HasHeader, IReadOnlyList<string> First)
{
    private const int HeadChars = 256 << 10;
    private const int MaxRecords = 200;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the head of a UTF-8 file: the delimiter is the one by which most records have as many fields as the first.</summary>
    public static async Task<CsvDialect> DetectAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var buffer = new char[HeadChars];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        var text = new string(buffer, 0, read);

        var best = Delimiters.Select(delimiter => (Delimiter: delimiter, Records: Split(text, delimiter, isWhole: read < HeadChars)))
            .Where(candidate => candidate.Records.Count > 0)
            .MaxBy(candidate => Score(candidate.Records));
        if (best.Records is null) return new(',', true, []);
        return new(best.Delimiter, best.Records.Count == 1 || IsHeader(best.Records[0]), best.Records[0]);
    }

    private static double Score(List<List<string>> records)
    {
        var width = records[0].Count;
        if (width == 1) return 0;
        var agreeing = records.Count(record => record.Count == width) / (double)records.Count;
        return agreeing + Math.Min(width, 50) * 0.001; // of two that agree, the one that parts more
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
        || DateOnly.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Records of RFC 4180: quotes may hold delimiters and line breaks. The last one is left out when the head may have cut it.</summary>
    private static List<List<string>> Split(string text, char delimiter, bool isWhole)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < text.Length && records.Count < MaxRecords; index++)
        {
            var character = text[index];
            if (isQuoted)
            {
                if (character != '"') field.Append(character);
                else if (index + 1 < text.Length && text[index + 1] == '"') field.Append(text[++index]);
                else isQuoted = false;
            }
            else if (character == '"' && field.Length == 0) isQuoted = true;
            else if (character == delimiter) CloseField();
            else if (character is '\r' or '\n')
            {
                if (character == '\r' && index + 1 < text.Length && text[index + 1] == '\n') index++;
                CloseRecord();
            }
            else field.Append(character);
        }
        if (isWhole || records.Count == 0) CloseRecord();
        return records;

        void CloseField()
        {
            record.Add(field.ToString());
            field.Clear();
        }

        void CloseRecord()
        {
            CloseField();
            if (record.Count > 1 || record[0].Length > 0) records.Add(record);
            record = [];
        }
    }
}
