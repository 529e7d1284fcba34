using System.Globalization;
using Chartwright.Query.Files;

namespace Chartwright.Query.Catalog;

/// <summary>The owner's words, one file a table.</summary>
internal sealed class WordStore(Workspace workspace)
{
    /// <summary>Changes whenever a file does.</summary>
    public string Stamp() => string.Join(';', Files().OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}")));

    /// <summary>Everything that is said, by table.</summary>
    public async Task<IReadOnlyDictionary<string, KeptWords>> ListAsync(CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, KeptWords>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files())
        {
            if (await PrivateFiles.ReadJsonAsync<KeptWords>(file.FullName, cancellationToken) is { } kept) words[Path.GetFileNameWithoutExtension(file.Name)] = kept;
        }
        return words;
    }

    public async Task<KeptWords> GetAsync(string table, CancellationToken cancellationToken) =>
        await PrivateFiles.ReadJsonAsync<KeptWords>(PathOf(table), cancellationToken) ?? new();

    public Task SaveAsync(string table, KeptWords words, CancellationToken cancellationToken) => PrivateFiles.WriteJsonAsync(PathOf(table), words, cancellationToken);

    /// <summary>Drops what was said of a table that is gone.</summary>
    public void Forget(string table) => File.Delete(PathOf(table));

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(workspace.Words).EnumerateFiles("*.json");

    // a table of the catalog has a plain name
    private string PathOf(string table) => Path.Combine(workspace.Words, $"{table}.json");
}

/// <param name="Table">Null: nobody said anything of the table itself.</param>
/// <param name="Columns">By column; null: of none.</param>
internal sealed record KeptWords(TableWords? Table = null, IReadOnlyDictionary<string, ColumnWords>? Columns = null)
{
    public ColumnWords? FindColumn(string name) =>
        Columns?.FirstOrDefault(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
