using System.Globalization;
using System.Text;
using Chartwright.Query.Files;

namespace Chartwright.Query.Catalog;

/// <summary>Finds the datasets on disk: the user's first, then the samples.</summary>
internal sealed class DatasetFolders(Workspace workspace)
{
    /// <summary>What a look at the folders shows, without reading a file; equal texts mean that nothing changed.</summary>
    public string Stamp()
    {
        var text = new StringBuilder();
        foreach (var (folder, _) in ListFolders()) text.Append(StampOf(folder)).Append('|');
        return text.ToString();
    }

    /// <summary>Datasets whose manifest reads and whose files are there; others are no datasets (yet).</summary>
    public async Task<IReadOnlyList<Dataset>> ListAsync(CancellationToken cancellationToken)
    {
        var datasets = new List<Dataset>();
        foreach (var (folder, isSample) in ListFolders())
        {
            var stamp = StampOf(folder);
            var manifest = await PrivateFiles.ReadJsonAsync<DatasetManifest>(Path.Combine(folder, DatasetManifest.FileName), cancellationToken);
            if (manifest is null || !manifest.Tables.All(table => IsPlainFile(folder, table.File))) continue;
            datasets.Add(new(Path.GetFileName(folder), folder, manifest, isSample, stamp));
        }
        return datasets;
    }

    private IEnumerable<(string Folder, bool IsSample)> ListFolders()
    {
        foreach (var folder in Sorted(workspace.Datasets)) yield return (folder, false);
        if (workspace.Samples is not { } samples || !Directory.Exists(samples)) yield break;
        foreach (var folder in Sorted(samples)) yield return (folder, true);
    }

    private static IEnumerable<string> Sorted(string parent) =>
        Directory.EnumerateDirectories(parent).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal);

    private static bool IsPlainFile(string folder, string file) =>
        file.Length > 0 && Path.GetFileName(file) == file && File.Exists(Path.Combine(folder, file));

    private static string StampOf(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is ".parquet" or ".json").OrderBy(file => file.Name, StringComparer.Ordinal);
        return string.Join(';', files.Select(file => string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}/{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}")));
    }
}
