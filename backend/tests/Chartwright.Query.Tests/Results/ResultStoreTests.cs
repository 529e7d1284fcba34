using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Ingestion;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Results;

/// <summary>Whole results on disk: kept over restarts, never older than the data, within their bytes.</summary>
public sealed class ResultStoreTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartwright-test-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 31, 10, 0, 0, TimeSpan.Zero));
    private TestWorkspace _workspace;

    public ResultStoreTests() => _workspace = Open();

    private string Files => Path.Combine(_folder.FullName, "data", "results", "files");

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task PageAsync_AfterARestart_HasTheRowsOfTheFirstRun()
    {
        var key = await KeyAsync("SELECT random() AS r FROM range(10)");
        var first = await PageAsync(key);

        _clock.Advance(TimeSpan.FromHours(1));
        await RestartAsync();
        var second = await PageAsync(key);

        Assert.Equal((first.Rows.ToString(), first.FetchedAt), (second.Rows.ToString(), second.FetchedAt));
    }

    [Fact]
    public async Task PageAsync_DataHasChanged_IsReadFromThePresentData()
    {
        await ImportAsync("1");
        var key = await KeyAsync("SELECT a FROM t");
        Assert.Equal("[[1]]", (await PageAsync(key)).Rows.ToString());

        await ImportAsync("2");
        var page = await PageAsync(key);

        Assert.Equal("[[2]]", page.Rows.ToString());
        Assert.NotEqual(key, page.CacheKey);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("overwritten")]
    [InlineData("gone")]
    [InlineData("without its manifest")]
    public async Task PageAsync_DamagedFile_IsWrittenAnew(string damage)
    {
        var key = await KeyAsync("SELECT i FROM range(3) t(i)");
        await PageAsync(key);
        var parquet = Assert.Single(Directory.GetFiles(Files, "rows.parquet", SearchOption.AllDirectories));
        switch (damage)
        {
            case "cut short": await using (var file = File.OpenWrite(parquet)) file.SetLength(20); break;
            case "overwritten": await File.WriteAllBytesAsync(parquet, new byte[new FileInfo(parquet).Length], TestWorkspace.Stop); break;
            case "gone": File.Delete(parquet); break;
            default: File.Delete(Path.Combine(Path.GetDirectoryName(parquet)!, "result.json")); await RestartAsync(); break;
        }

        Assert.Equal("[[0],[1],[2]]", (await PageAsync(key)).Rows.ToString());
        Assert.Single(Directory.GetDirectories(Files));
    }

    [Fact]
    public async Task PageAsync_ManyResults_StayWithinTheBytes()
    {
        await _workspace.DisposeAsync();
        _workspace = Open(options => options.ResultFileBytes = 1 << 20);
        var keys = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            keys.Add(await KeyAsync($"SELECT hash(i + {number}) FROM range(40000) t(i)"));
            await PageAsync(keys[number]);
            if (number > 0) await PageAsync(keys[0]); // used all the time, so it stays
        }

        var kept = Directory.GetDirectories(Files).Select(folder => Path.GetFileName(folder).Split('-')[0]).ToArray();
        Assert.Contains(keys[0], kept);
        Assert.Contains(keys[5], kept);
        Assert.InRange(Directory.GetFiles(Files, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 1 << 20);
    }

    [Fact]
    public async Task PageAsync_ResultLargerThanAll_IsRefusedAndLeavesNothing()
    {
        await _workspace.DisposeAsync();
        _workspace = Open(options => options.ResultFileBytes = 10_000);
        var key = await KeyAsync("SELECT hash(i) FROM range(40000) t(i)");

        var error = await Assert.ThrowsAsync<QueryException>(() => PageAsync(key));

        Assert.Equal(ErrorCode.ResultTooLarge, error.Code);
        Assert.Empty(Directory.GetDirectories(Files));
    }

    [Fact]
    public async Task RefreshAsync_StoredResult_IsReadAnewAfterwards()
    {
        var key = await KeyAsync("SELECT random() AS r FROM range(10)");
        var before = await PageAsync(key);

        await _workspace.Queries.RefreshAsync(key, TestWorkspace.Stop);

        Assert.NotEqual(before.Rows.ToString(), (await PageAsync(key)).Rows.ToString());
    }

    [Fact]
    public async Task FindAsync_RowsHaveLeftTheMemory_HasThoseOnDisk()
    {
        var key = await KeyAsync("SELECT random() AS r FROM range(10)");
        var page = await PageAsync(key);

        await RestartAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));
        var found = (await _workspace.Queries.FindAsync(key, TestWorkspace.Stop))!;

        Assert.Equal((page.Rows.ToString(), page.FetchedAt, true), (found.Rows.ToString(), found.FetchedAt, found.FromCache));
    }

    [Fact]
    public async Task PageAsync_ManyAtOnce_RunTheStatementOnce()
    {
        var key = await KeyAsync("SELECT random() AS r FROM range(5)");

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PageAsync(key)));

        Assert.Single(pages.Select(page => page.Rows.ToString()).Distinct());
    }

    [Fact]
    public async Task PageAsync_Explain_IsRefused()
    {
        var key = await KeyAsync("EXPLAIN SELECT 1");

        Assert.Equal(ErrorCode.InvalidRequest, (await Assert.ThrowsAsync<QueryException>(() => PageAsync(key))).Code);
    }

    private TestWorkspace Open(Action<QueryOptions>? configure = null) => new(configure, _clock, _folder.FullName, samples: "");

    private async Task RestartAsync()
    {
        await _workspace.DisposeAsync();
        _workspace = Open();
    }

    private async Task<string> KeyAsync(string sql) => (await _workspace.Queries.QueryAsync(new(sql), TestWorkspace.Stop)).CacheKey;

    private async Task<QueryResult> PageAsync(string key) => (await _workspace.Get<IResults>().PageAsync(key, 0, 1000, TestWorkspace.Stop))!;

    private async Task ImportAsync(string rows)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"a\n{rows}\n"));
        await _workspace.Get<IDatasets>().ImportAsync(ImportRequest.Of("t.csv", content) with { Replace = true }, progress: null, TestWorkspace.Stop);
    }
}
