using Chartwright.Agent.Components;

namespace Chartwright.Agent.Tests.Components;

public sealed class ResultUseTests
{
    [Theory]
    [InlineData("export default function Viz({ data }) { return <BarChart data={data} /> }", "main")]
    [InlineData("export default function Viz({ data, params }) { const rows = data.filter(x => x) }", "main")]
    [InlineData("export default function Viz({ results }) { return results.by_month.length + results?.main.length + results[\"other\"].length }", "by_month,main,other")]
    [InlineData("export default function Viz({ params }) { const data = [1]; return data.length }", "")]
    [InlineData("export default function Viz({ data }) { return <p>No data yet</p> }", "")]
    [InlineData("export default function Viz() { return null }", "")]
    [InlineData("export default function Viz({ data = [], results = {} }: Props) { return results.a }", "a")]
    public void FindProblems_NothingWasRun_NamesEveryResultThatIsRead(string code, string expected) =>
        Assert.Equal(expected, string.Join(',', ResultUse.FindProblems(code, []).Select(problem => problem.Split("name \"")[1].Split('"')[0])));

    [Fact]
    public void FindProblems_ResultsThatAreThere_AreNone() => Assert.Equal(
        ["The component reads results.b, but no statement was run for it with run_sql (name \"b\"). There are: a, main."],
        ResultUse.FindProblems("function Viz({ data, results }) { return data.length + results.a + results.b }", ["a", "main"]));
}
