using System.Security.Cryptography;
using Chartwright.DuckDb;
using Chartwright.Query.Files;

namespace Chartwright.Query.Catalog;

/// <summary>Keeps what was read from a table's file until the file changes (size or time), so that a start reads no rows.</summary>
internal sealed class ProfileStore(Workspace workspace)
{
    private const int Version = 1; // raise when the profile's rules change

    /// <summary>Profile and content hash of a table that stands in the engine as a view of the same name.</summary>
    public async Task<(TableProfile Profile, string Hash)> GetAsync(DuckDbEngine engine, Dataset dataset, TableManifest table, CancellationToken cancellationToken)
    {
        var file = new FileInfo(dataset.PathOf(table));
        var cache = PathOf(dataset, table.Name);
        var kept = await PrivateFiles.ReadJsonAsync<KeptProfile>(cache, cancellationToken);
        if (kept is not null && kept.Version == Version && kept.SizeBytes == file.Length && kept.ChangedAt == file.LastWriteTimeUtc)
            return (kept.Profile, kept.Hash);

        var columns = await CatalogProfiler.ListColumnsAsync(engine, cancellationToken, table.Name);
        var profile = await TableProfiler.ReadAsync(engine, table.Name, columns[table.Name], cancellationToken);
        var hash = await HashAsync(file.FullName, cancellationToken);
        await PrivateFiles.WriteJsonAsync(cache, new KeptProfile(Version, file.Length, file.LastWriteTimeUtc, hash, profile), cancellationToken);
        return (profile, hash);
    }

    /// <summary>Drops what is kept of a dataset that is gone.</summary>
    public void Forget(string dataset)
    {
        foreach (var file in Directory.EnumerateFiles(workspace.Profiles, $"user.{dataset}.*.json")) File.Delete(file);
    }

    private string PathOf(Dataset dataset, string table) =>
        Path.Combine(workspace.Profiles, $"{(dataset.IsSample ? "sample" : "user")}.{dataset.Name}.{table}.json");

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private sealed record KeptProfile(int Version, long SizeBytes, DateTime ChangedAt, string Hash, TableProfile Profile);
}
