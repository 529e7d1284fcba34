using System.Net;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Query;

public sealed class ResultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_Statement_AnswersWithTheWholeResult()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.PostAsync("/api/query", new { sql = "SELECT 1" });

        Assert.Equal(
            """{"rows":[["West",12.5],["a,\"b\"",null]],"columns":[{"name":"region","type":"VARCHAR"},{"name":"total","type":"DOUBLE"}],"rowCount":2,"truncated":false,"fetchedAt":"1970-01-01T00:00:00+00:00","dataVersion":"v1","cacheKey":"k1","engine":"duckdb","elapsedMs":1.5,"fromCache":false,"change":null,"sampling":null}""",
            await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Refresh_OtherColumns_SaysWhatChanged()
    {
        await using var app = await TestApp.StartAsync();
        await app.PostAsync("/api/query", new { sql = "SELECT 1" });
        app.Queries.Next = FakeQueries.Result("k1", "[]", new("region", "BIGINT"), new("sum", "DOUBLE"));

        var answer = JsonNode.Parse(await (await app.PostAsync("/api/results/k1/refresh", new { })).Content.ReadAsStringAsync(Token))!;

        Assert.Equal("""{"addedColumns":["sum"],"removedColumns":["total"],"retypedColumns":["region"],"rowCountBefore":2,"rowCountAfter":2}""", answer["change"]!.ToJsonString());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("charts.example", "gzip")] // as a proxy passes it on
    public async Task Query_AnswerOverTheNetwork_IsCompressed(string? host, string? encoding)
    {
        await using var app = await TestApp.StartAsync(new() { ["Hosts:0"] = "charts.example" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/query") { Content = System.Net.Http.Json.JsonContent.Create(new { sql = "SELECT 1" }) };
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        request.Headers.Host = host;

        var response = await app.Client.SendAsync(request, Token);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("GET", "/api/results/unknown")]
    [InlineData("POST", "/api/results/unknown/refresh")]
    public async Task Result_UnknownKey_IsAProblem(string method, string path)
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.Client.SendAsync(new(new(method), path), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("unknown_result", await response.Content.ReadAsStringAsync(Token));
    }
}
