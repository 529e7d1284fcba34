using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Opens a received file by what it is.</summary>
internal static class SourceOpener
{
    /// <returns>At least one table.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>file_unreadable</c>, <c>file_type_unsupported</c> or <c>file_too_large</c>.</exception>
    public static async Task<IReadOnlyList<SourceTable>> OpenAsync(DuckDbEngine engine, ImportFolder folder, ReceivedFile file, CancellationToken cancellationToken)
    {
        var kind = await FileKinds.DetectAsync(file.Path, file.Name, cancellationToken);
        return kind switch
        {
            FileKind.Text => [await CsvSource.OpenAsync(engine, folder, file, cancellationToken)],
            FileKind.Json => [await RecordSource.OpenJsonAsync(engine, file, cancellationToken)],
            FileKind.Parquet => [await RecordSource.OpenParquetAsync(engine, file.Path, cancellationToken)],
            FileKind.Workbook or FileKind.OldWorkbook => await WorkbookSource.OpenAsync(engine, folder, file, kind == FileKind.OldWorkbook, cancellationToken),
            FileKind.Sqlite => await SqliteSource.OpenAsync(engine, folder, file, cancellationToken),
            FileKind.DuckDb => await DuckDbSource.OpenAsync(engine, folder, file, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(file), kind, "A kind without a reader."),
        };
    }
}
