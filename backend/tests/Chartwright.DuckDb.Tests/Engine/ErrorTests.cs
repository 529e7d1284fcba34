using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class ErrorTests
{
    private const string Table = "CREATE TABLE sales(region VARCHAR, revenue DOUBLE); INSERT INTO sales VALUES ('north', 1)";

    [Theory]
    [InlineData("SELECT * FORM sales", ErrorCode.SqlSyntax, null)]
    [InlineData("SELECT", ErrorCode.SqlSyntax, null)]
    [InlineData("SELECT 'a", ErrorCode.SqlSyntax, null)]
    [InlineData("SELECT * FROM sale", ErrorCode.UnknownTable, "sales")]
    [InlineData("SELECT * FROM nowhere.sales", ErrorCode.UnknownTable, null)]
    [InlineData("SELECT sale.revenue FROM sales", ErrorCode.UnknownTable, "sales")]
    [InlineData("SELECT revenu FROM sales", ErrorCode.UnknownColumn, "revenue")]
    [InlineData("SELECT s.revenu FROM sales s", ErrorCode.UnknownColumn, "revenue")]
    [InlineData("SELECT summ(revenue) FROM sales", ErrorCode.SqlFailed, "sum")]
    [InlineData("SELECT CAST(region AS INT) FROM sales", ErrorCode.SqlFailed, null)]
    [InlineData("SELECT 9223372036854775807 + 1", ErrorCode.SqlFailed, null)]
    [InlineData("SELECT region, sum(revenue) FROM sales", ErrorCode.SqlFailed, null)]
    [InlineData("SELECT 1; SELECT 2", ErrorCode.SqlForbidden, null)]
    public async Task QueryAsync_FailingStatement_HasStableCodeAndNearMatches(string sql, ErrorCode code, string? candidate)
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync(Table, TestEngines.Token);

        var failure = await engine.FailureAsync(sql);

        Assert.Equal(code, failure.Code);
        if (candidate is not null) Assert.Contains(candidate, Assert.IsAssignableFrom<IEnumerable<string>>(failure.Details!["candidates"]));
        Assert.DoesNotContain('{', failure.Message);
        await engine.AssertUsableAsync();
    }

    [Theory]
    [InlineData("SELECT CAST(region AS INT) FROM sales", true)]
    [InlineData("SELECT CAST(region AS DATE) FROM sales", true)]
    [InlineData("SELECT error(region) FROM sales", true)]
    [InlineData("SELECT revenue::INT * 2147483647 * 2 FROM sales", true)]
    [InlineData("SELECT revenu FROM sales", false)]
    [InlineData("SELECT region, sum(revenue) FROM sales", false)]
    [InlineData("SELECT region + revenue FROM sales", false)]
    public async Task QueryAsync_FailingOnAValue_SaysThatItsWordsMayHoldIt(string sql, bool expected)
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync(Table, TestEngines.Token);

        Assert.Equal(expected, (await engine.FailureAsync(sql)).MayQuoteValues);
    }

    [Fact]
    public async Task QueryAsync_UnknownColumn_SaysWhereAndWhat()
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync(Table, TestEngines.Token);

        var failure = await engine.FailureAsync("SELECT 'é😀' AS e,\n  revenu\nFROM sales");

        Assert.Equal("Referenced column \"revenu\" not found in FROM clause!\nCandidate bindings: \"revenue\", \"region\"", failure.Message);
        Assert.Equal(("revenu", 2, 3), (failure.Details!["name"], failure.Details["line"], failure.Details["column"]));
    }

    [Theory]
    [InlineData("SELECT * FROM read_xlsx('x.xlsx')")]
    [InlineData("SELECT (SELECT i FROM range(2) t(i))")]
    public async Task QueryAsync_RemedyTheLockForbids_IsNotOffered(string sql)
    {
        await using var engine = TestEngines.Open();

        var failure = await engine.FailureAsync(sql);

        Assert.DoesNotContain("INSTALL", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SET ", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Message);
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_parquet('{0}/none.parquet')")]
    [InlineData("SELECT * FROM read_parquet('{0}/broken.parquet')")]
    [InlineData("SELECT * FROM '{0}/none.csv'")]
    public async Task QueryAsync_FileThatCannotBeRead_NamesNoPath(string sql)
    {
        var directory = Directory.CreateTempSubdirectory("chartwright-");
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "broken.parquet"), "PAR1 this is no parquet file", TestEngines.Token);
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [directory.FullName] });

        var failure = await engine.FailureAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, directory.FullName));

        Assert.DoesNotContain(directory.FullName, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/etc", failure.Message, StringComparison.Ordinal);
        await engine.AssertUsableAsync();
        directory.Delete(recursive: true);
    }

    /// <summary>The library reports a failure in mid-stream as an end of the rows; only the result's error tells them apart.</summary>
    [Fact]
    public async Task WriteRowsAsync_ErrorAtRow500000_ThrowsInsteadOfEnding()
    {
        await using var engine = TestEngines.Open();
        var output = System.IO.Pipelines.PipeWriter.Create(Stream.Null);

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.WriteRowsAsync(new(
            "SELECT CASE WHEN i = 500000 THEN 'x' ELSE i::VARCHAR END::INT AS v FROM range(1000000) t(i)"), output, null, TestEngines.Token));

        Assert.Equal(ErrorCode.SqlFailed, failure.Code);
        Assert.Contains("Could not convert string 'x' to INT32", failure.Message, StringComparison.Ordinal);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task QueryAsync_ErrorWithinTheLimit_ThrowsInsteadOfEnding()
    {
        await using var engine = TestEngines.Open();
        const string Sql = "SELECT CASE WHEN i = 50000 THEN 'x' ELSE i::VARCHAR END::INT AS v FROM range(1000000) t(i)";

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.QueryAsync(new(Sql, QueryParams.Empty, 100_000), TestEngines.Token));

        Assert.Equal(ErrorCode.SqlFailed, failure.Code);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task QueryAsync_OutOfMemory_FailsAloneAndInWords()
    {
        await using var engine = TestEngines.Open(options => options with { MemoryLimit = "60MB" });

        var failure = await engine.FailureAsync("SELECT list(repeat('x', 1000) || i) FROM range(1000000) t(i)");

        Assert.Equal(ErrorCode.SqlFailed, failure.Code);
        Assert.StartsWith("The query needs more memory", failure.Message, StringComparison.Ordinal);
        await engine.AssertUsableAsync();
    }

    [Theory]
    [InlineData("SELECT repeat('x', 1000) FROM range(1000)")]
    [InlineData("SELECT repeat('x', 3000000)")]
    [InlineData("SELECT range(1000000)")]
    public async Task QueryAsync_MoreBytesThanAllowed_IsRefused(string sql)
    {
        await using var engine = TestEngines.Open(options => options with { MaxResultBytes = 500_000 });

        var failure = await engine.FailureAsync(sql);

        Assert.Equal(ErrorCode.ResultTooLarge, failure.Code);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task Open_SettingThatDuckDbRefuses_IsNoEngineWithoutIt()
    {
        var failure = Assert.Throws<ChartwrightException>(() => TestEngines.Open(options => options with { MemoryLimit = "plenty" }));

        Assert.Equal(ErrorCode.EngineUnavailable, failure.Code);
        await Task.CompletedTask;
    }
}
