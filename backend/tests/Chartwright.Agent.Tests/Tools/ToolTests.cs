using System.Text.Json;
using Chartwright.Agent.Tools;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Testing;
using Microsoft.Extensions.AI;
using static Chartwright.Agent.Tests.AgentHarness;

namespace Chartwright.Agent.Tests.Tools;

/// <summary>What each tool tells the model, called the way a model calls it.</summary>
public sealed class ToolTests
{
    [Fact]
    public async Task RunSql_Success_TellsCountProfileAndPreview()
    {
        var result = FakeQueryService.Result("day DATE, region VARCHAR, big BIGINT, sales DECIMAL(18,2)",
            """[["2017-01-01","West","9007199254740993",10.50],["2017-01-02",null,"12",9.5],["2017-01-03","East","100",100.25]]""");

        var told = await CallAsync("run_sql", new { query = "SELECT 1" }, FakeQueryService.Answering(result));

        Assert.Equal(
            """
            {"columns":[{"name":"day","type":"DATE"},{"name":"region","type":"VARCHAR"},{"name":"big","type":"BIGINT"},{"name":"sales","type":"DECIMAL(18,2)"}],"row_count":3,"rows":[["2017-01-01","West","9007199254740993",10.50],["2017-01-02",null,"12",9.5],["2017-01-03","East","100",100.25]],"rows_are":"all","profile":[{"column":"day","min":"2017-01-01","max":"2017-01-03","distinct":3,"nulls":0},{"column":"region","min":"East","max":"West","distinct":2,"nulls":1},{"column":"big","min":12,"max":9007199254740993,"distinct":3,"nulls":0},{"column":"sales","min":9.5,"max":100.25,"distinct":3,"nulls":0}],"name":"main","fetched_at":"2026-01-02T03:04:05+00:00","cache_key":"k1","data_version":"v1","truncated":false}
            """, told);
    }

    [Theory]
    [InlineData(DataPrivacy.Profile, """{"columns":[{"name":"n","type":"INTEGER"},{"name":"s","type":"VARCHAR"}],"row_count":1,"profile":[{"column":"n","min":7,"max":7,"distinct":1,"nulls":0},{"column":"s","min":null,"max":null,"distinct":1,"nulls":0}],"name":"main",""")]
    [InlineData(DataPrivacy.Schema, """{"columns":[{"name":"n","type":"INTEGER"},{"name":"s","type":"VARCHAR"}],"row_count":1,"name":"main",""")]
    public void Write_Privacy_LeavesRowsOut(DataPrivacy privacy, string start) =>
        Assert.StartsWith(start, QueryResultJson.Write(FakeQueryService.Result("n INTEGER, s VARCHAR", """[[7,"Ann"]]"""), "main", privacy), StringComparison.Ordinal);

    [Theory]
    [InlineData(DataPrivacy.Sample, true, "Could not convert string 'Ann' to INT32")]
    [InlineData(DataPrivacy.Profile, true, "The value is not shown to you.")]
    [InlineData(DataPrivacy.Schema, true, "The value is not shown to you.")]
    [InlineData(DataPrivacy.Schema, false, "Could not convert string 'Ann' to INT32")]
    public void Fail_MessageThatMayQuoteValues_IsToldAsPrivacyAllows(DataPrivacy privacy, bool mayQuote, string words)
    {
        var failure = new QueryException(ErrorCode.SqlFailed, "Could not convert string 'Ann' to INT32") { MayQuoteValues = mayQuote };

        var reply = ToolJson.Fail(failure, "querying", privacy);

        Assert.Contains(words, reply.Json, StringComparison.Ordinal);
        Assert.Equal(privacy == DataPrivacy.Sample || !mayQuote, reply.Json.Contains("Ann", StringComparison.Ordinal));
        Assert.Equal("Could not convert string 'Ann' to INT32", reply.Failure!.Message); // the user may see the data
    }

    [Fact]
    public async Task RunSql_Params_AreBound()
    {
        var queries = FakeQueryService.Answering(Sales);

        await CallAsync("run_sql", new { query = "SELECT $from", @params = new { from = "2017-01-01", ids = new[] { 1, 2 } } }, queries);
        await CallAsync("run_sql", new { query = "SELECT $from", @params = """{"from":"2018-01-01"}""" }, queries);

        Assert.Equal(["2017-01-01", "2018-01-01"], queries.Requests.Select(request => request.Params["from"].GetString()));
        Assert.Equal("[1,2]", queries.Requests[0].Params["ids"].GetRawText());
    }

    [Theory]
    [InlineData("""{"query":"SELECT 1","limit":0}""", 1)]
    [InlineData("""{"query":"SELECT 1","limit":1000000}""", QueryRequest.MaxLimit)]
    [InlineData("""{"query":"SELECT 1","limit":"50"}""", 50)]
    [InlineData("""{"query":"SELECT 1"}""", 1000)]
    public async Task RunSql_Limit_IsKeptInBounds(string arguments, int expected)
    {
        var queries = FakeQueryService.Answering(Sales);

        await CallAsync("run_sql", JsonElement.Parse(arguments), queries);

        Assert.Equal(expected, Assert.Single(queries.Requests).Limit);
    }

