using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests;

internal static class TestEngines
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static DuckDbEngine Open(Func<DuckDbOptions, DuckDbOptions>? with = null)
    {
        var options = new DuckDbOptions { MemoryLimit = "512MB", Threads = 2, QueryTimeout = TimeSpan.FromMinutes(5) };
        return DuckDbEngine.Open(with?.Invoke(options) ?? options);
    }

    public static async Task<string> RowsAsync(this DuckDbEngine engine, string sql) =>
        (await engine.QueryAsync(new(sql), Token)).Rows.ToString();

    public static Task<QueryException> FailureAsync(this DuckDbEngine engine, string sql) =>
        Assert.ThrowsAsync<QueryException>(() => engine.QueryAsync(new QueryRequest(sql), Token));

    /// <summary>The engine answers and answers right: to be asked after every fault.</summary>
    public static async Task AssertUsableAsync(this DuckDbEngine engine) => Assert.Equal("[[499500]]", await engine.RowsAsync("SELECT sum(i) FROM range(1000) t(i)"));
}
