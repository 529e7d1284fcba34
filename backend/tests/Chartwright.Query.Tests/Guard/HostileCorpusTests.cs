using Chartwright.Core.Errors;

namespace Chartwright.Query.Tests.Guard;

[Collection(Results.Alone.Name)]
public sealed class HostileCorpusTests
{
    [Fact]
    public async Task QueryAsync_StatementOfTheCorpus_IsRefusedAndTheNextQueryIsRight()
    {
        await using var workspace = new TestWorkspace(options => options.MemoryLimit = "400MB");
        var escaped = new List<string>();
        var codes = "";
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Guard", "HostileCorpus.txt"), TestWorkspace.Stop))
        {
            if (line is ['[', .. var names, ']']) codes = names;
            if (line is "" or ['#' or '[', ..]) continue;
            var error = await Record.ExceptionAsync(() => workspace.QueryAsync(line));

            if (error is not QueryException refusal || !codes.Split('|').Contains(refusal.Code.ToString())) escaped.Add($"{line}: {error?.Message ?? "answered"}");
            else if (refusal.Message.Contains(workspace.Folder, StringComparison.Ordinal)) escaped.Add($"{line}: tells a path");
            Assert.Equal("[[406]]", await workspace.QueryAsync("SELECT count(*) FROM cars"));
        }

        Assert.True(escaped.Count == 0, string.Join('\n', escaped));
    }

    [InlineData("SELECT 1 AS copy, 'attach; drop' AS \"set\"", """[[1,"attach; drop"]]""")]
    [InlineData("UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b", """[["a",1],["b",2]]""")]
    [InlineData("SELECT i FROM range(5) t(i) QUALIFY row_number() OVER (ORDER BY i DESC) = 1", "[[4]]")]
    [InlineData("SELECT a.i FROM range(2) a(i) ASOF JOIN range(2) b(i) ON a.i >= b.i ORDER BY ALL", "[[0],[1]]")]
    [InlineData("SELECT * FROM range(2) a(i) POSITIONAL JOIN range(2) b(j)", "[[0,0],[1,1]]")]
    [InlineData("SELECT count(*) FROM (FROM cars USING SAMPLE 10 ROWS)", "[[10]]")]
    [InlineData("SELECT list_reduce([1, 2, 3], lambda x, y: x + y), list_reduce(['a' || 'b'], lambda x, y: y)", """[[6,"ab"]]""")]
    [InlineData("SELECT replace('a-b', '-', '+'), regexp_replace('abab', 'b', 'x', 'g'), regexp_replace('abc', '(b)', '\\1\\1')", """[["a+b","axax","abbc"]]""")]
    [InlineData("SELECT format('{} of {:.2f}', 'a', 1.5), printf('%05d %s', 7, 'x'), format('12345: {}', 1), printf('100%%')", """[["a of 1.50","00007 x","12345: 1","100%"]]""")]
    [InlineData("SELECT levenshtein('abc', 'abd'), levenshtein(NULL, 'x'), replace(NULL, 'a', 'b'), format(NULL, 1)", "[[1,null,null,null]]")]
    [Theory]
    public async Task QueryAsync_LooksHostile_IsAnsweredAllTheSame(string sql, string rows)
    {
        await using var workspace = new TestWorkspace();

        Assert.Equal(rows, await workspace.QueryAsync(sql));
    }
}
