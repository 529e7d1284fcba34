using System.Security.Cryptography;
using System.Text.Json;
using Chartwright.Core.Catalog;
using Chartwright.Core.Json;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Describes the tables of an engine: counts, values, keys and roles, read from the rows.</summary>
public static class CatalogProfiler
{
    /// <summary>Reads every table and view of the schema <c>main</c>. For engines of their own; the workspace's engine is described by <see cref="ICatalog"/>.</summary>
    /// <param name="keys">Keys that are known; others are looked for.</param>
    /// <exception cref="Core.Errors.QueryException">A table cannot be read.</exception>
    public static async Task<CatalogSnapshot> ReadAsync(DuckDbEngine engine, DeclaredKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(keys);
        var profiles = new Dictionary<string, TableProfile>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, columns) in await ListColumnsAsync(engine, cancellationToken))
            profiles.Add(table, await TableProfiler.ReadAsync(engine, table, columns, cancellationToken));

        var resolved = await KeyResolver.ResolveAsync(engine, profiles, keys, cancellationToken);
        var tables = profiles.Select(entry => TableDescriber.Describe(entry.Key, entry.Value, resolved)).OrderBy(table => table.Name, StringComparer.Ordinal).ToArray();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(tables, ChartwrightJson.Options);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..16], tables);
    }

    /// <summary>Columns with their types by table, of all tables or of one.</summary>
    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<(string Name, string Type)>>> ListColumnsAsync(
        DuckDbEngine engine, CancellationToken cancellationToken, string? onlyTable = null)
    {
        var filter = onlyTable is null ? "" : $"AND table_name = {Sql.Literal(onlyTable)}";
        var rows = await engine.ReadTextAsync(
            $"""
            SELECT table_name, column_name, data_type FROM duckdb_columns()
            WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal {filter} ORDER BY table_name, column_index
            """,
            cancellationToken);
        return rows.GroupBy(row => row[0]!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<(string, string)> (group) => [.. group.Select(row => (row[1]!, row[2]!))]);
    }
}
