using Chartwright.Core.Errors;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Guard;

public sealed class MatchLimitsTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Theory]
    [InlineData("~~", "LIKE")]
    [InlineData("!~~", "NOT LIKE")]
    [InlineData("~~*", "ILIKE")]
    [InlineData("!~~*", "NOT ILIKE")]
    public async Task QueryAsync_LikeOfAnyPattern_IsWhatDuckDbSays(string function, string written)
    {
        var random = new Random(7);
        string Text(string letters, int most) => new([.. Enumerable.Range(0, random.Next(most)).Select(_ => letters[random.Next(letters.Length)])]);
        var pairs = Enumerable.Range(0, 400).Select(_ => $"({Sql.Literal(Text("aAb.%_\\(ä\n", 9))}, {Sql.Literal(Text("aAb.%%%_\\(ä", 8))})");
        var values = $"(VALUES {string.Join(", ", pairs)}) t(s, p)";

        var ours = await _workspace.QueryAsync($"SELECT list(s {written} p) FROM {values}");

        var plain = await _workspace.Engine.QueryAsync(new($"SELECT list(system.main.\"{function}\"(s, p)) FROM {values}"), TestWorkspace.Stop);
        Assert.Equal(plain.Rows.ToString(), ours);
        Assert.Contains("true", ours, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repeat('x', 100000) LIKE '%x%x_%x%x_%y'", "false")]
    [InlineData("repeat('x', 100000) ILIKE p", "false")]
    [InlineData("repeat('x', 100000) NOT LIKE p", "true")]
    [InlineData("'a' || repeat('x', 50000) || 'b' LIKE 'a%x_%b'", "true")]
    [InlineData("repeat('x', 100000) GLOB '*x*'", "true")]
    [InlineData("'abc' LIKE 'a!%c' ESCAPE '!'", "false")]
    [InlineData("regexp_extract('2017-04-01', '(\\d{4})-(\\d{2})', ['y', 'm'])", """{"y":"2017","m":"04"}""")]
    [InlineData("regexp_extract('a1b22', '(\\d+)$', 1)", "\"22\"")]
    [InlineData("regexp_matches('Peugeot', 'PEU', 'i')", "true")]
    [InlineData("'abc' ~ 'a.c'", "true")]
    [InlineData("'abc' SIMILAR TO 'a.c'", "true")]
    public async Task QueryAsync_MatchThatCouldTakeForEver_IsAnswered(string expression, string value) =>
        Assert.Equal($"[[{value}]]", await _workspace.QueryAsync($"SELECT {expression} FROM (VALUES ('%x%x%x%x%y')) t(p)"));

    [Theory]
    [InlineData("repeat('x', 100000) GLOB '*x*x*x*y'")]
    [InlineData("repeat('x', 100000) GLOB p")]
    [InlineData("repeat('x', 100000) LIKE '%x%x%y' ESCAPE '!'")]
    [InlineData("ilike_escape(repeat('x', 100000), '%x%x%y', '!')")]
    [InlineData("regexp_matches(repeat('x', 100000), '(x?){1000}y')")]
    [InlineData("regexp_replace(repeat('x', 100000), '(x?){1000}y', '')")]
    public async Task QueryAsync_MatchThatTakesForEver_IsRefused(string expression)
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync($"SELECT {expression} FROM (VALUES ('*x*x*x*x*y')) t(p)"));

        Assert.Equal(ErrorCode.SqlFailed, error.Code);
    }

    [Fact]
    public async Task QueryAsync_ConstantsPutTogetherByTheHundred_AreRefusedBeforePlanning()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync($"SELECT length({string.Join(" || ", Enumerable.Repeat("repeat('x', 100000)", 500))})"));

        Assert.Equal(ErrorCode.SqlForbidden, error.Code);
        Assert.Contains("at most 50 times", error.Message, StringComparison.Ordinal);
    }
}
