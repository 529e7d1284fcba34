using System.IO.Compression;
using ZstdSharp;

namespace Chartwright.Query.Ingestion;

/// <summary>A way one file is packed, told by its first bytes.</summary>
internal sealed record Packing(string Name, Func<Stream, Stream> Open, Func<Exception, bool> IsDamage)
{
    private const int MaxWindowLog = 27; // 128 MB, what zstd itself accepts without asking; a larger window is memory for the one who packed it

    private static readonly Packing Gzip = new("gzip", stream => new GZipStream(stream, CompressionMode.Decompress), e => e is InvalidDataException);

    private static readonly Packing Zstd = new("zstd", OpenZstd, e => e is ZstdException or EndOfStreamException);

    /// <returns>How the file is packed, or null.</returns>
    public static Packing? Of(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)] switch
        {
            [0x1f, 0x8b, ..] => Gzip,
            [0x28, 0xb5, 0x2f, 0xfd] => Zstd,
            _ => null,
        };
    }

    /// <summary>The name without the endings of packings: <c>a.csv.gz</c> is <c>a.csv</c>.</summary>
    public static string NameInside(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".gz" or ".zst" or ".zstd" ? NameInside(Path.ChangeExtension(fileName, null)) : fileName;

    private static DecompressionStream OpenZstd(Stream stream)
    {
        var content = new DecompressionStream(stream, checkEndOfStream: true);
        content.SetParameter(ZstdSharp.Unsafe.ZSTD_dParameter.ZSTD_d_windowLogMax, MaxWindowLog);
        return content;
    }
}
