using Chartwright.Core.Catalog;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>The keys of each table, declared or found.</summary>
internal sealed record ResolvedKeys(
    IReadOnlyDictionary<string, IReadOnlyList<string>> PrimaryKeys, IReadOnlyDictionary<string, IReadOnlyList<ForeignKey>> ForeignKeys)
{
    public static ResolvedKeys None { get; } = new(
        new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<ForeignKey>>());

    public IReadOnlyList<string> PrimaryKeyOf(string table) => PrimaryKeys.GetValueOrDefault(table, []);

    public IReadOnlyList<ForeignKey> ForeignKeysOf(string table) => ForeignKeys.GetValueOrDefault(table, []);
}

/// <summary>Joins declared keys with those the data shows. A declared key that names no column of the data is left out.</summary>
internal static class KeyResolver
{
    public static async Task<ResolvedKeys> ResolveAsync(
        DuckDbEngine engine, IReadOnlyDictionary<string, TableProfile> profiles, DeclaredKeys declared, CancellationToken cancellationToken)
    {
        var keyed = profiles.ToDictionary(
            entry => entry.Key, entry => new KeyedTable(entry.Value, PrimaryKeyOf(entry.Key, entry.Value, declared)), StringComparer.OrdinalIgnoreCase);
        var foreign = new Dictionary<string, IReadOnlyList<ForeignKey>>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in profiles.Keys)
        {
            var known = declared.ForeignKeysOf(table).Select(key => Spell(key, table, keyed)).OfType<ForeignKey>().ToArray();
            foreign[table] = [.. known, .. await KeyFinder.FindForeignKeysAsync(engine, table, keyed, known, cancellationToken)];
        }
        return new(keyed.ToDictionary(entry => entry.Key, entry => entry.Value.PrimaryKey, StringComparer.OrdinalIgnoreCase), foreign);
    }

    private static string[] PrimaryKeyOf(string table, TableProfile profile, DeclaredKeys declared)
    {
        if (Spell(declared.PrimaryKeyOf(table), profile) is { Length: > 0 } known) return known;
        return KeyFinder.FindPrimaryKey(table, profile) is { } found ? [found] : [];
    }

    /// <returns>The key in the data's own spelling, or null if it does not fit the data.</returns>
    private static ForeignKey? Spell(ForeignKey key, string table, Dictionary<string, KeyedTable> tables)
    {
        if (!tables.TryGetValue(key.ToTable, out var target) || key.Columns.Count != key.ToColumns.Count) return null;
        var from = Spell(key.Columns, tables[table].Profile);
        var to = Spell(key.ToColumns, target.Profile);
        var name = tables.Keys.First(candidate => string.Equals(candidate, key.ToTable, StringComparison.OrdinalIgnoreCase));
        return from.Length == 0 || to.Length == 0 ? null : new(from, name, to, Declared: true);
    }

    private static string[] Spell(IReadOnlyList<string> columns, TableProfile profile)
    {
        var found = columns.Select(column => profile.FindColumn(column)?.Name).OfType<string>().ToArray();
        return found.Length == columns.Count ? found : [];
    }
}
