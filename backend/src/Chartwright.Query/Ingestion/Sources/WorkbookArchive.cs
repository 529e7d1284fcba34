using System.IO.Compression;
using System.Xml;
using Chartwright.Core.Errors;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>The ZIP archive that an .xlsx file is, looked at before a reader opens it.</summary>
internal static class WorkbookArchive
{
    private const int MaxEntries = 1000;
    private const long MaxUnpackedBytes = 500L << 20;
    private const int MaxRatio = 200;
    private const string MainPart = "xl/workbook.xml";

    private static readonly TimeSpan From1900To1904 = TimeSpan.FromDays(1462);

    /// <returns>What a date of the workbook lies behind one that is counted from 1900.</returns>
    /// <exception cref="ChartwrightException"><c>file_too_large</c>, or <c>file_type_unsupported</c> when it is another archive.</exception>
    public static TimeSpan Check(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var unpacked = archive.Entries.Sum(entry => entry.Length);
        var packed = Math.Max(1, archive.Entries.Sum(entry => entry.CompressedLength));
        if (archive.Entries.Count > MaxEntries || unpacked > MaxUnpackedBytes || unpacked / packed > MaxRatio && unpacked > 10 << 20)
            throw new ChartwrightException(ErrorCode.FileTooLarge, "The workbook unpacks to more than is accepted. Save the sheet as CSV.");
        var main = archive.GetEntry(MainPart)
            ?? throw new ChartwrightException(ErrorCode.FileTypeUnsupported, "The file is a ZIP archive, not an Excel workbook. Unpack it first.");
        using var xml = XmlReader.Create(main.Open());
        return xml.ReadToFollowing("workbookPr", "http://schemas.openxmlformats.org/spreadsheetml/2006/main") && xml.GetAttribute("date1904") is "1" or "true" ? From1900To1904 : TimeSpan.Zero;
    }
}
