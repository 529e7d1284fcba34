using Chartwright.Core.Catalog;

namespace Chartwright.Query.Catalog;

/// <summary>Keys somebody vouched for. Names are compared without regard to case.</summary>
/// <param name="PrimaryKeys">Columns of the primary key, by table.</param>
/// <param name="ForeignKeys">Foreign keys, by the table that holds them.</param>
public sealed record DeclaredKeys(
    IReadOnlyDictionary<string, IReadOnlyList<string>> PrimaryKeys, IReadOnlyDictionary<string, IReadOnlyList<ForeignKey>> ForeignKeys)
{
    public static DeclaredKeys None { get; } = new(
        new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<ForeignKey>>());

    internal IReadOnlyList<string> PrimaryKeyOf(string table) => Find(PrimaryKeys, table) ?? [];

    internal IReadOnlyList<ForeignKey> ForeignKeysOf(string table) => Find(ForeignKeys, table) ?? [];

    private static T? Find<T>(IReadOnlyDictionary<string, T> values, string table) where T : class =>
        values.FirstOrDefault(entry => string.Equals(entry.Key, table, StringComparison.OrdinalIgnoreCase)).Value;
}
