using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;

namespace Chartwright.Query.Tests.Jobs;

/// <summary>Jobs that the embedded DuckDB runs.</summary>
public sealed class DuckDbJobTests
{
    // ten billion rows: nothing finishes it within a test
    private const string Endless = "SELECT sum(a.range * b.range) AS s FROM range(100000) a, range(100000) b";

    [Fact]
    public async Task SubmitAsync_Aggregate_BecomesATable()
    {
        await using var workspace = new JobWorkspace();
        const string Sql = "SELECT region, count(*) AS stores_count FROM stores GROUP BY region ORDER BY region";

        var job = await workspace.RunAsync(Sql);

        Assert.Equal((JobState.Done, "duckdb", 1), (job.State, job.Engine, job.Attempt));
        Assert.Equal([new("region", "VARCHAR"), new ResultColumn("stores_count", "BIGINT")], job.Result!.Columns);
        Assert.Equal(await workspace.QueryAsync(Sql), await workspace.QueryAsync($"SELECT * FROM {job.Table}"));
    }

    [Fact]
    public async Task QueryAsync_TableOfAJob_SaysWhenTheJobRan()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.RunAsync("SELECT 1 AS a");

        var result = await workspace.Queries.QueryAsync(new($"SELECT a + 1 AS b FROM {job.Table}"), JobWorkspace.Stop);

        Assert.Equal((job.Result!.FetchedAt, "duckdb"), (result.FetchedAt, result.Engine));
    }

    [Theory]
    [InlineData(BatchFormat.Parquet)]
    [InlineData(BatchFormat.Csv)]
    public async Task SubmitAsync_AwkwardValues_AreReadBackAsTheyWere(BatchFormat format)
    {
        await using var workspace = new JobWorkspace();
        const string Sql = """
            SELECT * FROM (VALUES
                ('a "b", c' || chr(10) || 'd', 170141183460469231731687303715884105727::HUGEINT, INTERVAL '3 days', DATE '2024-02-29', 0.1::DECIMAL(9,2), true),
                ('', NULL, NULL, NULL, NULL, NULL),
                (NULL, -1, INTERVAL '-1 month', DATE '0001-01-01', -0.01, false)) t(text, big, span, day, price, flag)
            """;

        var job = await workspace.RunAsync(Sql, format);

        Assert.Null(job.Failure);
        var (was, now) = (await workspace.Queries.QueryAsync(new(Sql), JobWorkspace.Stop), await workspace.Queries.QueryAsync(new($"SELECT * FROM {job.Table}"), JobWorkspace.Stop));
        Assert.Equal(was.Columns, now.Columns);
        Assert.Equal(was.Rows.ToString(), now.Rows.ToString());
    }

    [Theory]
    [InlineData(BatchFormat.Parquet)]
    [InlineData(BatchFormat.Csv)]
    public async Task SubmitAsync_NoRows_IsAResultOfNoRows(BatchFormat format)
    {
        await using var workspace = new JobWorkspace();

        var job = await workspace.RunAsync("SELECT region FROM stores WHERE false", format);

        Assert.Equal((JobState.Done, 0, false), (job.State, job.Result!.RowCount, job.Result.Truncated));
        Assert.Equal("[]", await workspace.QueryAsync($"SELECT * FROM {job.Table}"));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(101, false)]
    public async Task SubmitAsync_MoreRowsThanAJobMayWrite_SaysThatThereWereMore(long most, bool isTruncated)
    {
        await using var workspace = new JobWorkspace(configure: options => options.MaxRows = most);

        var job = await workspace.RunAsync("FROM range(100)");

        Assert.Equal((Math.Min(most, 100), isTruncated), (job.Result!.RowCount, job.Result.Truncated));
    }

    [Theory]
    [InlineData("SELECT x FROM nowhere", ErrorCode.UnknownTable)]
    [InlineData("COPY (SELECT 1) TO '/tmp/x.csv'", ErrorCode.SqlNotReadOnly)]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", ErrorCode.SqlForbidden)]
    [InlineData("SELECT 1; SELECT 2", ErrorCode.SqlForbidden)]
    [InlineData("EXPLAIN SELECT 1", ErrorCode.SqlNotReadOnly)]
    [InlineData("SELECT CAST(region AS INT) FROM stores", ErrorCode.SqlFailed)]
    public async Task SubmitAsync_StatementThatMayNotRun_FailsAndLeavesNothing(string sql, ErrorCode code)
    {
        await using var workspace = new JobWorkspace();

        var job = await workspace.RunAsync(sql);

        Assert.Equal((JobState.Failed, code, null), (job.State, job.Failure!.Code, job.Result));
        Assert.Empty(await workspace.FilesAsync(0));
    }

    [Fact]
    public async Task CancelAsync_Running_StopsTheEngineAndLeavesNothing()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.Jobs.SubmitAsync(new(Endless), JobWorkspace.Stop);
        await workspace.WhenAsync(job.Id, now => now.State is JobState.Running);

        Assert.True(await workspace.Jobs.CancelAsync(job.Id, JobWorkspace.Stop));

        Assert.Equal(JobState.Cancelled, (await workspace.EndAsync(job.Id)).State);
        Assert.Empty(await workspace.FilesAsync(0));
        Assert.False(await workspace.Jobs.CancelAsync(job.Id, JobWorkspace.Stop));
    }

    [Fact]
    public async Task SubmitAsync_LongerThanAJobMayRun_TimesOut()
    {
        await using var workspace = new JobWorkspace(configure: options => options.TimeLimitSeconds = 1);

        var job = await workspace.RunAsync(Endless);

        Assert.Equal((JobState.TimedOut, ErrorCode.QueryTimeout), (job.State, job.Failure!.Code));
        Assert.Empty(await workspace.FilesAsync(0));
    }

    [Fact]
    public async Task FollowAsync_LongJob_HearsHowFarItIs()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.Jobs.SubmitAsync(new("SELECT a.range % 7 AS k, count(*) AS n FROM range(3000) a, range(60000) b GROUP BY k"), JobWorkspace.Stop);

        var fractions = await workspace.Jobs.FollowAsync(job.Id, JobWorkspace.Stop).Select(now => now.Progress?.Fraction ?? 0).ToListAsync(JobWorkspace.Stop);

        Assert.Equal(fractions.Order(), fractions);
        Assert.All(fractions, fraction => Assert.InRange(fraction, 0, 1));
    }

    [Fact]
    public async Task QueryAsync_AfterTheEngineWasReopened_ReadsTheJobAgain()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.RunAsync("SELECT 42 AS answer");
        await workspace.QueryAsync($"SELECT * FROM {job.Table}");

        workspace.Engine.Reopen();

        Assert.Equal("[[43]]", await workspace.QueryAsync($"SELECT answer + 1 AS n FROM {job.Table}"));
    }

    [Fact]
    public async Task SampleAsync_TableOfAJob_IsThinnedOut()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.RunAsync("SELECT range AS x, sin(range / 100.0) AS y FROM range(100000)");
        var first = await workspace.Queries.QueryAsync(new($"SELECT x, y FROM {job.Table}"), JobWorkspace.Stop);

        var sampled = await workspace.Results.SampleAsync(first.CacheKey, new(500, "x"), JobWorkspace.Stop);

        Assert.Equal(100_000, sampled!.Sampling.FromRows);
        Assert.InRange(sampled.Result.ReturnedRows, 10, 500);
        Assert.Equal(job.Result!.FetchedAt, sampled.Result.FetchedAt);
    }
}
