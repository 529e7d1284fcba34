using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class QueryTests
{
    [Fact]
    public async Task QueryAsync_SmallResult_GivesColumnsRowsAndTotal()
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new("SELECT 1 AS a, 'x\"y' AS \"b c\", NULL::DATE AS d UNION ALL SELECT 2, 'é', DATE '2017-12-31' ORDER BY a"), TestEngines.Token);

        Assert.Equal([new("a", "INTEGER"), new("b c", "VARCHAR"), new("d", "DATE")], result.Columns);
        Assert.Equal("""[[1,"x\"y",null],[2,"é","2017-12-31"]]""", result.Rows.ToString());
        Assert.Equal((2, 2L, false), (result.ReturnedRows, result.RowCount, result.Truncated));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(999)]
    [InlineData(1000)]
    public async Task QueryAsync_UpToTheLimit_IsNotTruncated(int rows)
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new($"SELECT i FROM range({rows}) t(i)"), TestEngines.Token);

        Assert.Equal((rows, (long)rows, false), (result.ReturnedRows, result.RowCount, result.Truncated));
        Assert.Equal($"[{string.Join(',', Enumerable.Range(0, rows).Select(i => $"[{i}]"))}]", result.Rows.ToString());
    }

    [Theory]
    [InlineData("SELECT i FROM range(1001) t(i)", 1001)]
    [InlineData("SELECT i FROM range(2049) t(i) -- a comment at the end", 2049)]
    [InlineData("SELECT i FROM range(3000000) t(i);", 3_000_000)]
    [InlineData("FROM range(50000000)", 50_000_000)]
    [InlineData("SELECT DISTINCT i // 2 FROM range(200000) t(i) ORDER BY 1 DESC ; ", 100_000)]
    public async Task QueryAsync_BeyondTheLimit_CountsExactly(string sql, long total)
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new(sql), TestEngines.Token);

        Assert.Equal((1000, total, true), (result.ReturnedRows, result.RowCount, result.Truncated));
    }

    [Fact]
    public async Task QueryAsync_StatementThatCannotBeWrapped_CountsByReading()
    {
        await using var engine = TestEngines.Open();

        var result = await engine.QueryAsync(new("SELECT i FROM range(30000000) t(i) ; -- wrapped, this comment hides the end"), TestEngines.Token);

        Assert.Equal(30_000_000, result.RowCount);
    }

    [Fact]
    public async Task QueryAsync_ViewOverParquetInAllowedDirectory_IsReadUnderTheLock()
    {
        var directory = Directory.CreateTempSubdirectory("chartwright-");
        try
        {
            await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [directory.FullName] });
            var path = Path.Combine(directory.FullName, "sales.parquet");

            var written = await engine.CopyAsync(new("SELECT i AS n, 'r' || i % 3 AS region FROM range(10) t(i)"), "parquet", path, LongRun.Unlimited, TestEngines.Token);
            await engine.ExecuteAsync($"CREATE VIEW sales AS FROM read_parquet('{path}')", TestEngines.Token);

            Assert.Equal(10, written);
            Assert.Equal("""[["r0",18],["r1",12],["r2",15]]""", await engine.RowsAsync("SELECT region, sum(n) FROM sales GROUP BY ALL ORDER BY 1"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
