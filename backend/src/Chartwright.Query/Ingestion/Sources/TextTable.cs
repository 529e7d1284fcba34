using System.Globalization;
using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>A UTF-8 file of delimited text.</summary>
/// <param name="Name">As in <see cref="SourceTable.Name"/>.</param>
/// <param name="Headers">One for each column; empty for those without a name.</param>
internal sealed record TextFile(string? Name, string Path, IReadOnlyList<string> Headers)
{
    public char Delimiter { get; init; } = ',';

    /// <summary>Lines above the table.</summary>
    public int SkippedLines { get; init; }

    /// <summary>Whether the table's first line holds the headers.</summary>
    public bool HasHeader { get; init; }

    /// <summary>What stands for no value, without quotes; with them it is a text. Null: nothing at all, quoted or not.</summary>
    public string? NullText { get; init; }
}

/// <summary>Brings delimited text into Parquet with every value as it is written, which shows each line that does not fit.</summary>
internal static partial class TextTable
{
    public const int MaxColumns = 5000;
    private const int LinesNamed = 5;
    private const int RejectsKept = 1000;

    /// <exception cref="ChartwrightException"><c>file_unreadable</c> with the lines that are wrong.</exception>
    public static async Task<SourceTable> OpenAsync(DuckDbEngine engine, ImportFolder folder, TextFile file, CancellationToken cancellationToken)
    {
        if (file.Headers.Count > MaxColumns) throw Unreadable($"The file has {file.Headers.Count:N0} columns; {MaxColumns:N0} are the most.");
        var names = DatasetNames.OfColumns(file.Headers);
        var columns = string.Join(", ", names.Select(name => $"{Sql.Literal(name)}: 'VARCHAR'"));
        var nulls = file.NullText is { } text ? $", nullstr = {Sql.Literal(text)}, allow_quoted_nulls = false" : "";
        // buffer_size is left alone: with a small one the last over-long row vanishes without a word (duckdb#25825)
        var read = $"""
            read_csv({Sql.Literal(file.Path)}, auto_detect = false, columns = {"{"}{columns}{"}"}, skip = {file.SkippedLines}, header = {(file.HasHeader ? "true" : "false")},
                delim = {Sql.Literal(file.Delimiter.ToString())}, quote = '"', escape = '"'{nulls}, store_rejects = true, rejects_limit = {RejectsKept})
            """;
        var target = folder.NewPath("parquet");
        try
        {
            await TableFile.WriteAsync(engine, read, [.. names.Select(name => (name, Sql.Identifier(name)))], target, TableFile.Fast, cancellationToken);
        }
        catch (QueryException e) when (e is { Code: ErrorCode.SqlFailed, IsOutOfMemory: false })
        {
            throw Unreadable("The file cannot be read as delimited text.", innerException: e);
        }
        var rejects = await engine.ReadTextAsync(
            $"SELECT DISTINCT ON (line) line, error_type, error_message FROM reject_errors ORDER BY line LIMIT {RejectsKept}", cancellationToken);
        if (rejects.Count > 0) throw Ragged(rejects);
        return new(file.Name, $"read_parquet({Sql.Literal(target)})", [.. names.Zip(file.Headers, (name, header) => new SourceColumn(name, header.Trim()))], IsText: true);
    }

    private static ChartwrightException Ragged(IReadOnlyList<string?[]> rejects)
    {
        var lines = rejects.Take(LinesNamed).Select(row => Describe(row[0]!, row[1]!, row[2] ?? ""));
        var more = rejects.Count > LinesNamed ? $" {(rejects.Count < RejectsKept ? "" : "At least ")}{rejects.Count - LinesNamed:N0} more lines are wrong." : "";
        return Unreadable(
            $"{string.Join(' ', lines)}{more} Nothing was imported.",
            new() { ["lines"] = rejects.Take(LinesNamed).Select(row => long.Parse(row[0]!, CultureInfo.InvariantCulture)).ToArray(), ["lineCount"] = rejects.Count });
    }

    private static string Describe(string line, string kind, string message) => (kind, ColumnCounts.Match(message)) switch
    {
        (_, { Success: true } counts) => $"Line {line} has {counts.Groups["found"].Value} values where {counts.Groups["expected"].Value} are expected.",
        ("UNQUOTED VALUE", _) => $"Line {line} has a quote that is not closed or not doubled.",
        ("LINE SIZE OVER MAXIMUM", _) => $"Line {line} is too long; is a quote before it not closed?",
        ("INVALID ENCODING", _) => $"Line {line} holds bytes that are no text.",
        _ => $"Line {line} cannot be read.",
    };

    private static ChartwrightException Unreadable(string message, Dictionary<string, object?>? details = null, Exception? innerException = null) =>
        new(ErrorCode.FileUnreadable, message, innerException: innerException) { Details = details };

    [GeneratedRegex(@"Expected Number of Columns: (?<expected>\d+) Found: (?<found>\d+)")]
    private static partial Regex ColumnCounts { get; }
}
