using Chartwright.Core.Catalog;

namespace Chartwright.Query.Catalog;

/// <summary>Puts together what is known of a table: its rows' profile, its keys and its owner's words, which come before those that came with the data.</summary>
internal static class TableDescriber
{
    public static CatalogTable Describe(string name, TableProfile profile, ResolvedKeys keys, Dataset? dataset = null, KeptWords? said = null)
    {
        var manifest = dataset?.Manifest.Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));
        var primaryKey = keys.PrimaryKeyOf(name);
        var foreignKeys = keys.ForeignKeysOf(name);
        return new()
        {
            Name = name,
            Description = said?.Table is { } own ? NullIfEmpty(own.Description)
                : manifest?.Description ?? (manifest is null || dataset!.Manifest.Tables.Count > 1 ? null : dataset.Manifest.Description),
            Synonyms = said?.Table?.Synonyms ?? manifest?.Synonyms ?? [],
            RowCount = profile.RowCount,
            PrimaryKey = primaryKey,
            ForeignKeys = foreignKeys,
            Source = SourceOf(dataset?.Manifest),
            IsSample = dataset?.IsSample ?? false,
            Columns = [.. profile.Columns.Select(column => Describe(column, profile.RowCount, IsKey(column.Name, primaryKey, foreignKeys), manifest, said))],
        };
    }

    private static CatalogColumn Describe(ProfiledColumn column, long rowCount, bool isKey, TableManifest? manifest, KeptWords? said)
    {
        var words = manifest?.Columns.FirstOrDefault(entry => string.Equals(entry.Key, column.Name, StringComparison.OrdinalIgnoreCase)).Value;
        var own = said?.FindColumn(column.Name);
        return new()
        {
            Name = column.Name,
            Type = column.Type,
            Description = own is null ? words?.Description : NullIfEmpty(own.Description),
            Unit = own is null ? words?.Unit : NullIfEmpty(own.Unit),
            Synonyms = own?.Synonyms ?? words?.Synonyms ?? [],
            Role = ColumnRoles.Judge(column, rowCount, isKey),
            Profile = column.Profile,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static bool IsKey(string column, IReadOnlyList<string> primaryKey, IReadOnlyList<ForeignKey> foreignKeys) =>
        primaryKey is [var only] && only == column || foreignKeys.Any(key => key.Columns.Contains(column));

    private static string? SourceOf(DatasetManifest? manifest) => manifest switch
    {
        { Source: { } source, License: { } license } => $"{source} Licence: {license}",
        _ => manifest?.Source,
    };
}
