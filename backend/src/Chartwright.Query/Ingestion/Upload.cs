using System.IO.Compression;
using Chartwright.Core.Errors;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion;

/// <summary>A file on its way in: received, unpacked and measured in a folder of its own, which goes when this is disposed.</summary>
internal sealed class Upload : IDisposable
{
    private const int BufferBytes = 128 << 10;
    private const int ProgressBytes = 4 << 20;

    private Upload(string folder) => Folder = folder;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "upload");

    /// <summary>Where the converted table goes.</summary>
    public string ResultPath => System.IO.Path.Combine(Folder, "result.parquet");

    public long SizeBytes { get; private set; }

    /// <exception cref="ChartwrightException"><c>file_too_large</c> or, for a broken archive or nothing at all, <c>file_unreadable</c>.</exception>
    public static async Task<Upload> ReceiveAsync(
        Stream content, string parentFolder, long maxBytes, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var upload = new Upload(PrivateFiles.CreateFolder(System.IO.Path.Combine(parentFolder, Guid.NewGuid().ToString("N"))));
        try
        {
            await upload.WriteAsync(content, upload.Path, maxBytes, progress, cancellationToken);
            if (upload.SizeBytes == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is empty.");
            if (IsGzip(upload.Path)) await upload.UnpackAsync(maxBytes, progress, cancellationToken);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task UnpackAsync(long maxBytes, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var packed = System.IO.Path.Combine(Folder, "packed");
        File.Move(Path, packed);
        try
        {
            await using var file = File.OpenRead(packed);
            await using var content = new GZipStream(file, CompressionMode.Decompress);
            await WriteAsync(content, Path, maxBytes, progress, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The gzip archive is damaged.", innerException: e);
        }
        File.Delete(packed);
    }

    private async Task WriteAsync(Stream content, string path, long maxBytes, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        SizeBytes = 0;
        var reported = 0L;
        var buffer = new byte[BufferBytes];
        await using var file = PrivateFiles.Create(path);
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            SizeBytes += read;
            if (SizeBytes > maxBytes)
                throw new ChartwrightException(ErrorCode.FileTooLarge, $"The file is larger than {maxBytes >> 20:N0} MB unpacked.");
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (SizeBytes - reported < ProgressBytes) continue;
            reported = SizeBytes;
            progress?.Report(new(ImportStage.Receiving, SizeBytes));
        }
    }

    private static bool IsGzip(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    }
}
