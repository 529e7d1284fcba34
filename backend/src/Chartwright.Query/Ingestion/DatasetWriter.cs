using System.Security.Cryptography;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Catalog;
using Chartwright.Query.Files;

namespace Chartwright.Query.Ingestion;

/// <summary>Brings drafted tables into the workspace, each as a dataset of its own, and takes datasets out.</summary>
internal sealed class DatasetWriter(Workspace workspace, DatasetCatalog catalog, ProfileStore profiles, WordStore words, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _saving = new(1, 1);

    /// <param name="tables">Each with whether a table of its name gives way.</param>
    /// <returns>The tables as the catalog has them, in the same order.</returns>
    /// <exception cref="ChartwrightException"><c>dataset_exists</c>, <c>storage_full</c>; then none of the new names is there.</exception>
    public async Task<IReadOnlyList<CatalogTable>> SaveAsync(IReadOnlyList<(DraftTable Table, bool Replace)> tables, CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        var saved = new List<SavedDataset>();
        try
        {
            foreach (var (table, replace) in tables) await RefuseTakenAsync(table.Name, replace, cancellationToken);
            foreach (var (table, _) in tables) saved.Add(await SaveAsync(table, cancellationToken));
            await catalog.ReloadAsync(CancellationToken.None); // they are saved: whoever leaves now finds them
            foreach (var dataset in saved) dataset.RemoveOld();
        }
        catch (Exception failure)
        {
            foreach (var dataset in saved) await dataset.TakeBackAsync();
            if (StorageSpace.IsFull(failure)) throw StorageSpace.Full(failure);
            throw;
        }
        finally
        {
            _saving.Release();
        }
        var snapshot = await catalog.GetAsync(cancellationToken);
        return [.. tables.Select(entry => snapshot.FindTable(entry.Table.Name) ?? throw new ChartwrightException(ErrorCode.FileUnreadable, "The converted table cannot be read back."))];
    }

    /// <exception cref="ChartwrightException"><c>dataset_exists</c> with <c>name</c> and a free name as <c>suggestion</c>.</exception>
    public async Task RefuseTakenAsync(string table, bool replace, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        if (replace || snapshot.FindTable(table) is null) return;
        throw new ChartwrightException(ErrorCode.DatasetExists, $"There is a table \"{table}\" already. Replace it, or give the new one another name.")
        {
            Details = new Dictionary<string, object?> { ["name"] = table, ["suggestion"] = FreeName(snapshot, table) },
        };
    }

    public static string FreeName(CatalogSnapshot snapshot, string name) => DatasetNames.Free(name, candidate => snapshot.FindTable(candidate) is not null);

    /// <returns>False if there is none of that name.</returns>
    /// <exception cref="ChartwrightException"><c>conflict</c>: it is a sample.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (await catalog.FindDatasetAsync(name, cancellationToken) is not { } dataset) return false;
        if (dataset.IsSample) throw new ChartwrightException(ErrorCode.Conflict, "The sample data cannot be deleted.");
        await _saving.WaitAsync(cancellationToken);
        try
        {
            if (!Directory.Exists(dataset.Folder)) return false;
            var gone = Path.Combine(workspace.Incoming, Guid.NewGuid().ToString("N"));
            Directory.Move(dataset.Folder, gone); // at once for every reader
            Directory.Delete(gone, recursive: true);
            profiles.Forget(dataset.Name);
            foreach (var table in dataset.Manifest.Tables) words.Forget(table.Name);
            await catalog.ReloadAsync(cancellationToken);
            return true;
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose() => _saving.Dispose();

    /// <summary>The file gets a name of its own, then the manifest names it: a reader or a power cut finds the old table or the new one.</summary>
    private async Task<SavedDataset> SaveAsync(DraftTable table, CancellationToken cancellationToken)
    {
        PrivateFiles.Seal(table.Path);
        var folder = PrivateFiles.CreateFolder(Path.Combine(workspace.Datasets, table.Name));
        var file = $"{table.Name}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.parquet";
        var manifestPath = Path.Combine(folder, DatasetManifest.FileName);
        var before = await PrivateFiles.ReadJsonAsync<DatasetManifest>(manifestPath, cancellationToken);
        var saved = new SavedDataset(folder, Path.Combine(folder, file), table.Path, before);
        var manifest = new DatasetManifest
        {
            Source = $"Uploaded as {table.Origin} on {clock.GetUtcNow():yyyy-MM-dd}.",
            Tables = [new() { Name = table.Name, File = file, PrimaryKey = table.PrimaryKey, Columns = Describe(table.Columns) }],
        };
        try
        {
            File.Move(table.Path, saved.Path);
            await PrivateFiles.WriteJsonAsync(manifestPath, manifest, cancellationToken);
            return saved;
        }
        catch
        {
            await saved.TakeBackAsync();
            throw;
        }
    }

    // a header that was changed to a plain name stays known as a synonym
    private static Dictionary<string, ColumnManifest> Describe(IReadOnlyList<DraftColumn> columns) =>
        columns.Where(column => column.Header.Length > 0 && column.Header != column.Name)
            .ToDictionary(column => column.Name, column => new ColumnManifest(Synonyms: [column.Header.Replace('_', ' ')]));
}
