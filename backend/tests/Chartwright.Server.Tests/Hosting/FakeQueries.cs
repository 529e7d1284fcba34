using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>Answers every statement with one row, and remembers the statements behind its keys.</summary>
internal sealed class FakeQueries : IQueryService
{
    private readonly Dictionary<string, QueryResult> _results = [];

    public QueryResult Next { get; set; } = Result("k1");

    public Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        if (request.Sql.Contains("nowhere", StringComparison.Ordinal))
            throw new QueryException(ErrorCode.UnknownTable, "There is no table \"nowhere\".") { Details = new Dictionary<string, object?> { ["near"] = new[] { "sales" } } };
        _results[Next.CacheKey] = Next;
        return Task.FromResult(Next);
    }

    public Task<QueryResult> RefreshAsync(string cacheKey, CancellationToken cancellationToken) => Task.FromResult(_results[cacheKey] = Next);

    public Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken) => Task.FromResult(_results.GetValueOrDefault(cacheKey));

    public static QueryResult Result(string key, string rows = """[["West",12.5],["a,\"b\"",null]]""", params ResultColumn[] columns) => new()
    {
        Columns = columns is [] ? [new("region", "VARCHAR"), new("total", "DOUBLE")] : columns,
        Rows = new RawJson(System.Text.Encoding.UTF8.GetBytes(rows)),
        ReturnedRows = 2,
        RowCount = 2,
        Truncated = false,
        FetchedAt = DateTimeOffset.UnixEpoch,
        DataVersion = "v1",
        CacheKey = key,
        Elapsed = TimeSpan.FromMilliseconds(1.5),
    };
}

internal sealed class FakeCatalog : ICatalog
{
    /// <summary>Completed by default; a test that wants a slow start replaces it.</summary>
    public Task<CatalogSnapshot> Snapshot { get; set; } = Task.FromResult(new CatalogSnapshot("v1", [new CatalogTable { Name = "sales", RowCount = 3, Columns = [] }]));

    public ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken) => new(Snapshot.WaitAsync(cancellationToken));

    public Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ValueCount>>([]);

    public Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ValueCount>>([]);
}
