using System.Text;
using Chartwright.Samples.Retail;

namespace Chartwright.Samples;

/// <summary>A generated table as CSV: quoted where needed, NULL as an empty unquoted field.</summary>
internal static class CsvFile
{
    public static async Task WriteAsync(SampleTable table, string path)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteLineAsync(string.Join(',', table.Columns.Select(column => column.Name)));
        foreach (var row in table.Rows) await writer.WriteLineAsync(string.Join(',', row.Select(Field)));
    }

    private static string? Field(string? value) =>
        value is not null && (value.Length == 0 || value.AsSpan().IndexOfAny(",\"\r\n") >= 0) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
