using System.Text;
using Chartwright.Core.Errors;

namespace Chartwright.Query.Ingestion.Sources;

internal enum FileKind
{
    Text,
    Json,
    Parquet,
    Workbook,
    OldWorkbook,
    Sqlite,
    DuckDb,
}

/// <summary>Tells what a file is by its first bytes, and by its name where several kinds begin alike.</summary>
internal static class FileKinds
{
    private const int HeadBytes = 4096;
    private const int DuckDbMarkAt = 8; // after the checksum of the first block

    private static readonly (string Start, string Kind)[] Foreign =
    [
        ("%PDF", "a PDF document"), ("\u0089PNG", "an image"), ("GIF8", "an image"), ("\u00ff\u00d8\u00ff", "an image"), ("Rar!", "a RAR archive"),
        ("7z\u00bc\u00af", "a 7z archive"), ("\u007fELF", "a program"), ("MZ", "a program"), ("BZh", "a bzip2 archive"),
    ];

    private static readonly string[] Extensions = ["csv", "tsv", "tab", "txt", "dat", "psv", "json", "ndjson", "jsonl", "geojson", ""];

    private static readonly Dictionary<string, string> Marked = new()
    {
        ["parquet"] = "The file is not a Parquet file: its mark PAR1 is missing.",
        ["pq"] = "The file is not a Parquet file: its mark PAR1 is missing.",
        ["xlsx"] = "The file is not an Excel workbook.",
        ["xlsm"] = "The file is not an Excel workbook.",
        ["xls"] = "The file is not an Excel workbook.",
        ["duckdb"] = "The file is not a DuckDB database.",
        ["sqlite"] = "The file is not an SQLite database.",
        ["sqlite3"] = "The file is not an SQLite database.",
        ["db"] = "The file is neither an SQLite nor a DuckDB database.",
    };

    /// <exception cref="ChartwrightException"><c>file_type_unsupported</c> for what is not a table, <c>file_unreadable</c> for what is not what its name says.</exception>
    public static async Task<FileKind> DetectAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(path, cancellationToken);
        var bytes = Encoding.Latin1.GetString(head); // one character a byte
        if (bytes.StartsWith("PAR1", StringComparison.Ordinal)) return FileKind.Parquet;
        if (bytes.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)) return FileKind.Workbook;
        if (bytes.StartsWith("\u00d0\u00cf\u0011\u00e0", StringComparison.Ordinal)) return FileKind.OldWorkbook;
        if (bytes.StartsWith("SQLite format 3\0", StringComparison.Ordinal)) return FileKind.Sqlite;
        if (bytes.Length > DuckDbMarkAt && bytes.AsSpan(DuckDbMarkAt).StartsWith("DUCK", StringComparison.Ordinal)) return FileKind.DuckDb;
        foreach (var (start, kind) in Foreign)
        {
            if (bytes.StartsWith(start, StringComparison.Ordinal)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"This file is {kind}, not a table. {Accepted}");
        }

        var extension = Path.GetExtension(Packing.NameInside(fileName)).TrimStart('.').ToLowerInvariant();
        if (Marked.TryGetValue(extension, out var missing)) throw new ChartwrightException(ErrorCode.FileUnreadable, missing);
        if (!Extensions.Contains(extension)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"Files of type .{extension} are not read. {Accepted}");

        var text = TextEncodings.Detect(head).Encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Contains('\0')) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file holds binary data, not text.");
        if (text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is a web page (HTML), not a table. Was it saved from a login or error page?");
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) throw new ChartwrightException(ErrorCode.FileTypeUnsupported, $"The file is XML. {Accepted}");
        if (extension is "json" or "ndjson" or "jsonl" or "geojson") return FileKind.Json;
        return extension is "" or "txt" && text is ['{', ..] or ['[', ..] ? FileKind.Json : FileKind.Text;
    }

    private const string Accepted = "Accepted are CSV, TSV, JSON, NDJSON, Parquet, Excel workbooks, and databases of DuckDB and SQLite.";

    private static async Task<byte[]> ReadHeadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return head[..await file.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken)];
    }
}
