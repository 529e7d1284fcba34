using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class InspectTests
{
    [Fact]
    public async Task InspectAsync_NestedQuery_NamesEverythingItReaches()
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync("CREATE TABLE sales(region VARCHAR, amount DOUBLE); CREATE SCHEMA s; CREATE TABLE s.other(x INT)", TestEngines.Token);

        var facts = await engine.InspectAsync(
            "WITH c AS (SELECT region, sum(amount) AS a FROM sales GROUP BY ALL) SELECT upper(c.region), (SELECT max(x) FROM s.other) + 1 FROM c, RANGE(3) r WHERE a > $min",
            TestEngines.Token);

        Assert.Null(facts.Failure);
        Assert.Equal((1, StatementKind.Select, true), (facts.StatementCount, facts.Kind, facts.IsSerializable));
        Assert.Equal(["c", "s.other", "sales"], facts.BaseTables);
        Assert.Equal(["c"], facts.CteNames);
        Assert.Equal(["range"], facts.TableFunctions);
        Assert.Equal(["max", "sum", "upper"], facts.ScalarFunctions.Keys);
        Assert.Equal(["min"], facts.Parameters);
    }

    [Theory]
    [InlineData("SELECT 1", StatementKind.Select, true)]
    [InlineData("VALUES (1)", StatementKind.Select, true)]
    [InlineData("DESCRIBE t", StatementKind.Select, true)]
    [InlineData("SUMMARIZE t", StatementKind.Select, true)]
    [InlineData("FROM t -- c", StatementKind.Select, true)]
    [InlineData("PIVOT t ON a IN (1, 2) USING sum(a)", StatementKind.Select, true)]
    [InlineData("EXPLAIN SELECT 1", StatementKind.Explain, false)]
    [InlineData("INSERT INTO t VALUES (1)", StatementKind.Insert, false)]
    [InlineData("DELETE FROM t", StatementKind.Delete, false)]
    [InlineData("DROP TABLE t", StatementKind.Drop, false)]
    [InlineData("CREATE TABLE u AS FROM t", StatementKind.Create, false)]
    [InlineData("SET threads = 1", StatementKind.Set, false)]
    [InlineData("PRAGMA version", StatementKind.Select, false)]
    [InlineData("ATTACH ':memory:' AS x", StatementKind.Attach, false)]
    [InlineData("BEGIN", StatementKind.Transaction, false)]
    public async Task InspectAsync_OneStatement_HasKindAndSerializability(string sql, StatementKind kind, bool isSerializable)
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync("CREATE TABLE t(a INT)", TestEngines.Token);

        var facts = await engine.InspectAsync(sql, TestEngines.Token);

        Assert.Equal((1, kind, isSerializable), (facts.StatementCount, facts.Kind, facts.IsSerializable));
        await engine.AssertUsableAsync();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" -- nothing", 0)]
    [InlineData("SELECT 1; SELECT 2", 2)]
    [InlineData("SELECT 1; DROP TABLE t;", 2)]
    public async Task InspectAsync_NoneOrSeveral_CountsOnly(string sql, int count)
    {
        await using var engine = TestEngines.Open();

        Assert.Equal(new StatementFacts { StatementCount = count }, await engine.InspectAsync(sql, TestEngines.Token));
    }

    [Fact]
    public async Task InspectAsync_SyntaxError_SaysWhere()
    {
        await using var engine = TestEngines.Open();

        var facts = await engine.InspectAsync("SELECT 'ü',\n * FORM sales", TestEngines.Token);

        Assert.Equal(ErrorCode.SqlSyntax, facts.Failure?.Code);
        Assert.Equal((2, 9), (facts.Failure?.Details?["line"], facts.Failure?.Details?["column"]));
    }

    [Fact]
    public async Task InspectAsync_UnknownColumn_StillNamesTheTables()
    {
        await using var engine = TestEngines.Open();
        await engine.ExecuteAsync("CREATE TABLE sales(region VARCHAR, revenue DOUBLE)", TestEngines.Token);

        var facts = await engine.InspectAsync("SELECT revenu FROM sales", TestEngines.Token);

        Assert.Equal(ErrorCode.UnknownColumn, facts.Failure?.Code);
        Assert.Equal(["revenue", "region"], Assert.IsAssignableFrom<IEnumerable<string>>(facts.Failure?.Details?["candidates"]));
        Assert.Equal(["sales"], facts.BaseTables);
        Assert.True(facts.IsSerializable);
    }
}
