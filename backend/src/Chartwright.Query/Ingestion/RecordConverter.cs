using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion;

/// <summary>Files that know their columns, JSON and Parquet, to Parquet with plain names.</summary>
internal static partial class RecordConverter
{
    private const int MaxRecordBytes = 64 << 20;

    /// <returns>The columns' names as written, by name.</returns>
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ConvertAsync(DuckDbEngine engine, Upload upload, FileKind kind, CancellationToken cancellationToken)
    {
        var path = Sql.Literal(upload.Path);
        if (kind == FileKind.Json) await TextEncodings.NormalizeAsync(upload.Path, cancellationToken);
        var relation = kind == FileKind.Json ? $"read_json({path}, sample_size = -1, maximum_object_size = {MaxRecordBytes})" : $"read_parquet({path})";
        try
        {
            var columns = await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE FROM {relation})", cancellationToken);
            var names = DatasetNames.OfColumns([.. columns.Select(column => column[0]!)]);
            var select = columns.Zip(names, (column, name) => $"{Expression(column[0]!, column[1]!)} AS {Sql.Identifier(name)}");
            await ImportEngine.WriteAsync(engine, $"SELECT {string.Join(", ", select)} FROM {relation}", upload, cancellationToken);
            return columns.Zip(names).ToDictionary(pair => pair.Second, pair => pair.First[0]!);
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, kind == FileKind.Json ? DescribeJson(e.Message) : "The Parquet file is damaged or cut short.", innerException: e);
        }
    }

    private static string Expression(string column, string type) =>
        type switch
        {
            "JSON" => $"CAST({Sql.Identifier(column)} AS VARCHAR)",
            "HUGEINT" or "UHUGEINT" => $"CAST({Sql.Identifier(column)} AS DECIMAL(38, 0))", // Parquet would store it as DOUBLE
            _ => Sql.Identifier(column),
        };

    private static string DescribeJson(string message) => JsonPosition.Match(message) is { Success: true } at
        ? $"The JSON is malformed at byte {at.Groups["byte"].Value} of {(at.Groups["line"].Success ? "line" : "record")} {at.Groups["record"].Value}."
        : "The JSON cannot be read as a list of records.";

    [GeneratedRegex(@"at byte (?<byte>\d+) in (record/value|(?<line>line)) (?<record>\d+)")]
    private static partial Regex JsonPosition { get; }
}
