using Chartwright.Core.Errors;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion;

/// <summary>Writes what comes in to disk and unpacks it, within the size of one file and the quota of the workspace.</summary>
internal sealed class FileReceiver(ImportFolder folder, long maxFileBytes, IProgress<ImportProgress>? progress)
{
    private const int BufferBytes = 128 << 10;
    private const int ProgressBytes = 4 << 20;
    private const int MaxPackings = 2;

    /// <summary>Bytes of all files so far, unpacked.</summary>
    public long ReceivedBytes { get; private set; }

    /// <exception cref="ChartwrightException"><c>file_too_large</c>, <c>storage_full</c> or, for a broken archive or nothing at all, <c>file_unreadable</c>.</exception>
    public async Task<ReceivedFile> ReceiveAsync(ImportFile file, CancellationToken cancellationToken)
    {
        var path = folder.NewPath("upload");
        var sizeBytes = await WriteAsync(file.Content, path, cancellationToken);
        if (sizeBytes == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file is empty.");
        for (var depth = 0; depth < MaxPackings && Packing.Of(path) is { } packing; depth++) // there are archives that hold themselves
        {
            var packed = path;
            path = folder.NewPath("upload");
            sizeBytes = await UnpackAsync(packing, packed, path, cancellationToken);
            File.Delete(packed);
            if (sizeBytes == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, $"The {packing.Name} archive holds nothing.");
        }
        ReceivedBytes += sizeBytes;
        return new(path, file.Name, sizeBytes);
    }

    private async Task<long> UnpackAsync(Packing packing, string packed, string target, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(packed);
            await using var content = packing.Open(file);
            return await WriteAsync(content, target, cancellationToken);
        }
        catch (Exception e) when (packing.IsDamage(e))
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, $"The {packing.Name} archive is damaged or cut short.", innerException: e);
        }
    }

    private async Task<long> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var (sizeBytes, reportedBytes) = (0L, 0L);
        var buffer = new byte[BufferBytes];
        await using var file = PrivateFiles.Create(path);
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            sizeBytes += read;
            if (sizeBytes > maxFileBytes)
                throw new ChartwrightException(ErrorCode.FileTooLarge, $"The file is larger than {maxFileBytes >> 20:N0} MB unpacked.");
            folder.Spend(read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (sizeBytes - reportedBytes < ProgressBytes) continue;
            reportedBytes = sizeBytes;
            progress?.Report(new(ImportStage.Receiving, ReceivedBytes + sizeBytes));
        }
        return sizeBytes;
    }
}
