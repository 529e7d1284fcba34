using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Delimited text, in any of the encodings and dialects there are.</summary>
internal static class CsvSource
{
    /// <exception cref="ChartwrightException"><c>file_unreadable</c> with the lines that are wrong.</exception>
    public static async Task<SourceTable> OpenAsync(DuckDbEngine engine, ImportFolder folder, ReceivedFile file, CancellationToken cancellationToken)
    {
        await TextEncodings.NormalizeAsync(file.Path, cancellationToken);
        var dialect = await CsvDialect.DetectAsync(file.Path, cancellationToken);
        if (dialect.First.Count == 0) throw Unreadable("The file holds no values.");
        if (dialect.First.All(string.IsNullOrWhiteSpace)) throw Unreadable("The first line names no columns.");
        var headers = dialect.HasHeader ? dialect.First : [.. dialect.First.Select(_ => "")];
        var table = await TextTable.OpenAsync(engine, folder, new(null, file.Path, headers)
        {
            Delimiter = dialect.Delimiter,
            HasHeader = dialect.HasHeader,
            SkippedLines = dialect.SkippedLines,
        }, cancellationToken);
        File.Delete(file.Path);
        return (await engine.ReadTextAsync($"SELECT count(*) FROM {table.Relation}", cancellationToken))[0][0] != "0"
            ? table with { HasDecimalComma = dialect.HasDecimalComma, SkippedLines = dialect.SkippedLines }
            : throw Unreadable("The file names columns but has no rows.");
    }

    private static ChartwrightException Unreadable(string message) => new(ErrorCode.FileUnreadable, message);
}
