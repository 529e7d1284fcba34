using System.Text;

namespace Chartwright.Query.Ingestion.Sources;

/// <param name="Line">Where it begins, from 0.</param>
/// <param name="LineCount">Lines it takes; more than one where quotes hold line breaks.</param>
internal sealed record CsvRecord(int Line, int LineCount, IReadOnlyList<string> Fields)
{
    public int FilledCount => Fields.Count(text => !string.IsNullOrWhiteSpace(text));
}

/// <summary>Parts the head of a file of delimited text by RFC 4180: quotes may hold delimiters and line breaks.</summary>
internal static class CsvHead
{
    private const int MaxRecords = 200;

    /// <param name="isWhole">False leaves the last record out, which the head may have cut.</param>
    /// <returns>The records that are not blank lines.</returns>
    public static List<CsvRecord> Split(string text, char delimiter, bool isWhole)
    {
        var records = new List<CsvRecord>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        var (start, line) = (0, 0);
        for (var index = 0; index < text.Length && records.Count < MaxRecords; index++)
        {
            var character = text[index];
            var isBreak = character == '\n' || character == '\r' && (index + 1 == text.Length || text[index + 1] != '\n');
            if (isBreak) line++;
            if (isQuoted)
            {
                if (character != '"') field.Append(character);
                else if (index + 1 < text.Length && text[index + 1] == '"') field.Append(text[++index]);
                else isQuoted = false;
            }
            else if (character == '"' && field.Length == 0) isQuoted = true;
            else if (character == delimiter) CloseField();
            else if (isBreak) CloseRecord();
            else if (character != '\r') field.Append(character);
        }
        if (isWhole || records.Count == 0)
        {
            line++;
            CloseRecord();
        }
        return records;

        void CloseField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void CloseRecord()
        {
            CloseField();
            if (fields.Count > 1 || fields[0].Length > 0) records.Add(new(start, line - start, fields));
            (fields, start) = ([], line);
        }
    }
}
