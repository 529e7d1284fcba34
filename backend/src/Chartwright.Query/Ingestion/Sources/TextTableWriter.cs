using System.Globalization;
using System.Text;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Writes rows of objects as delimited text that <see cref="TextTable"/> reads back without loss: no value and an empty text stay two things.</summary>
internal sealed class TextTableWriter : IAsyncDisposable
{
    private const string NullText = @"\N";

    private readonly ImportFolder _folder;
    private readonly string _path;
    private readonly StreamWriter _writer;

    public TextTableWriter(ImportFolder folder)
    {
        (_folder, _path) = (folder, folder.NewPath("csv"));
        _writer = new(PrivateFiles.Create(_path), new UTF8Encoding(false));
    }

    public long RowCount { get; private set; }

    public async Task WriteAsync(IEnumerable<object?> row)
    {
        var first = true;
        foreach (var value in row)
        {
            if (!first) await _writer.WriteAsync(',');
            first = false;
            var field = Field(value);
            _folder.Spend(field.Length);
            await _writer.WriteAsync(field);
        }
        await _writer.WriteAsync('\n');
        RowCount++;
    }

    /// <summary>The file for its reader, once this is disposed.</summary>
    public TextFile ToFile(string? name, IReadOnlyList<string> headers) => new(name, _path, headers) { NullText = NullText };

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>A value as text: dates in ISO 8601, numbers with a point and all their digits.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null or DBNull => null,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Field(object? value) =>
        TextOf(value) is { } text ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal)}\"" : NullText;
}
