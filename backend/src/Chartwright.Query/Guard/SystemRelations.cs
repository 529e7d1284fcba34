using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Names of the engine's own tables and views (<c>sqlite_master</c>, <c>duckdb_views</c> …), asked of it once.</summary>
internal sealed class SystemRelations(DuckDbEngine engine)
{
    private HashSet<string>? _names;

    public async ValueTask<bool> ContainsAsync(string name, CancellationToken cancellationToken)
    {
        if (_names is null)
        {
            var rows = await engine.ReadTextAsync(
                "SELECT view_name FROM duckdb_views() WHERE internal UNION SELECT table_name FROM duckdb_tables() WHERE internal UNION SELECT table_name FROM information_schema.tables WHERE table_schema <> 'main'",
                cancellationToken);
            _names = new(rows.Select(row => row[0]!), StringComparer.OrdinalIgnoreCase);
        }
        return _names.Contains(name);
    }
}
