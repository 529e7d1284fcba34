using System.Text;
using Chartwright.Core.Errors;

namespace Chartwright.Query.Ingestion;

internal enum FileKind
{
    Text,
    Json,
    Parquet,
    Workbook,
}

/// <summary>Tells what a file is by its first bytes, and by its name where several kinds begin alike.</summary>
internal static class FileKinds
{
    private const int HeadBytes = 4096;

    private static readonly (string Start, string Kind)[] Foreign =
    [
        ("%PDF", "a PDF document"), ("\u0089PNG", "an image"), ("GIF8", "an image"), ("\u00ff\u00d8\u00ff", "an image"), ("Rar!", "a RAR archive"),
        ("7z\u00bc\u00af", "a 7z archive"), ("\u007fELF", "a program"), ("MZ", "a program"), ("SQLite format 3", "an SQLite database"),
        ("\u00d0\u00cf\u0011\u00e0", "an old Office document; save it as .xlsx or .csv"), ("\u0028\u00b5\u002f\u00fd", "a zstd archive"), ("BZh", "a bzip2 archive"),
    ];

    private static readonly string[] Extensions = ["csv", "tsv", "tab", "txt", "dat", "psv", "json", "ndjson", "jsonl", "geojson", "parquet", "pq", "xlsx", "gz", ""];

    /// <exception cref="ChartwrightException"><c>file_type_unsupported</c> for what is not a table, <c>file_unreadable</c> for what is not what its name says.</exception>
    public static async Task<FileKind> DetectAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(path, cancellationToken);
        var bytes = Encoding.Latin1.GetString(head); // one character a byte
        if (bytes.StartsWith("PAR1", StringComparison.Ordinal)) return FileKind.Parquet;
        if (bytes.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)) return FileKind.Workbook;
        foreach (var (start, kind) in Foreign)
        {
            if (bytes.StartsWith(start, StringComparison.Ordinal)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"This file is {kind}, not a table. {Accepted}");
        }

        var extension = ExtensionOf(fileName);
        if (!Extensions.Contains(extension)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"Files of type .{extension} are not read. {Accepted}");
        if (extension is "parquet" or "pq") throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is not a Parquet file: its mark PAR1 is missing.");
        if (extension == "xlsx") throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is not an Excel workbook.");

        var text = TextEncodings.Detect(head).Encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Contains('\0')) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file holds binary data, not text.");
        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is a web page (HTML), not a table. Was it saved from a login or error page?");
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"The file is XML. {Accepted}");
        if (extension is "json" or "ndjson" or "jsonl" or "geojson") return FileKind.Json;
        return extension is "" or "gz" or "txt" && text is ['{', ..] or ['[', ..] ? FileKind.Json : FileKind.Text;
    }

    private const string Accepted = "Accepted are CSV, TSV, JSON, NDJSON, Parquet and XLSX.";

    private static string ExtensionOf(string fileName)
    {
        var name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        return Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
    }

    private static async Task<byte[]> ReadHeadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return head[..await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken)];
    }
}
