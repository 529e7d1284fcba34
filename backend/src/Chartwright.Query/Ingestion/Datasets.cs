using System.Security.Cryptography;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;
using Chartwright.Query.Files;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Ingestion;

/// <inheritdoc/>
internal sealed class Datasets(Workspace workspace, DatasetCatalog catalog, ProfileStore profiles, IOptions<QueryOptions> options, TimeProvider clock)
    : IDatasets, IDisposable
{
    private readonly SemaphoreSlim _converting = new(1, 1); // one import has the machine
    private readonly SemaphoreSlim _saving = new(1, 1);

    /// <inheritdoc/>
    public async Task<CatalogTable> ImportAsync(
        Stream content, string fileName, string? name, bool replace, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        var table = string.IsNullOrWhiteSpace(name) ? DatasetNames.OfFile(fileName) : DatasetNames.Of(name, "data");
        await RefuseTakenAsync(table, replace, cancellationToken);
        using var upload = await Upload.ReceiveAsync(content, workspace.Incoming, options.Value.MaxUploadBytes, progress, cancellationToken);
        var headers = await ConvertAsync(upload, fileName, progress, cancellationToken);

        progress?.Report(new(ImportStage.Saving, upload.SizeBytes));
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await RefuseTakenAsync(table, replace, cancellationToken); // another upload of that name may have been quicker
            await SaveAsync(upload, table, fileName, headers, cancellationToken);
        }
        finally
        {
            _saving.Release();
        }
        return (await catalog.GetAsync(cancellationToken)).FindTable(table)
            ?? throw new ChartwrightException(ErrorCode.FileUnreadable, "The converted table cannot be read back.");
    }

    /// <inheritdoc/>
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
            await catalog.ReloadAsync(cancellationToken);
            return true;
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogTable>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await catalog.GetAsync(cancellationToken)).Tables.Where(table => !table.IsSample)];

    public void Dispose()
    {
        _converting.Dispose();
        _saving.Dispose();
    }

    private async Task RefuseTakenAsync(string table, bool replace, CancellationToken cancellationToken)
    {
        if (replace || (await catalog.GetAsync(cancellationToken)).FindTable(table) is null) return;
        throw new ChartwrightException(ErrorCode.DatasetExists, $"There is a table \"{table}\" already. Replace it, or give the new one another name.")
        {
            Details = new Dictionary<string, object?> { ["name"] = table },
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> ConvertAsync(
        Upload upload, string fileName, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await _converting.WaitAsync(cancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ImportTimeoutSeconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            progress?.Report(new(ImportStage.Reading, upload.SizeBytes));
            var kind = await FileKinds.DetectAsync(upload.Path, fileName, stop.Token);
            await using var engine = ImportEngine.Open(upload, options.Value);
            var headers = await ConvertAsync(engine, upload, kind, stop.Token);
            var rows = await engine.ReadTextAsync($"SELECT count(*) FROM read_parquet({Sql.Literal(upload.ResultPath)})", stop.Token);
            return rows[0][0] != "0" ? headers : throw new ChartwrightException(ErrorCode.FileUnreadable, "The file has no rows.");
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ChartwrightException(
                ErrorCode.FileTooLarge, $"The file took longer than {options.Value.ImportTimeoutSeconds:N0} seconds to convert.", innerException: e);
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The file cannot be converted to a table.", innerException: e);
        }
        finally
        {
            _converting.Release();
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> ConvertAsync(DuckDbEngine engine, Upload upload, FileKind kind, CancellationToken cancellationToken)
    {
        if (kind is FileKind.Json or FileKind.Parquet) return await RecordConverter.ConvertAsync(engine, upload, kind, cancellationToken);
        if (kind == FileKind.Workbook) await WorkbookReader.ToCsvAsync(upload, cancellationToken);
        return await CsvConverter.ConvertAsync(engine, upload, cancellationToken);
    }

    /// <summary>The file gets a name of its own, then the manifest names it: a reader or a power cut finds the old table or the new one.</summary>
    private async Task SaveAsync(Upload upload, string table, string fileName, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        PrivateFiles.Seal(upload.ResultPath);
        var folder = PrivateFiles.CreateFolder(Path.Combine(workspace.Datasets, table));
        var file = $"{table}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.parquet";
        var path = Path.Combine(folder, file);
        var manifest = new DatasetManifest
        {
            Source = $"Uploaded as {ShownName(fileName)} on {clock.GetUtcNow():yyyy-MM-dd}.",
            Tables = [new() { Name = table, File = file, Columns = Describe(headers) }],
        };
        try
        {
            File.Move(upload.ResultPath, path);
            await PrivateFiles.WriteJsonAsync(Path.Combine(folder, DatasetManifest.FileName), manifest, cancellationToken);
        }
        catch
        {
            File.Delete(path);
            if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
            throw;
        }
        await catalog.ReloadAsync(CancellationToken.None); // it is saved: whoever leaves now finds it
        foreach (var old in Directory.EnumerateFiles(folder, "*.parquet").Where(other => other != path)) File.Delete(old);
    }

    // a header that was changed to a plain name stays known as a synonym
    private static Dictionary<string, ColumnManifest> Describe(IReadOnlyDictionary<string, string> headers) =>
        headers.Where(entry => entry.Key != entry.Value).ToDictionary(entry => entry.Key, entry => new ColumnManifest(Synonyms: [entry.Value.Replace('_', ' ')]));

    private static string ShownName(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. last.Where(character => !char.IsControl(character)).Take(100)]);
    }
}
