using Chartwright.Analyst.Dialog;
using Chartwright.Analyst.Sql;
using Chartwright.Analyst.Tests.Support;
using Chartwright.Core.Queries;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using System.Text.Json;

namespace Chartwright.Analyst.Tests;

/// <summary>Questions that are to run as a job.</summary>
public sealed class JobTests
{
    [Theory]
    [InlineData("submit a spark job: yearly revenue by category over all orders", "yearly revenue by category over all orders")]
    [InlineData("Please run a batch job for total sales by region", "total sales by region")]
    [InlineData("spark job that computes sales by year", "sales by year")]
    [InlineData("use spark: sales by year", "sales by year")]
    [InlineData("on the spark, sales by year", "sales by year")]
    [InlineData("sales by year as a spark job", "sales by year")]
    [InlineData("sales by year, on Spark.", "sales by year")]
    [InlineData("sales by year using the spark cluster?", "sales by year")]
    public void Read_WishForAJob_IsTakenOut(string text, string question) => Assert.Equal((question, true), JobAsk.Read(text));

    [Theory]
    [InlineData("average price of the Chevrolet Spark")]
    [InlineData("number of jobs by industry")]
    [InlineData("spark plugs sold by month")]
    [InlineData("orders by batch")]
    [InlineData("how many people run a job")]
    [InlineData("spark")]
    public void Read_NoSuchWish_IsLeftAsItIs(string text) => Assert.Equal((text, false), JobAsk.Read(text));

    [Theory]
    [InlineData("duckdb", """SELECT "a ""b", dayname(d) FROM t WHERE x = 'it''s' AND c = 'O''Neill \ Co' AND list_contains(['a', 'b'], k) AND n > 5""")]
    [InlineData("spark", """SELECT `a "b`, date_format(d, 'EEEE') FROM t WHERE x = 'it\'s' AND c = 'O\'Neill \\ Co' AND array_contains(array('a', 'b'), k) AND n > 5""")]
    public void Write_QuotesValuesAndFunctions_AreThoseOfTheEngine(string engine, string expected)
    {
        var values = new QueryParams { ["name"] = Json("O'Neill \\ Co"), ["keys"] = Json(new[] { "a", "b" }), ["least"] = Json(5) };
        var statement = new SqlStatement("""SELECT "a ""b", dayname(d) FROM t WHERE x = 'it''s' AND c = $name AND list_contains($keys, k) AND n > $least""", values, [], []);

        Assert.Equal(expected, BatchSql.Write(statement, engine));
    }

    [Theory]
    [InlineData(null, "DuckDB", "products.category = 'Technology'")]
    [InlineData("spark", "Spark", "products.category = 'Technology'")]
    public async Task GetResponse_WishForAJob_SubmitsItAndDeclaresNoValueOfTheQuery(string? engine, string words, string condition)
    {
        using var analyst = new BuiltinAnalyst(new FakeCatalog(Catalogs.Shop), new FakeTimeProvider());
        var options = engine is null ? null : new ChatOptions { AdditionalProperties = new() { [BuiltinAnalyst.BatchEngineKey] = engine } };
        var question = new ChatMessage(ChatRole.User, "submit a spark job: total sales by region for Technology");

        var asked = await analyst.GetResponseAsync([question], options, TestContext.Current.CancellationToken);
        var call = Assert.Single(asked.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>());
        const string Rows = """{"columns":[{"name":"region","type":"VARCHAR"},{"name":"total_sales","type":"DOUBLE"}],"row_count":1,"rows":[["West",725.5]],"rows_are":"all","profile":[],"truncated":false}""";
        var answer = await analyst.GetResponseAsync([question, new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [new FunctionResultContent(call.CallId, Rows)])], options, TestContext.Current.CancellationToken);

        Assert.Equal("submit_spark", call.Name);
        Assert.Contains(condition, (string)call.Arguments!["query"]!, StringComparison.Ordinal);
        Assert.EndsWith($"As a job on {words}.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("scope: \"query\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("export default function Viz", answer.Text, StringComparison.Ordinal);
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);
}
