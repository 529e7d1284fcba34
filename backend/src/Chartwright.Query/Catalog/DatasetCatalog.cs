using System.Security.Cryptography;
using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using Chartwright.Query.Guard;
using Microsoft.Extensions.Logging;

namespace Chartwright.Query.Catalog;

/// <summary>The datasets on disk as views of the locked engine, described. Looks for changes on disk at most once a second.</summary>
internal sealed partial class DatasetCatalog(
    DuckDbEngine engine, DatasetFolders folders, ProfileStore profiles, ResidentTables residents, KeyStore keys, WordStore words, Leftovers leftovers, TimeProvider clock, ILogger<DatasetCatalog> logger)
    : ICatalog, IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(4); // whoever asked waits for an answer

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly ValueReader _values = new(engine, clock, SearchPatience);
    private volatile State? _state;

    /// <inheritdoc/>
    public async ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken) => (await GetStateAsync(cancellationToken)).Snapshot;

    /// <summary>The dataset a table is read from, or null.</summary>
    public async ValueTask<Dataset?> FindDatasetAsync(string table, CancellationToken cancellationToken) =>
        (await GetStateAsync(cancellationToken)).Views.GetValueOrDefault(table)?.Dataset;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken) =>
        await FindAsync(table, column, cancellationToken) is var (found, name) ? await _values.ListAsync(found, name, limit, cancellationToken) : [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken) =>
        await FindAsync(table, column, cancellationToken) is var (found, name) ? await _values.FindAsync(found, name, text, limit, cancellationToken) : [];

    /// <summary>Reads the folders now. Other callers keep the state they have until this one is complete.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            _state = await LoadAsync(_state, cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private async ValueTask<State> GetStateAsync(CancellationToken cancellationToken)
    {
        if (_state is { } fresh && IsOfThisEngine(fresh) && clock.GetElapsedTime(fresh.LookedAt) < LookInterval) return fresh;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_state is { } current && IsOfThisEngine(current))
            {
                if (clock.GetElapsedTime(current.LookedAt) < LookInterval) return current;
                if (Stamp() == current.Stamp) return _state = current with { LookedAt = clock.GetTimestamp() };
            }
            return _state = await LoadAsync(_state, cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>False when the engine has gone on with an empty database since.</summary>
    private bool IsOfThisEngine(State state) => state.Generation == engine.Generation;

    private async Task<State> LoadAsync(State? before, CancellationToken cancellationToken)
    {
        var generation = engine.Generation;
        if (before?.Generation != generation) before = null;
        if (before is null)
        {
            leftovers.Remove();
            await GrowthLimits.ApplyAsync(engine, cancellationToken);
            await MatchLimits.ApplyAsync(engine, cancellationToken);
        }
        var lookedAt = clock.GetTimestamp();
        var stamp = Stamp(); // before the files: a change in between is seen at the next look
        var views = new SortedDictionary<string, View>(StringComparer.OrdinalIgnoreCase);
        foreach (var dataset in await folders.ListAsync(cancellationToken))
        {
            foreach (var table in dataset.Manifest.Tables)
            {
                if (views.ContainsKey(table.Name)) continue; // the user's table of that name came first
                if (await OpenAsync(dataset, table, before, cancellationToken) is { } view) views.Add(table.Name, view);
            }
        }
        foreach (var gone in before?.Views.Keys.Where(name => !views.ContainsKey(name)) ?? [])
            await engine.ExecuteAsync($"DROP VIEW IF EXISTS {Sql.Identifier(gone)}", cancellationToken);
        await residents.KeepAsync(views.Values.Select(view => view.Copy).OfType<string>().ToHashSet(), cancellationToken);

        var version = VersionOf(views);
        var resolved = await keys.GetAsync(engine, version, views.Values, cancellationToken);
        var said = await words.ListAsync(cancellationToken);
        var tables = views.Values.Select(view => TableDescriber.Describe(view.Table.Name, view.Profile, resolved, view.Dataset, said.GetValueOrDefault(view.Table.Name)) with { Bytes = view.Bytes })
            .OrderBy(table => table.Name, StringComparer.Ordinal);
        return new(new(version, [.. tables]), views, stamp, lookedAt, generation);
    }

    /// <returns>The table as a view of the engine with its profile, or null when its file cannot be read.</returns>
    private async Task<View?> OpenAsync(Dataset dataset, TableManifest table, State? before, CancellationToken cancellationToken)
    {
        if (before?.Views.GetValueOrDefault(table.Name) is { } known && known.Dataset.Folder == dataset.Folder && known.Dataset.Stamp == dataset.Stamp)
            return known;
        try
        {
            var file = $"read_parquet({Sql.Literal(dataset.PathOf(table))})";
            await ViewAsync(table.Name, file, cancellationToken);
            var (profile, hash) = await profiles.GetAsync(engine, dataset, table, cancellationToken);
            var copy = await residents.AddAsync(file, profile, cancellationToken);
            if (copy is not null) await ViewAsync(table.Name, ResidentTables.Relation(copy), cancellationToken);
            return new(dataset, table, profile, hash, new FileInfo(dataset.PathOf(table)).Length, copy);
        }
        catch (QueryException e)
        {
            LogUnreadable(dataset.Name, e.Code);
            await engine.ExecuteAsync($"DROP VIEW IF EXISTS {Sql.Identifier(table.Name)}", cancellationToken);
            return null;
        }
    }

    private Task ViewAsync(string name, string relation, CancellationToken cancellationToken) =>
        engine.ExecuteAsync($"CREATE OR REPLACE VIEW {Sql.Identifier(name)} AS FROM {relation}", cancellationToken);

    private async ValueTask<(string Table, string Column)?> FindAsync(string table, string column, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).FindTable(table) is { } found && found.FindColumn(column) is { } name ? (found.Name, name.Name) : null;

    private string Stamp() => $"{folders.Stamp()}{words.Stamp()}";

    private static string VersionOf(SortedDictionary<string, View> views)
    {
        var text = string.Join('\n', views.Select(entry => $"{entry.Key}\t{entry.Value.Hash}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "dataset {Dataset}: a table cannot be read ({Code}) and is left out")]
    private partial void LogUnreadable(string dataset, ErrorCode code);

    private sealed record State(CatalogSnapshot Snapshot, SortedDictionary<string, View> Views, string Stamp, long LookedAt, int Generation);
}

/// <summary>A table as it stands in the engine.</summary>
/// <param name="Copy">Its copy in memory, or null when statements read the file.</param>
internal sealed record View(Dataset Dataset, TableManifest Table, TableProfile Profile, string Hash, long Bytes, string? Copy);
