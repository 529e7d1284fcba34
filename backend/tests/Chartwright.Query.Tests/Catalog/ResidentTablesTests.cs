using Chartwright.Query.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Catalog;

public sealed class ResidentTablesTests : IAsyncDisposable
{
    private readonly DirectoryInfo _samples = Directory.CreateTempSubdirectory("chartwright-samples-");
    private readonly FakeTimeProvider _clock = new();
    private readonly TestWorkspace _workspace;

    public ResidentTablesTests() => _workspace = new(samples: _samples.FullName, clock: _clock);

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _samples.Delete(recursive: true);
    }

    [Fact]
    public async Task SmallTable_IsReadFromMemory()
    {
        await WriteAsync("SELECT i, 'row ' || i AS name, DATE '2020-01-01' + i::INT AS day FROM range(3) t(i)");

        var rows = await _workspace.QueryAsync("SELECT * FROM small");
        await File.WriteAllTextAsync(ParquetPath, "no Parquet any more", TestWorkspace.Stop); // within the second in which nobody looks

        Assert.Equal("""[[0,"row 0","2020-01-01"],[1,"row 1","2020-01-02"],[2,"row 2","2020-01-03"]]""", rows);
        Assert.Equal("[[3]]", await _workspace.QueryAsync("SELECT count(*) FROM small"));
        Assert.Equal(1, await CountCopiesAsync());
    }

    [Fact]
    public async Task ChangedTable_ShowsTheNewRowsAndDropsTheOldCopy()
    {
        await WriteAsync("SELECT 1 AS i");
        Assert.Equal("[[1]]", await _workspace.QueryAsync("SELECT * FROM small"));

        await WriteAsync("SELECT 2.5 AS i, 'new' AS name");
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("""[[2.5,"new"]]""", await _workspace.QueryAsync("SELECT * FROM small"));
        Assert.Equal(1, await CountCopiesAsync());
    }

    [Fact]
    public async Task RemovedTable_LeavesNoCopy()
    {
        await WriteAsync("SELECT 1 AS i");
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        Assert.Equal(1, await CountCopiesAsync());

        _samples.GetDirectories().Single().Delete(recursive: true);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(0, await CountCopiesAsync());
    }

    [Fact]
    public async Task EngineThatWasReplaced_HasItsCopiesAgain()
    {
        await WriteAsync("SELECT 1 AS i");
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        _workspace.Engine.Reopen();

        Assert.Equal("[[1]]", await _workspace.QueryAsync("SELECT * FROM small"));
        Assert.Equal(1, await CountCopiesAsync());
    }

    [Theory]
    [InlineData("SELECT i, repeat('x', 9000) AS text FROM range(1000) t(i)")] // a few kB in the file
    [InlineData("SELECT i, [i] AS list FROM range(10) t(i)")]
    [InlineData("SELECT i, i + 1 AS j FROM range(1100000) t(i)")]
    public async Task LargeOrNestedTable_StaysInItsFile(string sql)
    {
        await WriteAsync(sql);
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(0, await CountCopiesAsync());
        Assert.StartsWith("[[0,", await _workspace.QueryAsync("SELECT * FROM small ORDER BY i LIMIT 1"), StringComparison.Ordinal);
    }

    private string ParquetPath => Path.Combine(_samples.FullName, "small", "small.parquet");

    /// <summary>Writes the dataset anew, each time with another size.</summary>
    private async Task WriteAsync(string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ParquetPath)!);
        await _workspace.Engine.CopyAsync(new(sql), "parquet", ParquetPath, DuckDb.LongRun.Unlimited, TestWorkspace.Stop);
        await File.WriteAllTextAsync(
            Path.Combine(_samples.FullName, "small", DatasetManifest.FileName), """{"tables": [{"name": "small", "file": "small.parquet"}]}""", TestWorkspace.Stop);
    }

    private async Task<int> CountCopiesAsync() =>
        int.Parse((await _workspace.Engine.ReadTextAsync("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'resident'", TestWorkspace.Stop))[0][0]!, null);
}
