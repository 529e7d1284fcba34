using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>What catalog, import and export work with.</summary>
public sealed class TrustedTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chartwright-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task ReadTextAsync_AnyTypes_AreDuckDbsText()
    {
        await using var engine = TestEngines.Open();

        var rows = await engine.ReadTextAsync(
            "SELECT i AS a, i / 4 AS a, $1 || i, DATE '2017-01-31' + $2::INT, CASE WHEN $3 THEN NULL END, [i] FROM range(2) t(i) ORDER BY 1; ", TestEngines.Token, "é", 1, true);

        Assert.Equal([["0", "0.0", "é0", "2017-02-01", null, "[0]"], ["1", "0.25", "é1", "2017-02-01", null, "[1]"]], rows);
    }

    [Fact]
    public async Task ReadTextAsync_Describe_Works()
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync("CREATE TABLE t(a INT, b VARCHAR)", TestEngines.Token);

        Assert.Equal(["a", "b"], (await engine.ReadTextAsync("DESCRIBE t", TestEngines.Token)).Select(row => row[0]));
        Assert.Equal(2, (await engine.ReadTextAsync("SUMMARIZE t", TestEngines.Token)).Count);
    }

    [Fact]
    public async Task CopyAsync_Csv_WritesHeaderAndAllRowsWithParams()
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });
        var path = Path.Combine(_directory.FullName, "it's.csv");
        var values = new QueryParams { ["min"] = JsonSerializer.SerializeToElement(1) };

        var rows = await engine.CopyAsync(new("SELECT i AS \"a b\", 'x,' || i AS t FROM range(4) r(i) WHERE i > $min -- end", values, 1), "csv", path, LongRun.Unlimited, TestEngines.Token);

        Assert.Equal(2, rows);
        Assert.Equal("a b,t\n2,\"x,2\"\n3,\"x,3\"\n", await File.ReadAllTextAsync(path, TestEngines.Token));
    }

    [Fact]
    public async Task CopyAsync_OutsideTheAllowedDirectory_IsRefused()
    {
        await using var engine = TestEngines.Open();
        var path = Path.Combine(_directory.FullName, "out.parquet");

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.CopyAsync(new("SELECT 1"), "parquet", path, LongRun.Unlimited, TestEngines.Token));

        Assert.Equal(ErrorCode.SqlForbidden, failure.Code);
        Assert.False(File.Exists(path));
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task CopyAsync_Parquet_ReadsBackTheSame()
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });
        var path = Path.Combine(_directory.FullName, "out.parquet");

        await engine.CopyAsync(new("SELECT i, DATE '2017-01-01' + i::INT AS d, NULL::DECIMAL(9,2) AS p FROM range(5000) t(i)"), "parquet", path, LongRun.Unlimited, TestEngines.Token);

        Assert.Equal("""[[5000,12497500,"2017-01-01",0]]""", await engine.RowsAsync($"SELECT count(*), sum(i), min(d), count(p) FROM '{path}'"));
    }
}
