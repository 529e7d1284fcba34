using System.Globalization;
using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Delimited text to Parquet in two steps: as text, which shows every line that does not fit, then typed by all values.</summary>
internal static partial class CsvConverter
{
    private const int MaxColumns = 5000;
    private const int LinesNamed = 5;
    private const int RejectsKept = 1000;

    /// <returns>The columns' headers as written, by name.</returns>
    /// <exception cref="ChartwrightException"><c>file_unreadable</c> with the lines that are wrong.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ConvertAsync(DuckDbEngine engine, Upload upload, CancellationToken cancellationToken)
    {
        await TextEncodings.NormalizeAsync(upload.Path, cancellationToken);
        var dialect = await CsvDialect.DetectAsync(upload.Path, cancellationToken);
        if (dialect.First.Count == 0) throw Unreadable("The file holds no values.");
        if (dialect.First.All(string.IsNullOrWhiteSpace)) throw Unreadable("The first line names no columns.");
        if (dialect.First.Count > MaxColumns) throw Unreadable($"The file has {dialect.First.Count:N0} columns; {MaxColumns:N0} are the most.");
        var headers = dialect.HasHeader ? dialect.First : [.. dialect.First.Select(_ => "")];
        var names = DatasetNames.OfColumns(headers);

        var text = Path.Combine(upload.Folder, "text.parquet");
        await ReadTextAsync(engine, upload.Path, dialect, names, text, cancellationToken);
        var relation = $"read_parquet({Sql.Literal(text)})";
        if ((await engine.ReadTextAsync($"SELECT count(*) FROM {relation}", cancellationToken))[0][0] == "0")
            throw Unreadable("The file names columns but has no rows.");

        var expressions = await ColumnTyper.FindAsync(engine, relation, names, cancellationToken);
        var select = string.Join(", ", expressions.Zip(names, (expression, name) => $"{expression} AS {Sql.Identifier(name)}"));
        await ImportEngine.WriteAsync(engine, $"SELECT {select} FROM {relation}", upload, cancellationToken);
        return names.Zip(headers).Where(pair => pair.Second.Trim().Length > 0).ToDictionary(pair => pair.First, pair => pair.Second.Trim());
    }

    private static async Task ReadTextAsync(
        DuckDbEngine engine, string path, CsvDialect dialect, IReadOnlyList<string> names, string target, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", names.Select(name => $"{Sql.Literal(name)}: 'VARCHAR'"));
        // buffer_size is left alone: with a small one the last over-long row vanishes without a word (duckdb#25825)
        var read = $"""
            read_csv({Sql.Literal(path)}, auto_detect = false, columns = {"{"}{columns}{"}"}, header = {(dialect.HasHeader ? "true" : "false")},
                delim = {Sql.Literal(dialect.Delimiter.ToString())}, quote = '"', escape = '"', store_rejects = true, rejects_limit = {RejectsKept})
            """;
        try
        {
            await engine.ExecuteAsync($"COPY (SELECT * FROM {read}) TO {Sql.Literal(target)} (FORMAT parquet, COMPRESSION snappy)", cancellationToken);
        }
        catch (QueryException e) when (e.Code == ErrorCode.SqlFailed)
        {
            throw Unreadable("The file cannot be read as delimited text.", innerException: e);
        }
        var rejects = await engine.ReadTextAsync(
            $"SELECT DISTINCT ON (line) line, error_type, error_message FROM reject_errors ORDER BY line LIMIT {RejectsKept}", cancellationToken);
        if (rejects.Count > 0) throw Ragged(rejects);
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
