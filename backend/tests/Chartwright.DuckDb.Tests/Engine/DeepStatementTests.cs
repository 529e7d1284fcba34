using Chartwright.Core.Errors;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>Statements nested until something must give: it is the statement, never the process.</summary>
public sealed class DeepStatementTests
{
    private static readonly IReadOnlyDictionary<string, (int Depth, Func<int, string> Sql)> Shapes = new Dictionary<string, (int, Func<int, string>)>
    {
        ["sum"] = (3000, depth => $"SELECT {string.Join('+', Enumerable.Repeat("1", depth))}"),
        ["parentheses"] = (49000, depth => $"SELECT {Repeat("(", depth)}1{Repeat(")", depth)}"),
        ["list"] = (49000, depth => $"SELECT {Repeat("[", depth)}1{Repeat("]", depth)}"),
        ["not"] = (24000, depth => $"SELECT {Repeat("NOT ", depth)}true"),
        ["minus"] = (49000, depth => $"SELECT {Repeat("- ", depth)}1"),
        ["function"] = (19000, depth => $"SELECT {Repeat("abs(", depth)}1{Repeat(")", depth)}"),
        ["case"] = (3000, depth => $"SELECT {Repeat("CASE WHEN true THEN ", depth)}1{Repeat(" END", depth)}"),
        ["subquery"] = (3000, depth => $"SELECT {Repeat("(SELECT ", depth)}1{Repeat(")", depth)}"),
        ["from"] = (3000, depth => $"{Repeat("SELECT * FROM (", depth)}SELECT 1 AS a{Repeat(")", depth)}"),
        ["union"] = (1000, depth => string.Join(" UNION ALL ", Enumerable.Repeat("SELECT 1", depth))),
        ["cte"] = (3000, depth => $"WITH c0 AS (SELECT 1 AS a), {string.Join(", ", Enumerable.Range(1, depth).Select(i => $"c{i} AS (SELECT a FROM c{i - 1})"))} SELECT a FROM c{depth}"),
        ["or"] = (3000, depth => $"SELECT {string.Join(" OR ", Enumerable.Range(0, depth).Select(i => $"{i} = -1"))}"),
        ["cast"] = (19000, depth => $"SELECT 1{Repeat("::INT", depth)}"),
        ["struct type"] = (9000, depth => $"SELECT NULL::{Repeat("STRUCT(a ", depth)}INT{Repeat(")", depth)}"),
        ["list type"] = (49000, depth => $"SELECT NULL::INT{Repeat("[]", depth)}"),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Statement_NestedDeep_IsAnsweredOrRefusedInWords(string shape)
    {
        await using var engine = TestEngines.Open(options => options with { QueryTimeout = TimeSpan.FromSeconds(20) });
        var sql = Shapes[shape].Sql(Shapes[shape].Depth);
        Assert.True(sql.Length <= new DuckDbOptions().MaxSqlChars);

        var facts = await Record.ExceptionAsync(async () => Assert.True((await engine.InspectAsync(sql, TestEngines.Token)).StatementCount <= 1));
        var answer = await Record.ExceptionAsync(() => engine.QueryAsync(new(sql), TestEngines.Token));

        Assert.All([facts, answer], failure => Assert.True(failure is null or QueryException { Code: not ErrorCode.Internal }, failure?.ToString()));
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task Statement_BeyondTheLimit_IsRefusedUnplanned()
    {
        await using var engine = TestEngines.Open(options => options with { MaxSqlChars = 100 });
        var sql = $"SELECT 1 -- {new string('x', 100)}";

        var failures = new[] { await engine.FailureAsync(sql), await Assert.ThrowsAsync<QueryException>(() => engine.InspectAsync(sql, TestEngines.Token)) };

        Assert.All(failures, failure => Assert.Equal(ErrorCode.SqlForbidden, failure.Code));
        await engine.AssertUsableAsync();
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
