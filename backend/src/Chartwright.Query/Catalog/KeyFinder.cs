using System.Globalization;
using Chartwright.Core.Catalog;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Finds keys nobody declared: a primary key by name and uniqueness, a foreign key by name, type and containment of its values.</summary>
internal static class KeyFinder
{
    private const double Containment = 0.99;

    /// <returns>The column of an undeclared primary key, or null.</returns>
    public static string? FindPrimaryKey(string table, TableProfile profile)
    {
        var words = NameWords.Split(table);
        var candidates = profile.Columns.Where(column => profile.IsUnique(column) && ColumnRoles.IsIdName(column.Name)).ToArray();
        return candidates.FirstOrDefault(column => IsOwnId(words, column.Name))?.Name ?? candidates.FirstOrDefault()?.Name;
    }

    /// <summary>Foreign keys of <paramref name="table"/> into the other tables, besides those already <paramref name="declared"/>.</summary>
    public static async Task<IReadOnlyList<ForeignKey>> FindForeignKeysAsync(
        DuckDbEngine engine, string table, IReadOnlyDictionary<string, KeyedTable> tables, IReadOnlyList<ForeignKey> declared, CancellationToken cancellationToken)
    {
        var found = new List<ForeignKey>();
        var own = tables[table];
        foreach (var column in own.Profile.Columns)
        {
            if (declared.Any(key => key.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase))) continue;
            foreach (var (target, other) in tables.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                if (target == table || other.PrimaryKey is not [var name] || other.Profile.FindColumn(name) is not { } key) continue;
                if (!IsNamedAfter(column.Name, target, key.Name) || !TypeKinds.AreComparable(column.Type, key.Type) || !other.Profile.IsUnique(key)) continue;
                // two tables with one key: the smaller refers to the larger, else both would
                if (own.PrimaryKey is [var ownKey] && Same(ownKey, column.Name) && own.Profile.RowCount >= other.Profile.RowCount) continue;
                if (!await IsContainedAsync(engine, table, column.Name, target, key.Name, cancellationToken)) continue;
                found.Add(new([column.Name], target, [key.Name], Declared: false));
                break;
            }
        }
        return found;
    }

    private static bool IsNamedAfter(string column, string target, string key)
    {
        var targetWords = NameWords.Split(target);
        if (Same(column, key)) return ColumnRoles.IsIdOfSomething(key) || IsNamedLike(column, targetWords);
        return IsOwnId(targetWords, column) && NameWords.Split(key) is ["id" or "key"]; // orders.customer_id -> customers.id
    }

    // "customer_id" or "customerid" in a table "customers"
    private static bool IsOwnId(IReadOnlyList<string> tableWords, string column)
    {
        var words = NameWords.Split(column);
        var owner = string.Concat(tableWords.SkipLast(1).Append(NameWords.Singular(tableWords[^1])));
        var joined = string.Concat(words);
        return joined == "id" || joined == owner + "id" || joined == string.Concat(tableWords) + "id";
    }

    private static bool IsNamedLike(string column, IReadOnlyList<string> tableWords) =>
        NameWords.Split(column).Select(NameWords.Singular).SequenceEqual(tableWords.Select(NameWords.Singular));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static async Task<bool> IsContainedAsync(
        DuckDbEngine engine, string table, string column, string target, string key, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT CAST(count(*) AS VARCHAR), CAST(count(*) FILTER (WHERE v IN (SELECT {Sql.Identifier(key)} FROM {Sql.Identifier(target)})) AS VARCHAR)
            FROM (SELECT DISTINCT {Sql.Identifier(column)} AS v FROM {Sql.Identifier(table)} WHERE {Sql.Identifier(column)} IS NOT NULL)
            """;
        var row = (await engine.ReadTextAsync(sql, cancellationToken))[0];
        var all = long.Parse(row[0]!, CultureInfo.InvariantCulture);
        return all > 0 && long.Parse(row[1]!, CultureInfo.InvariantCulture) >= all * Containment;
    }
}

/// <summary>A profiled table and its primary key, empty when there is none.</summary>
internal sealed record KeyedTable(TableProfile Profile, IReadOnlyList<string> PrimaryKey);
