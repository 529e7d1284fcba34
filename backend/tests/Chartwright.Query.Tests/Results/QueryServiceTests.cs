using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Ingestion;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Results;

public sealed class QueryServiceTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartwright-test-");
    private readonly FakeTimeProvider _clock = new(Start);
    private TestWorkspace _workspace;

    public QueryServiceTests() => _workspace = Open();

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task QueryAsync_Again_AnswersFromTheCacheWithTheTimeOfItsRun()
    {
        await ImportAsync("1");

        var first = await RunAsync("SELECT a FROM t");
        _clock.Advance(TimeSpan.FromMinutes(4));
        var second = await RunAsync("select a from t".Replace("select", "SELECT", StringComparison.Ordinal).Replace("from", "FROM", StringComparison.Ordinal) + " ; -- same");

        Assert.Equal((false, true), (first.FromCache, second.FromCache));
        Assert.Equal(first with { FromCache = true }, second);
        Assert.Equal(Start, second.FetchedAt);
    }

    [Fact]
    public async Task QueryAsync_AfterTheTtl_RunsAgain()
    {
        await ImportAsync("1");
        var first = await RunAsync("SELECT a FROM t");

        _clock.Advance(TimeSpan.FromMinutes(5));
        var second = await RunAsync("SELECT a FROM t");

        Assert.Equal((false, Start.AddMinutes(5), first.CacheKey), (second.FromCache, second.FetchedAt, second.CacheKey));
    }

    [Fact]
    public async Task QueryAsync_OtherValueLimitOrData_IsAnotherResult()
    {
        await ImportAsync("1\n2\n3");
        var keys = new List<string>
        {
            (await _workspace.Queries.QueryAsync(With("SELECT a FROM t WHERE a > $x", 1), TestWorkspace.Stop)).CacheKey,
            (await _workspace.Queries.QueryAsync(With("SELECT a FROM t WHERE a > $x", 2), TestWorkspace.Stop)).CacheKey,
            (await _workspace.Queries.QueryAsync(With("SELECT a FROM t WHERE a > $x", 1) with { Limit = 5 }, TestWorkspace.Stop)).CacheKey,
        };
        await ImportAsync("1\n2\n3\n4");
        var changed = await _workspace.Queries.QueryAsync(With("SELECT a FROM t WHERE a > $x", 1), TestWorkspace.Stop);
        keys.Add(changed.CacheKey);

        Assert.Equal(4, keys.Distinct().Count());
        Assert.Equal("[[2],[3],[4]]", changed.Rows.ToString());
    }

    [Fact]
    public async Task QueryAsync_ValueOfAnotherStatement_ChangesNothing()
    {
        await ImportAsync("1");
        var plain = await RunAsync("SELECT a FROM t");

        var second = await _workspace.Queries.QueryAsync(With("SELECT a FROM t", 7), TestWorkspace.Stop);

        Assert.Equal((plain.CacheKey, true), (second.CacheKey, second.FromCache));
    }

    [Fact]
    public async Task QueryAsync_BeyondTheLimit_TellsTheExactTotal()
    {
        await ImportAsync("1\n2\n3");

        var result = await _workspace.Queries.QueryAsync(new("SELECT a FROM t ORDER BY a") { Limit = 2 }, TestWorkspace.Stop);

        Assert.Equal(("[[1],[2]]", 2, 3L, true), (result.Rows.ToString(), result.ReturnedRows, result.RowCount, result.Truncated));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public async Task QueryAsync_LimitOutOfRange_IsRefused(int limit)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.Queries.QueryAsync(new("SELECT 1") { Limit = limit }, TestWorkspace.Stop));

        Assert.Equal(ErrorCode.InvalidRequest, error.Code);
    }

    [Fact]
    public async Task RefreshAsync_NewData_RunsWhateverTheCacheHolds()
    {
        await ImportAsync("1");
        var first = await RunAsync("SELECT a FROM t");
        _clock.Advance(TimeSpan.FromSeconds(10));

        var same = await _workspace.Queries.RefreshAsync(first.CacheKey, TestWorkspace.Stop);
        await ImportAsync("2");
        var changed = await _workspace.Queries.RefreshAsync(first.CacheKey, TestWorkspace.Stop);

        Assert.Equal((first.CacheKey, Start.AddSeconds(10), false), (same.CacheKey, same.FetchedAt, same.FromCache));
        Assert.Equal("[[2]]", changed.Rows.ToString());
        Assert.NotEqual(first.DataVersion, changed.DataVersion);
    }

    [Fact]
    public async Task RefreshAsync_AfterARestart_KnowsTheStatement()
    {
        await ImportAsync("1\n2");
        var first = await _workspace.Queries.QueryAsync(With("SELECT a FROM t WHERE a > $x", 1), TestWorkspace.Stop);

        await _workspace.DisposeAsync();
        _workspace = Open();
        var refreshed = await _workspace.Queries.RefreshAsync(first.CacheKey, TestWorkspace.Stop);
        var found = await _workspace.Queries.FindAsync(first.CacheKey, TestWorkspace.Stop);

        Assert.Equal(("[[2]]", first.CacheKey, first.DataVersion), (refreshed.Rows.ToString(), refreshed.CacheKey, refreshed.DataVersion));
        Assert.Equal(refreshed with { FromCache = true }, found);
    }

    [Fact]
    public async Task RefreshAsync_LedgerCutShort_KeepsTheOtherStatements()
    {
        await ImportAsync("1");
        var first = await RunAsync("SELECT a FROM t");
        await _workspace.DisposeAsync();
        var ledger = Path.Combine(_folder.FullName, "data", "results", "statements.ndjson");
        await File.AppendAllTextAsync(ledger, "\n{\"key\":\"half", TestWorkspace.Stop);

        _workspace = Open();
        var second = await RunAsync("SELECT a + 1 FROM t");
        await _workspace.DisposeAsync();
        _workspace = Open();

        Assert.Equal("[[1]]", (await _workspace.Queries.RefreshAsync(first.CacheKey, TestWorkspace.Stop)).Rows.ToString());
        Assert.Equal("[[2]]", (await _workspace.Queries.RefreshAsync(second.CacheKey, TestWorkspace.Stop)).Rows.ToString());
    }

    [Fact]
    public async Task RefreshAsync_TableIsGone_FailsAndKeepsTheOldResult()
    {
        await ImportAsync("1");
        var first = await RunAsync("SELECT a FROM t");
        await _workspace.Get<IDatasets>().RemoveAsync("t", TestWorkspace.Stop);

        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.Queries.RefreshAsync(first.CacheKey, TestWorkspace.Stop));

        Assert.Equal(ErrorCode.UnknownTable, error.Code);
        Assert.Equal(first with { FromCache = true }, await _workspace.Queries.FindAsync(first.CacheKey, TestWorkspace.Stop));
    }

    [Fact]
    public async Task RefreshAsync_UnknownKey_SaysSo()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.Queries.RefreshAsync("../../etc/passwd", TestWorkspace.Stop));

        Assert.Equal(ErrorCode.UnknownResult, error.Code);
        Assert.Null(await _workspace.Queries.FindAsync("none", TestWorkspace.Stop));
    }

    [Fact]
    public async Task QueryAsync_EngineHasBeenReopened_FindsTheTablesAndTheBounds()
    {
        await ImportAsync("1\n2");
        await RunAsync("SELECT a FROM t");

        _workspace.Engine.Reopen();

        Assert.Equal("[[3]]", (await RunAsync("SELECT sum(a) FROM t")).Rows.ToString());
        var error = await Assert.ThrowsAsync<QueryException>(() => RunAsync("SELECT repeat('x', 100000000)"));
        Assert.Equal(ErrorCode.SqlFailed, error.Code);
    }

    [Fact]
    public async Task QueryAsync_LastCallerLeaves_StopsTheEngineAndTheNextQueryIsRight()
    {
        using var leave = new CancellationTokenSource();
        const string endless = "SELECT count(*) FROM range(20000000) a, range(20000000) b WHERE a.range + b.range < 0";
        await RunAsync("SELECT 1");

        var callers = Enumerable.Range(0, 3).Select(_ => _workspace.Queries.QueryAsync(new(endless), leave.Token)).ToArray();
        await leave.CancelAsync();

        foreach (var caller in callers) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller);
        Assert.Equal("[[2]]", (await RunAsync("SELECT 2")).Rows.ToString());
    }

    private TestWorkspace Open() => new(clock: _clock, folder: _folder.FullName, samples: "");

    private Task<QueryResult> RunAsync(string sql) => _workspace.Queries.QueryAsync(new(sql), TestWorkspace.Stop);

    private static QueryRequest With(string sql, int value) => new(sql, new QueryParams { ["x"] = JsonSerializer.SerializeToElement(value) });

    private async Task ImportAsync(string rows)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"a\n{rows}\n"));
        await _workspace.Get<IDatasets>().ImportAsync(ImportRequest.Of("t.csv", content) with { Replace = true }, progress: null, TestWorkspace.Stop);
    }
}
