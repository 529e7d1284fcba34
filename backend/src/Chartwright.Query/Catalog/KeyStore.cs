using System.Security.Cryptography;
using System.Text.Json;
using Chartwright.Core.Catalog;
using Chartwright.Core.Json;
using Chartwright.DuckDb;
using Chartwright.Query.Files;

namespace Chartwright.Query.Catalog;

/// <summary>Keeps the keys found in a state of the data, because finding them reads columns.</summary>
internal sealed class KeyStore(Workspace workspace)
{
    private const int Version = 2; // raise when the rules of finding change

    public async Task<ResolvedKeys> GetAsync(DuckDbEngine engine, string dataVersion, IEnumerable<View> views, CancellationToken cancellationToken)
    {
        var tables = views.ToArray();
        var declared = Declared(tables);
        var basis = $"{dataVersion}.{Hash(declared)}"; // a changed manifest changes keys without changing rows
        var path = Path.Combine(workspace.Profiles, "keys.json");
        var kept = await PrivateFiles.ReadJsonAsync<KeptKeys>(path, cancellationToken);
        if (kept is not null && kept.Version == Version && kept.Basis == basis) return kept.Keys;

        var profiles = tables.ToDictionary(view => view.Table.Name, view => view.Profile, StringComparer.OrdinalIgnoreCase);
        var resolved = await KeyResolver.ResolveAsync(engine, profiles, declared, cancellationToken);
        await PrivateFiles.WriteJsonAsync(path, new KeptKeys(Version, basis, resolved), cancellationToken);
        return resolved;
    }

    private static DeclaredKeys Declared(View[] views) => new(
        views.ToDictionary(view => view.Table.Name, view => view.Table.PrimaryKey),
        views.ToDictionary(
            view => view.Table.Name,
            IReadOnlyList<ForeignKey> (view) => [.. view.Table.ForeignKeys.Select(key => new ForeignKey(key.Columns, key.ToTable, key.ToColumns))]));

    private static string Hash(DeclaredKeys keys) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(keys, ChartwrightJson.Options)))[..16];

    private sealed record KeptKeys(int Version, string Basis, ResolvedKeys Keys);
}
