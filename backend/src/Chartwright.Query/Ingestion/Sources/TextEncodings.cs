using System.Text;
using System.Text.Unicode;
using Chartwright.Core.Errors;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>Brings a text file to UTF-8: by its byte order mark, by the zeros of UTF-16, else UTF-8 if it is valid, else Windows-1252 (Latin-1 with quotes and the euro).</summary>
internal static class TextEncodings
{
    private const int BufferChars = 64 << 10;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding by mark or zeros, and whether it is certain; without either UTF-8, which the whole text has to prove.</summary>
    public static (Encoding Encoding, bool IsCertain) Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, false),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, true),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, true),
        _ when HasZeros(head, offset: 1) => (Encoding.Unicode, true),
        _ when HasZeros(head, offset: 0) => (Encoding.BigEndianUnicode, true),
        _ => (Utf8, false),
    };

    /// <summary>Rewrites the file as UTF-8 without a mark if it is anything else.</summary>
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>: it holds NUL characters.</exception>
    public static async Task NormalizeAsync(string path, CancellationToken cancellationToken)
    {
        var (encoding, hasMark) = await FindAsync(path, cancellationToken);
        if (encoding == Utf8 && !hasMark) return;
        var rewritten = path + ".utf8";
        using (var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, BufferChars))
        {
            await using var writer = new StreamWriter(PrivateFiles.Create(rewritten), Utf8, BufferChars);
            var buffer = new char[BufferChars];
            while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (buffer.AsSpan(0, read).Contains('\0')) throw Binary();
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        File.Move(rewritten, path, overwrite: true);
    }

    private static async Task<(Encoding Encoding, bool HasMark)> FindAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[BufferChars];
        var kept = 0; // bytes of a character that the buffer's end cut
        var isFirst = true;
        var hasMark = false;
        while (true)
        {
            var read = await file.ReadAtLeastAsync(buffer.AsMemory(kept), buffer.Length - kept, throwOnEndOfStream: false, cancellationToken);
            var bytes = buffer.AsMemory(0, kept + read);
            if (isFirst)
            {
                var (encoding, isCertain) = Detect(bytes.Span);
                if (isCertain) return (encoding, true);
                hasMark = bytes.Span is [0xEF, 0xBB, 0xBF, ..];
                isFirst = false;
            }
            if (bytes.Span.Contains((byte)0)) throw Binary();
            var isLast = read < buffer.Length - kept;
            var whole = isLast ? bytes.Length : WholeCharacters(bytes.Span);
            if (!System.Text.Unicode.Utf8.IsValid(bytes.Span[..whole])) return (Windows1252, false);
            if (isLast) return (Utf8, hasMark);
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
        }
    }

    /// <returns>Length without the last character if its bytes may go on.</returns>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            if ((bytes[^back] & 0xC0) != 0x80) return bytes[^back] >= 0xC0 ? bytes.Length - back : bytes.Length;
        }
        return bytes.Length;
    }

    // Western text in UTF-16 has a zero in every other byte
    private static bool HasZeros(ReadOnlySpan<byte> head, int offset)
    {
        var (zeros, others) = (0, 0);
        for (var index = 0; index + 1 < head.Length; index += 2)
        {
            if (head[index + offset] == 0) zeros++;
            if (head[index + 1 - offset] == 0) others++;
        }
        return others == 0 && zeros > head.Length / 2 * 0.4;
    }

    private static ChartwrightException Binary() => new(ErrorCode.FileUnreadable, "The file holds binary data, not text.");
}
