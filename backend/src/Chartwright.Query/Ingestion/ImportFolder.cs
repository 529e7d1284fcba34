using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion;

/// <summary>The folder of one import, which goes with everything in it when this is disposed. Not thread-safe.</summary>
internal sealed class ImportFolder : IDisposable
{
    private int _files;

    private long _freeBytes;

    private ImportFolder(string path, long freeBytes) => (Path, _freeBytes) = (path, freeBytes);

    public string Path { get; }

    /// <param name="freeBytes">What the import may write of files that its author can make large.</param>
    public static ImportFolder Create(string parent, long freeBytes) =>
        new(PrivateFiles.CreateFolder(System.IO.Path.Combine(parent, Guid.NewGuid().ToString("N"))), freeBytes);

    /// <summary>Counts bytes that are about to be written.</summary>
    /// <exception cref="Core.Errors.ChartwrightException"><c>storage_full</c>.</exception>
    public void Spend(long bytes)
    {
        if ((_freeBytes -= bytes) < 0) throw StorageSpace.Full();
    }

    /// <summary>A path that no file has yet.</summary>
    public string NewPath(string extension) => System.IO.Path.Combine(Path, $"{_files++:D6}.{extension}");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A file of the user's that has come in whole and unpacked.</summary>
/// <param name="Path">Where it lies, under a name of ours.</param>
/// <param name="Name">As the user's machine names it.</param>
internal sealed record ReceivedFile(string Path, string Name, long SizeBytes);
