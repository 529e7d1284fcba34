using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chartwright.Query.Files;

namespace Chartwright.Query.Catalog;

/// <summary>Finds the datasets on disk: the user's first, then the samples.</summary>
internal sealed partial class DatasetFolders(Workspace workspace)
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
            if (manifest?.Tables is null || !manifest.Tables.All(table => IsSound(folder, table))) continue;
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

    // a manifest is a file like any other: its file must lie beside it, and what it leaves null is no list
    private static bool IsSound(string folder, TableManifest? table) =>
        table is { Name: { } name, File: { Length: > 0 } file, Synonyms: not null, PrimaryKey: not null, ForeignKeys: not null, Columns: not null }
        && PlainName.IsMatch(name) && Path.GetFileName(file) == file && File.Exists(Path.Combine(folder, file))
        && table.ForeignKeys.All(key => key is { Columns: not null, ToTable: not null, ToColumns: not null });

    private static string StampOf(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is ".parquet" or ".json").OrderBy(file => file.Name, StringComparer.Ordinal);
        return string.Join(';', files.Select(file => string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}/{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}")));
    }

    [GeneratedRegex(@"^\w{1,64}$")]
    private static partial Regex PlainName { get; }
}
