using Chartwright.Query.Catalog;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion;

/// <summary>A table that has just been put in its place.</summary>
/// <param name="Path">Its file.</param>
/// <param name="DraftPath">Where the file came from.</param>
/// <param name="Before">What the folder's manifest said before; null when there was none.</param>
internal sealed record SavedDataset(string Folder, string Path, string DraftPath, DatasetManifest? Before)
{
    /// <summary>Deletes the files the new one has replaced.</summary>
    public void RemoveOld()
    {
        foreach (var old in Directory.EnumerateFiles(Folder, "*.parquet").Where(other => other != Path)) File.Delete(old);
    }

    /// <summary>Puts back what was there before, and the file among the drafts.</summary>
    public async Task TakeBackAsync()
    {
        var manifest = System.IO.Path.Combine(Folder, DatasetManifest.FileName);
        if (File.Exists(Path)) File.Move(Path, DraftPath);
        if (Before is null) File.Delete(manifest);
        else await PrivateFiles.WriteJsonAsync(manifest, Before, CancellationToken.None);
        if (!Directory.EnumerateFileSystemEntries(Folder).Any()) Directory.Delete(Folder);
    }
}
