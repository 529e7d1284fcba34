using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Many files as one table: columns are matched by name, and each folder named <c>key=value</c> is a column, as Hive and Spark lay them out.</summary>
internal static class PartsSource
{
    private const int MaxLevels = 8;

    /// <param name="parts">One table of each file, all of text or none; their columns in text files bear plain names.</param>
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>: they do not go together.</exception>
    public static async Task<SourceTable> JoinAsync(
        DuckDbEngine engine, ImportFolder folder, IReadOnlyList<(string FileName, SourceTable Table)> parts, CancellationToken cancellationToken)
    {
        if (parts.Select(part => part.Table.IsText).Distinct().Count() > 1)
            throw new ChartwrightException(ErrorCode.FileUnreadable, "Files of text and files with types cannot become one table.");
        var keys = KeysOf(parts[0].FileName);
        if (parts.FirstOrDefault(part => !KeysOf(part.FileName).SequenceEqual(keys)) is { FileName: { } other })
            throw new ChartwrightException(ErrorCode.FileUnreadable, $"The folders of {parts[0].FileName} and {other} name different partitions.");

        var root = Path.Combine(folder.Path, "parts");
        foreach (var (index, (fileName, table)) in parts.Index())
        {
            var path = Path.Combine(PrivateFiles.CreateFolder(Path.Combine([root, .. SegmentsOf(fileName)])), $"{index:D6}.parquet");
            await TableFile.WriteAsync(engine, table.Relation, [.. table.Columns.Select(column => (column.Name, column.Expression))], path, TableFile.Fast, cancellationToken);
        }
        var isText = parts[0].Table.IsText;
        var relation = $"read_parquet({Sql.Literal(Path.Combine(root, "**", "*.parquet"))}, union_by_name = true, hive_partitioning = {(keys.Count > 0 ? "true" : "false")}, hive_types_autocast = {(isText ? "false" : "true")})";
        try
        {
            var joined = await RecordSource.DescribeAsync(engine, null, relation, cancellationToken);
            var headers = parts.SelectMany(part => part.Table.Columns).DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.Header);
            return joined with { IsText = isText, Columns = [.. joined.Columns.Select(column => column with { Header = headers.GetValueOrDefault(column.Name, column.Name) })] };
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The files cannot become one table: a column has types that do not go together.", innerException: e);
        }
    }

    /// <summary>Names of the partitions in a path, from the outside in.</summary>
    public static IReadOnlyList<string> KeysOf(string fileName) => [.. SegmentsOf(fileName).Select(segment => segment[..segment.IndexOf('=', StringComparison.Ordinal)])];

    // escaped anew: what the user's machine calls a folder must not lead anywhere here
    private static IEnumerable<string> SegmentsOf(string fileName) =>
        fileName.Split('/', '\\').SkipLast(1).Select(segment => segment.Split('=', 2)).Where(pair => pair.Length == 2 && DatasetNames.IsPlain(pair[0])).TakeLast(MaxLevels)
            .Select(pair => $"{pair[0]}={Uri.EscapeDataString(Uri.UnescapeDataString(pair[1]))}");
}
