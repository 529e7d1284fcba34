using System.Collections.Concurrent;
using Chartwright.Core.Catalog;

namespace Chartwright.Query.Guard;

/// <summary>Remembers which texts passed the guard in the present state of the data. Refusals are judged anew. Thread-safe.</summary>
internal sealed class GuardMemory(SqlGuard guard)
{
    private const int MaxTexts = 1000;
    private const int LongestKept = 20_000; // characters; keeps the whole within 40 MB

    private readonly ConcurrentDictionary<(string DataVersion, string Sql), GuardedStatement> _passed = new();

    public async ValueTask<GuardedStatement> CheckAsync(string sql, CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        if (sql is not null && _passed.TryGetValue((catalog.DataVersion, sql), out var known)) return known;
        var statement = await guard.CheckAsync(sql!, catalog, cancellationToken);
        if (statement.Sql.Length > LongestKept) return statement;
        if (_passed.Count >= MaxTexts) _passed.Clear();
        return _passed[(catalog.DataVersion, sql!)] = statement;
    }
}
