using System.Text;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using ExcelDataReader;
using MiniExcelLibs;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Excel workbooks: every sheet with values is a table.</summary>
internal static class WorkbookSource
{
    private const long MaxOldBytes = 100L << 20; // its reader keeps all texts in memory
    private const int MaxSheets = 200;

    /// <exception cref="ChartwrightException"><c>file_unreadable</c>, or <c>file_too_large</c> for a workbook that would unpack to too much.</exception>
    public static async Task<IReadOnlyList<SourceTable>> OpenAsync(
        DuckDbEngine engine, ImportFolder folder, ReceivedFile file, bool isOld, CancellationToken cancellationToken)
    {
        var sheets = new List<TextFile>();
        try
        {
            await using var content = File.OpenRead(file.Path);
            foreach (var (name, rows) in isOld ? ReadOld(content) : ReadNew(content, WorkbookArchive.Check(file.Path)))
            {
                if (await SheetText.WriteAsync(name, rows, folder, cancellationToken) is { } sheet) sheets.Add(sheet);
            }
        }
        catch (Exception e) when (e is not (ChartwrightException or OperationCanceledException) && !StorageSpace.IsFull(e))
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The Excel workbook is damaged, protected by a password, or of an unknown form.", innerException: e);
        }
        if (sheets.Count == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The workbook has no sheet with values.");
        var tables = new List<SourceTable>();
        foreach (var sheet in sheets)
        {
            tables.Add(await WithoutEmptyAsync(engine, await TextTable.OpenAsync(engine, folder, sheet, cancellationToken), cancellationToken));
            File.Delete(sheet.Path);
        }
        return tables;
    }

    /// <param name="dateShift">Added to every date: the reader takes all workbooks to count from 1900.</param>
    private static IEnumerable<(string Name, IEnumerable<IReadOnlyList<object?>> Rows)> ReadNew(Stream content, TimeSpan dateShift)
    {
        foreach (var name in content.GetSheetNames().Take(MaxSheets))
        {
            var rows = content.Query(useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>();
            yield return (name, rows.Select(IReadOnlyList<object?> (row) => [.. row.Values.Select(value => value is DateTime time ? time + dateShift : value)]));
        }
    }

    private static IEnumerable<(string Name, IEnumerable<IReadOnlyList<object?>> Rows)> ReadOld(Stream content)
    {
        if (content.Length > MaxOldBytes) throw new ChartwrightException(ErrorCode.FileTooLarge, $"An old workbook may have {MaxOldBytes >> 20} MB. Save it as .xlsx or CSV.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the reader asks for code pages by number
        using var reader = ExcelReaderFactory.CreateBinaryReader(content, new() { FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1252), LeaveOpen = true });
        for (var count = 0; count < MaxSheets; count++)
        {
            yield return (reader.Name, Rows(reader));
            if (!reader.NextResult()) yield break;
        }

        static IEnumerable<IReadOnlyList<object?>> Rows(IExcelDataReader reader)
        {
            while (reader.Read()) yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)];
        }
    }

    /// <summary>Leaves out columns that have neither a header nor a value: a sheet's range begins at A and ends where somebody once typed.</summary>
    private static async Task<SourceTable> WithoutEmptyAsync(DuckDbEngine engine, SourceTable table, CancellationToken cancellationToken)
    {
        var nameless = table.Columns.Where(column => column.Header.Length == 0).ToArray();
        if (nameless.Length == 0) return table;
        var counts = await engine.ReadTextAsync($"SELECT {string.Join(", ", nameless.Select(column => $"count({Sql.Identifier(column.Name)})"))} FROM {table.Relation}", cancellationToken);
        var empty = nameless.Where((_, index) => counts[0][index] == "0").ToHashSet();
        return empty.Count == 0 ? table : table with { Columns = [.. table.Columns.Where(column => !empty.Contains(column))] };
    }
}
