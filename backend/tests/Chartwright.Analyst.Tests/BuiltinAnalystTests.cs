using System.Text.Json;
using Chartwright.Analyst.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Analyst.Tests;

public sealed class BuiltinAnalystTests : IDisposable
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2018, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly BuiltinAnalyst _analyst = new(new FakeCatalog(Catalogs.Shop), Clock);

    public void Dispose() => _analyst.Dispose();

    private const string Result = """
        {"columns":[{"name":"region","type":"VARCHAR"},{"name":"total_sales","type":"DOUBLE"}],"row_count":3,
         "rows":[["West",725.5],["East",678.25],[null,12]],"rows_are":"all",
         "profile":[{"column":"region","min":"East","max":"West","distinct":2,"nulls":1},{"column":"total_sales","min":12,"max":725.5,"distinct":3,"nulls":0}],"truncated":false}
        """;

    [Fact]
    public async Task GetResponse_Question_SaysWhatItUnderstoodThenCallsRunSql()
    {
        var response = await _analyst.GetResponseAsync("total sales by region for Technology", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal("Total sales by region, where category is Technology, largest first.", response.Text);
        var call = Assert.Single(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Equal("run_sql", call.Name);
        Assert.Equal("main", call.Arguments!["name"]);
        Assert.Contains("products.category = $category", (string)call.Arguments["query"]!, StringComparison.Ordinal);
        Assert.Equal("Technology", ((JsonElement)call.Arguments["params"]!).GetProperty("category").GetString());
    }

    [Fact]
    public async Task GetResponse_ToolResult_WritesTheComponentAndNumbersOfTheResultOnly()
    {
        var response = await AnswerAsync("total sales by region", Result);

        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.StartsWith("```tsx title=\"Total sales by region\" artifact=\"new\"\nimport {", response.Text, StringComparison.Ordinal);
        Assert.Contains("export const params = {\n  color: { type: \"color\"", response.Text, StringComparison.Ordinal);
        Assert.Contains("export default function Viz({ data, params }) {", response.Text, StringComparison.Ordinal);
        Assert.EndsWith("3 regions. Total sales is highest for West ($725.5) and lowest for (none) ($12).", response.Text.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_ChangeOfTheQuestionBefore_IsAVersionOfItsChart()
    {
        var response = await AnswerAsync("only Technology", Result, new(ChatRole.User, "total sales by region"), new(ChatRole.Assistant, "Total sales by region."));

        Assert.StartsWith("```tsx title=", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("artifact=\"new\"", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_NoRows_SaysWhichFilterLeftNothing()
    {
        var response = await AnswerAsync("total sales by region for Technology", """{"columns":[{"name":"region","type":"VARCHAR"},{"name":"total_sales","type":"DOUBLE"}],"row_count":0,"rows":[],"rows_are":"all","profile":[],"truncated":false}""");

        Assert.Contains("No rows are left where category is Technology.", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_FailedCall_TriesAnotherReadingOrSaysSo()
    {
        var response = await AnswerAsync("total sales by region", """{"error":{"code":"sql_failed","message":"The engine is out of memory."}}""");

        Assert.True(response.FinishReason == ChatFinishReason.ToolCalls || response.Text.Contains("The engine is out of memory.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetResponse_QuestionOfUnknownThings_AsksAndOffersQuestionsThatWork()
    {
        var response = await _analyst.GetResponseAsync("average snowfall per glacier", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(BuiltinAnalyst.Clarify, response.FinishReason);
        Assert.Empty(response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        Assert.Contains("“snowfall” and “glacier”", response.Text, StringComparison.Ordinal);
        Assert.Equal(3, response.Text.Split("](#ask)").Length - 1);
    }

    [Fact]
    public void Suggestions_OfAShop_AreAtLeastThreeAndPlanWithoutUnreadWords()
    {
        var questions = SuggestedQuestions.For(Catalogs.Shop);

        Assert.True(questions.Count >= 3, string.Join(" | ", questions));
    }

    private Task<ChatResponse> AnswerAsync(string question, string reply, params ChatMessage[] earlier) => _analyst.GetResponseAsync(
        [
            .. earlier,
            new(ChatRole.User, question),
            new(ChatRole.Assistant, [new FunctionCallContent("1", "run_sql", new Dictionary<string, object?>())]),
            new(ChatRole.Tool, [new FunctionResultContent("1", reply)]),
        ], cancellationToken: TestContext.Current.CancellationToken);
}
