using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Files whose columns have names and types already: JSON, NDJSON and Parquet.</summary>
internal static partial class RecordSource
{
    private const int MaxRecordBytes = 64 << 20;

    /// <exception cref="ChartwrightException"><c>file_unreadable</c>.</exception>
    public static async Task<SourceTable> OpenJsonAsync(DuckDbEngine engine, ReceivedFile file, CancellationToken cancellationToken)
    {
        await TextEncodings.NormalizeAsync(file.Path, cancellationToken);
        try
        {
            return await DescribeAsync(engine, null, $"read_json({Sql.Literal(file.Path)}, sample_size = -1, maximum_object_size = {MaxRecordBytes})", cancellationToken);
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, DescribeJson(e.Message), innerException: e);
        }
    }

    /// <exception cref="ChartwrightException"><c>file_unreadable</c>.</exception>
    public static async Task<SourceTable> OpenParquetAsync(DuckDbEngine engine, string path, CancellationToken cancellationToken)
    {
        try
        {
            return await DescribeAsync(engine, null, $"read_parquet({Sql.Literal(path)})", cancellationToken);
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The Parquet file is damaged or cut short.", innerException: e);
        }
    }

    /// <summary>A relation with the columns it has.</summary>
    /// <exception cref="QueryException">It cannot be read.</exception>
    public static async Task<SourceTable> DescribeAsync(DuckDbEngine engine, string? name, string relation, CancellationToken cancellationToken)
    {
        var columns = await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE FROM {relation})", cancellationToken);
        return new(name, relation, [.. columns.Select(column => new SourceColumn(column[0]!, column[0]!, column[1]!))], IsText: false);
    }

    private static string DescribeJson(string message) => JsonPosition.Match(message) is { Success: true } at
        ? $"The JSON is malformed at byte {at.Groups["byte"].Value} of {(at.Groups["line"].Success ? "line" : "record")} {at.Groups["record"].Value}."
        : "The JSON cannot be read as a list of records.";

    [GeneratedRegex(@"at byte (?<byte>\d+) in (record/value|(?<line>line)) (?<record>\d+)")]
    private static partial Regex JsonPosition { get; }
}
