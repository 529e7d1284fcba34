using System.Globalization;
using System.IO.Compression;
using System.Text;
using Chartwright.Core.Errors;
using Chartwright.Query.Files;
using MiniExcelLibs;

namespace Chartwright.Query.Ingestion;

/// <summary>The first sheet with values of an Excel workbook as CSV; dates as ISO 8601, numbers as they are stored.</summary>
internal static class WorkbookReader
{
    private const int MaxEntries = 1000;
    private const long MaxUnpackedBytes = 500L << 20;
    private const int MaxRatio = 200;

    /// <summary>Replaces the upload by the sheet's text.</summary>
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>, or <c>file_too_large</c> for an archive that would unpack to too much.</exception>
    public static async Task ToCsvAsync(Upload upload, CancellationToken cancellationToken)
    {
        var csv = Path.Combine(upload.Folder, "sheet.csv");
        try
        {
            CheckArchive(upload.Path);
            await using (var writer = new StreamWriter(PrivateFiles.Create(csv), new UTF8Encoding(false)))
            {
                if (!await WriteFirstSheetAsync(upload.Path, writer, cancellationToken))
                    throw new ChartwrightException(ErrorCode.FileUnreadable, "The workbook has no sheet with values.");
            }
        }
        catch (Exception e) when (e is not (ChartwrightException or OperationCanceledException or IOException { HResult: unchecked((int)0x80070070) }))
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The Excel workbook is damaged, protected by a password, or of an unknown form.", innerException: e);
        }
        File.Move(csv, upload.Path, overwrite: true);
    }

    private static void CheckArchive(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var unpacked = archive.Entries.Sum(entry => entry.Length);
        var packed = Math.Max(1, archive.Entries.Sum(entry => entry.CompressedLength));
        if (archive.Entries.Count > MaxEntries || unpacked > MaxUnpackedBytes || unpacked / packed > MaxRatio && unpacked > 10 << 20)
            throw new ChartwrightException(ErrorCode.FileTooLarge, "The workbook unpacks to more than is accepted. Save the sheet as CSV.");
        if (!archive.Entries.Any(entry => entry.FullName == "xl/workbook.xml"))
            throw new ChartwrightException(ErrorCode.FileTypeUnsupported, "The file is a ZIP archive, not an Excel workbook. Unpack it first.");
    }

    private static async Task<bool> WriteFirstSheetAsync(string path, StreamWriter writer, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        foreach (var sheet in file.GetSheetNames())
        {
            var hasValues = false;
            foreach (IDictionary<string, object?> row in file.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (row.Values.All(value => value is null or "")) continue;
                hasValues = true;
                await writer.WriteLineAsync(string.Join(',', row.Values.Select(Field)));
            }
            if (hasValues) return true;
        }
        return false;
    }

    private static string Field(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"\"{value.ToString()!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
    };
}
