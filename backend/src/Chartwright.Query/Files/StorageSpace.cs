using Chartwright.Core.Errors;

namespace Chartwright.Query.Files;

/// <summary>How much the workspace may still grow: the quota less what its files take, and the free space of the disk.</summary>
internal sealed class StorageSpace(Workspace workspace, long quotaBytes)
{
    private const int DiskFullOnUnix = 28; // ENOSPC
    private const int QuotaOnUnix = 122; // EDQUOT
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Bytes that may still be written; not below zero.</summary>
    public long FreeBytes() => Math.Max(0, quotaBytes - new DirectoryInfo(workspace.Root).EnumerateFiles("*", Options).Sum(LengthOf));

    /// <summary>Whether a failure's cause is a full disk, as the system or DuckDB says it.</summary>
    public static bool IsFull(Exception? failure) => failure switch
    {
        null => false,
        IOException { HResult: DiskFullOnUnix or QuotaOnUnix or DiskFullOnWindows } => true,
        _ => failure.Message.Contains("No space left on device", StringComparison.OrdinalIgnoreCase) || IsFull(failure.InnerException),
    };

    public static ChartwrightException Full(Exception? cause = null) => new(
        ErrorCode.StorageFull,
        cause is null ? "The data folder has reached its quota. Delete tables that are not needed, or raise the quota." : "The disk of the data folder is full. Nothing was imported.",
        innerException: cause);

    private static EnumerationOptions Options => new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException) // another import has finished with it meanwhile
        {
            return 0;
        }
    }
}
