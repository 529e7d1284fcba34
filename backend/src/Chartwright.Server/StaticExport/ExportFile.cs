using System.IO.Compression;
using System.Security.Cryptography;

namespace Chartwright.Server.StaticExport;

/// <summary>One file of the build in memory, with its compressed forms made on first use. Immutable, thread-safe.</summary>
internal sealed class ExportFile
{
    private const int MinCompressedBytes = 1024;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public ExportFile(byte[] content, string contentType, DateTime modified)
    {
        Content = content;
        ContentType = contentType;
        Modified = modified;
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"";
        _brotli = new(() => Compress(target => new BrotliStream(target, new BrotliCompressionOptions { Quality = 9 })));
        _gzip = new(() => Compress(target => new GZipStream(target, CompressionLevel.SmallestSize)));
    }

    public byte[] Content { get; }
    public string ContentType { get; }
    public DateTime Modified { get; }
    public string ETag { get; }

    /// <summary>The best form a client accepts, with the name of its encoding; null for the plain one.</summary>
    public (byte[] Bytes, string? Encoding) For(string acceptEncoding)
    {
        if (Content.Length < MinCompressedBytes || !IsText) return (Content, null);
        if (Accepts(acceptEncoding, "br")) return (_brotli.Value, "br");
        return Accepts(acceptEncoding, "gzip") ? (_gzip.Value, "gzip") : (Content, null);
    }

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType is "application/json" or "image/svg+xml" or "application/manifest+json";

    private static bool Accepts(string header, string encoding) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(part => part == encoding || part.StartsWith(encoding + ";", StringComparison.Ordinal) && !part.EndsWith("q=0", StringComparison.Ordinal));

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(Content);
        return target.ToArray();
    }
}
