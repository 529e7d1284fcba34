using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Catalog;

/// <summary>Small tables as copies in the engine's memory: a statement over a Parquet file opens the file and unpacks whole column chunks for its first row, every time.</summary>
/// <remarks>The copies stand in a schema of their own, which the guard lets nobody name; the table's view reads the copy instead of the file. Not thread-safe: the catalog loads one table at a time.</remarks>
internal sealed class ResidentTables(DuckDbEngine engine)
{
    private const string Schema = "resident";
    private const long MaxTableBytes = 32 << 20;
    private const long MaxBytes = 128 << 20; // of all
    private const int CellBytes = 16;
    private const int CharBytes = 4; // at most, in UTF-8

    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal); // by name of the copy
    private int _generation = -1;
    private int _made;

    /// <summary>Copies the rows of a relation if they are few enough.</summary>
    /// <returns>The copy's name in the schema, or null: the rows stay where they are.</returns>
    public async Task<string?> AddAsync(string relation, TableProfile profile, CancellationToken cancellationToken)
    {
        if (SizeOf(profile) is not { } size || size > MaxTableBytes) return null;
        FollowEngine();
        if (_sizes.Values.Sum() + size > MaxBytes) return null;
        var name = $"t{++_made}";
        try
        {
            await engine.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}; CREATE TABLE {Schema}.{name} AS FROM {relation}", cancellationToken);
        }
        catch (QueryException)
        {
            return null; // the file can still be read, or says itself why not
        }
        _sizes[name] = size;
        return name;
    }

    /// <summary>The copy as a relation.</summary>
    public static string Relation(string name) => $"{Schema}.{name}";

    /// <summary>Drops the copies that no view reads any more.</summary>
    public async Task KeepAsync(IReadOnlySet<string> names, CancellationToken cancellationToken)
    {
        FollowEngine();
        foreach (var gone in _sizes.Keys.Where(name => !names.Contains(name)).ToArray())
        {
            await engine.ExecuteAsync($"DROP TABLE IF EXISTS {Relation(gone)}", cancellationToken);
            _sizes.Remove(gone);
        }
    }

    private void FollowEngine()
    {
        if (_generation == engine.Generation) return;
        _generation = engine.Generation;
        _sizes.Clear(); // gone with the database before
    }

    /// <returns>Bytes in memory at most; null when the profile cannot tell.</returns>
    private static long? SizeOf(TableProfile profile)
    {
        if (profile.Columns.Any(column => !TypeKinds.IsScalar(column.Type))) return null;
        var text = profile.Columns.Sum(column => column.AverageLength * column.ValueCount(profile.RowCount) * CharBytes);
        return profile.RowCount * profile.Columns.Count * CellBytes + (long)text;
    }
}
