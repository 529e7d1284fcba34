namespace Chartwright.Query.Files;

/// <summary>Removes what an import or a query left when the process was killed: old enough that no other process can be at it.</summary>
internal sealed class Leftovers(Workspace workspace, TimeProvider clock)
{
    private static readonly TimeSpan OldEnough = TimeSpan.FromDays(1);

    public void Remove()
    {
        foreach (var parent in (string[])[workspace.Incoming, workspace.Spill])
        {
            foreach (var entry in new DirectoryInfo(parent).EnumerateFileSystemInfos().Where(IsOld))
            {
                if (entry is DirectoryInfo folder) folder.Delete(recursive: true);
                else entry.Delete();
            }
        }
        foreach (var folder in new DirectoryInfo(workspace.Datasets).EnumerateDirectories())
        {
            foreach (var file in folder.EnumerateFiles("*.tmp").Where(IsOld)) file.Delete();
            if (File.Exists(Path.Combine(folder.FullName, Catalog.DatasetManifest.FileName)) || !IsOld(folder)) continue;
            folder.Delete(recursive: true); // a table that never got its manifest
        }
    }

    private bool IsOld(FileSystemInfo entry) => clock.GetUtcNow() - entry.LastWriteTimeUtc > OldEnough;
}
