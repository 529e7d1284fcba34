using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.Core.Catalog;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Server.Eval;

/// <summary>A dataset of a question set: <c>schema.json</c> (keys), <c>load.sql</c> with its CSV files, and where present <c>synonyms.json</c>.</summary>
internal sealed partial class EvalDataset : IAsyncDisposable
{
    private readonly DuckDbEngine _engine;

    private EvalDataset(DuckDbEngine engine, ICatalog catalog)
    {
        _engine = engine;
        Catalog = catalog;
    }

    public ICatalog Catalog { get; }

    /// <summary>Loads the set into an engine of its own, which may read its folder.</summary>
    public static async Task<EvalDataset> OpenAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var engine = DuckDbEngine.Open(new() { Locked = false, Threads = 2, MaxConcurrentQueries = 2 });
        var script = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "load.sql"), cancellationToken);
        await engine.ExecuteAsync(FileName().Replace(script, match => $"'{Path.Combine(folder.FullName, match.Groups["file"].Value).Replace("'", "''", StringComparison.Ordinal)}'"), cancellationToken);
        var snapshot = await CatalogProfiler.ReadAsync(engine, await KeysAsync(folder, cancellationToken), cancellationToken);
        return new(engine, new EngineCatalog(engine, await WithSynonymsAsync(snapshot, folder, cancellationToken)));
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static async Task<DeclaredKeys> KeysAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, "schema.json");
        if (!File.Exists(file)) return DeclaredKeys.None;
        using var schema = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
        var primary = Rows(schema, "primary_keys").GroupBy(row => row[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(row => row.Skip(1))], StringComparer.OrdinalIgnoreCase);
        var foreign = Rows(schema, "foreign_keys").GroupBy(row => row[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, IReadOnlyList<ForeignKey> (group) => [.. group.Select(row => new ForeignKey([row[1]], row[2], [row[3]]))], StringComparer.OrdinalIgnoreCase);
        return new(primary, foreign);
    }

    private static IEnumerable<string[]> Rows(JsonDocument schema, string name) =>
        schema.RootElement.TryGetProperty(name, out var rows) ? rows.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray()) : [];

    /// <summary><c>{ "table.column": ["word", …], "table": ["word", …] }</c>.</summary>
    private static async Task<CatalogSnapshot> WithSynonymsAsync(CatalogSnapshot snapshot, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, "synonyms.json");
        if (!File.Exists(file)) return snapshot;
        var words = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await File.ReadAllBytesAsync(file, cancellationToken)) ?? [];
        return snapshot with
        {
            Tables = [.. snapshot.Tables.Select(table => table with
            {
                Synonyms = words.GetValueOrDefault(table.Name, []),
                Columns = [.. table.Columns.Select(column => column with { Synonyms = words.GetValueOrDefault($"{table.Name}.{column.Name}", []) })],
            })],
        };
    }

    [GeneratedRegex("'(?<file>[^'/\\\\]+\\.(csv|parquet|json))'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
