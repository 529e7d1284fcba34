namespace Chartwright.Query.Catalog;

/// <summary>A folder with a readable manifest.</summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Stamp">Changes whenever a file of the dataset does: names, sizes and times of change.</param>
internal sealed record Dataset(string Name, string Folder, DatasetManifest Manifest, bool IsSample, string Stamp)
{
    public string PathOf(TableManifest table) => Path.Combine(Folder, table.File);
}