    [Theory]
    [InlineData("""{"query":"SELECT 1","data_source":"spark"}""", """{"error":{"code":"engine_unavailable","message":"run_sql runs on duckdb only. Use submit_spark for a job on another engine.","candidates":["duckdb"]}}""")]
    [InlineData("""{"query":"SELECT 1","name":"my result"}""", """{"error":{"code":"invalid_request","message":"name must be snake_case: letters, digits and _."}}""")]
    [InlineData("""{"query":"SELECT 1","params":[1]}""", """{"error":{"code":"invalid_param","message":"params must be an object of strings, numbers, booleans, nulls or arrays of those."}}""")]
    [InlineData("""{"query":"SELECT 1","params":{"a":{"b":1}}}""", """{"error":{"code":"invalid_param","message":"params must be an object of strings, numbers, booleans, nulls or arrays of those."}}""")]
    public async Task RunSql_ArgumentsThatMakeNoSense_AreRefused(string arguments, string expected)
    {
        var queries = FakeQueryService.Answering(Sales);

        Assert.Equal(expected, await CallAsync("run_sql", JsonElement.Parse(arguments), queries));
        Assert.Empty(queries.Requests);
    }

    [Fact]
    public async Task ListTables_NamesTablesAndColumns() => Assert.Equal(
        """{"tables":[{"name":"order_items","row_count":50000,"description":"One line of an order.","columns":["order_item_id","product_id","order_date","region","sales"]},{"name":"products","row_count":120,"columns":["product_id","Product Name"]}]}""",
        await CallAsync("list_tables", new { }));

    [Fact]
    public async Task DescribeTable_TellsKeysAndProfiles()
    {
        var told = JsonElement.Parse(await CallAsync("describe_table", new { table = "ORDER_ITEMS" }));

        Assert.Equal("(product_id) -> products (product_id)", told.GetProperty("foreign_keys")[0].GetString());
        Assert.Equal("""{"name":"sales","type":"DECIMAL(18,2)","unit":"USD","synonyms":["revenue"],"min":"1.20","max":"980.00","distinct":20000,"nulls":0}""", told.GetProperty("columns")[4].GetRawText());
        Assert.Equal("""{"value":"West","count":15000}""", told.GetProperty("columns")[3].GetProperty("frequent_values")[0].GetRawText());
    }

    [Theory]
    [InlineData("describe_table", """{"table":"orders"}""", """{"error":{"code":"unknown_table","message":"There is no such table.","candidates":["order_items","products"]}}""")]
    [InlineData("find_values", """{"table":"products","column":"name","text":"x"}""", """{"error":{"code":"unknown_column","message":"The table has no such column.","candidates":["product_id","Product Name"]}}""")]
    [InlineData("find_values", """{"table":"order_items","column":"region","text":"es"}""", """{"values":[{"value":"West","count":15000}],"distinct_values":4}""")]
    [InlineData("find_values", """{"table":"order_items","column":"region","text":"zz"}""", """{"values":[],"distinct_values":4,"hint":"No value is near to that text. Say so to the user, or look in another column."}""")]
    public async Task CatalogTools_Answer(string tool, string arguments, string expected) => Assert.Equal(expected, await CallAsync(tool, JsonElement.Parse(arguments)));

    [Fact]
    public async Task GetSalesData_ShowsItsTablesAndRunsAPreview()
    {
        var queries = FakeQueryService.Answering(Sales);

        var told = JsonElement.Parse(await CallAsync("get_sales_data", new { }, queries));

        Assert.Equal(["order_items", "products"], told.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("table").GetString()));
        Assert.Equal(2, told.GetProperty("preview").GetProperty("row_count").GetInt32());
        Assert.Equal(("SELECT * FROM \"order_items\"", 20), (queries.Requests[0].Sql, queries.Requests[0].Limit));
    }

    [Fact]
    public async Task GetSalesData_WithoutTheSample_IsNotOffered()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say("Hello."));
        await using var harness = new AgentHarness(model, catalog: new FakeCatalog());

        await harness.RunAsync(Ask("hello"));

        Assert.Equal(["run_sql", "list_tables", "describe_table", "find_values", "submit_spark"], model.Requests[0].Options!.Tools!.Select(tool => tool.Name));
    }

    [Fact]
    public async Task Schema_OfRunSql_RequiresTheQueryOnly()
    {
        var model = new ScriptedChatClient(ScriptedTurn.Say("Hello."));
        await using var harness = new AgentHarness(model);

        await harness.RunAsync(Ask("hello"));

        var schema = ((AIFunction)model.Requests[0].Options!.Tools![0]).JsonSchema;
        Assert.Equal("""["query"]""", schema.GetProperty("required").GetRawText());
        Assert.Equal(["query", "limit", "data_source", "name", "params"], schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal("1000", schema.GetProperty("properties").GetProperty("limit").GetProperty("default").GetRawText());
    }

    private static async Task<string> CallAsync(string tool, object arguments, FakeQueryService? queries = null)
    {
        var model = new ScriptedChatClient(new ScriptedTurn().Call("c1", tool, arguments).Finish(ChatFinishReason.ToolCalls), ScriptedTurn.Say("Done."));
        await using var harness = new AgentHarness(model, queries);
        await harness.RunAsync(Ask("sales"));
        return (string)((FunctionResultContent)model.Requests[1].Messages[^1].Contents[0]).Result!;
    }
}
