using Chartwright.Core.Errors;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Results;

/// <remarks>Alone: what they make of the process is felt by every statement in it.</remarks>
[Collection(Alone.Name)]
public sealed class BombTests(SmallWorkspace fixture) : IClassFixture<SmallWorkspace>
{
    private readonly TestWorkspace _small = fixture.Workspace;

    [InlineData("SELECT count(*) FROM range(20000000) a, range(20000000) b WHERE a.range + b.range < 0")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n")]
    [InlineData("SELECT a.sales FROM order_items a, order_items b, order_items c ORDER BY a.sales + b.sales + c.sales LIMIT 1")]
    [Theory]
    public async Task QueryAsync_StatementWithoutEnd_IsStoppedAtItsTime(string sql)
    {
        var clock = new FakeTimeProvider();
        await using var workspace = new TestWorkspace(clock: clock);
        Assert.Equal("[[1]]", await workspace.QueryAsync("SELECT 1"));

        var bomb = workspace.QueryAsync(sql);
        while (!bomb.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(31)); // the statement's own clock starts when the engine has it
            await Task.WhenAny(bomb, Task.Delay(10, TestWorkspace.Stop));
        }

        Assert.Equal(ErrorCode.QueryTimeout, (await Assert.ThrowsAsync<QueryException>(() => bomb)).Code);
        Assert.Equal("[[406]]", await workspace.QueryAsync("SELECT count(*) FROM cars"));
    }

    [InlineData("SELECT repeat('x', 100000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT main.repeat('x', 100000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT ('x').repeat(100000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT length(repeat('x', (100000000 + i)::INT)) FROM range(100) t(i)", ErrorCode.SqlFailed)]
    [InlineData("SELECT repeat(repeat('x', 50000), 50000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT system.main.repeat('x', 100000000)", ErrorCode.SqlForbidden)]
    [InlineData("SELECT lpad('x', 2000000000, 'y')", ErrorCode.SqlFailed)]
    [InlineData("SELECT bitstring('1', 2000000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT list_resize([1], 2000000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT range(1000000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT unnest(range(1, 1000000000))", ErrorCode.SqlFailed)]
    [InlineData("SELECT range(-9223372036854775807, 9223372036854775807, 1)", ErrorCode.SqlFailed)]
    [InlineData("SELECT range(x) FROM (VALUES (4000000000)) t(x)", ErrorCode.SqlFailed)]
    [InlineData("SELECT generate_series(TIMESTAMP '1970-01-01', TIMESTAMP '2020-01-01', INTERVAL 1 SECOND)", ErrorCode.SqlFailed)]
    [InlineData("SELECT string_agg(repeat('x', 100000), '') FROM range(1000000)", ErrorCode.SqlFailed)]
    [InlineData("SELECT list(i) FROM range(1000000000) t(i)", ErrorCode.SqlFailed)]
    [Theory]
    public async Task QueryAsync_ResultWithoutMeasure_IsRefused(string sql, ErrorCode code)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _small.QueryAsync(sql));

        Assert.Equal(code, error.Code);
        Assert.Equal("[[406]]", await _small.QueryAsync("SELECT count(*) FROM cars"));
    }

    [InlineData("SELECT levenshtein(repeat('a', 100000), repeat('b', 100000))")]
    [InlineData("SELECT jaro_winkler_similarity(repeat('a', 100000), repeat('b', 100000), 0.5)")]
    [InlineData("SELECT damerau_levenshtein(t, t) FROM (SELECT repeat('a', 5000) AS t FROM range(3000))")]
    [Theory]
    public async Task QueryAsync_ComparisonOfLongTexts_IsRefusedBeforeItBegins(string sql)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _small.QueryAsync(sql));

        Assert.Contains("may not be compared", error.Message, StringComparison.Ordinal);
        Assert.Equal("[[3]]", await _small.QueryAsync("SELECT levenshtein('kitten', 'sitting')"));
    }

    [InlineData("SELECT len(list_transform(range(100000), x -> range(100000)))")]
    [InlineData("SELECT len(l) FROM (SELECT list_transform(k, x -> k) AS l FROM (SELECT range(100000) AS k))")]
    [InlineData("SELECT length(array_to_string(list_transform(range(100000), x -> repeat('ab', 50000)), ','))")]
    [InlineData("SELECT map_from_entries(list_transform(range(100000), x -> {k: x, v: repeat('x', 100000)}))")]
    [InlineData("SELECT histogram(repeat('x', 1000) || i) FROM range(10000000) t(i)")]
    [InlineData("SELECT reservoir_quantile(i, 0.5, 1000000000) FROM range(100000) t(i)")]
    [Theory]
    public async Task QueryAsync_ExpressionThatOutgrowsTheProcess_FailsAndNothingElse(string sql)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux bounds what a process may map.");

        var error = await Assert.ThrowsAsync<QueryException>(() => _small.QueryAsync(sql));

        Assert.Contains("needs more memory", error.Message, StringComparison.Ordinal);
        Assert.Equal("[[406]]", await _small.QueryAsync("SELECT count(*) FROM cars"));
    }

    [Fact]
    public async Task QueryAsync_DeepNesting_IsAnsweredOrRefused()
    {
        foreach (var depth in (int[])[100, 10_000, 90_000])
        {
            var error = await Record.ExceptionAsync(() => _small.QueryAsync($"SELECT {new string('(', depth)}1{new string(')', depth)}"));
            Assert.True(error is null or QueryException, error?.ToString());
        }

        Assert.Equal("[[406]]", await _small.QueryAsync("SELECT count(*) FROM cars"));
    }

    [Fact]
    public async Task QueryAsync_StatementOfManyColumns_IsAnswered()
    {
        var result = await _small.Queries.QueryAsync(new($"SELECT {string.Join(", ", Enumerable.Range(0, 20_000))}"), TestWorkspace.Stop);

        Assert.Equal((20_000, 1L), (result.Columns.Count, result.RowCount));
        var refusal = await Assert.ThrowsAsync<QueryException>(() => _small.QueryAsync($"SELECT {new string('1', 250_000)}"));
        Assert.Equal(ErrorCode.SqlForbidden, refusal.Code);
    }
}

/// <summary>A workspace whose engine may use little memory.</summary>
public sealed class SmallWorkspace : IAsyncDisposable
{
    internal TestWorkspace Workspace { get; } = new(options => options.MemoryLimit = "400MB");

    public ValueTask DisposeAsync() => Workspace.DisposeAsync();
}

/// <summary>Tests that no other runs beside.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
