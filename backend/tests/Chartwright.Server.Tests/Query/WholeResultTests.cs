using System.Net;
using System.Text.Json.Nodes;
using Chartwright.Core.Queries;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Query;

public sealed class WholeResultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetResult_Points_SaysHowTheRowsWereChosen()
    {
        await using var app = await TestApp.StartAsync();

        var answer = JsonNode.Parse(await app.Client.GetStringAsync("/api/results/k1?points=2000&x=day&y=total&y=tax&series=region&aggregate=sum", Token))!;

        Assert.Equal("""{"method":"min_max","fromRows":90000,"toRows":2,"x":"day","y":["total"],"series":null,"rest":null}""", answer["sampling"]!.ToJsonString());
        Assert.Equal(2, answer["rows"]!.AsArray().Count);
        Assert.Equal((2000, "day", "total tax", "region", true),
            (app.Results.Asked!.Points, app.Results.Asked.X, string.Join(' ', app.Results.Asked.Y!), app.Results.Asked.Series, app.Results.Asked.IsSum));
    }

    [Fact]
    public async Task GetResult_OffsetOrLimit_IsAPage()
    {
        await using var app = await TestApp.StartAsync();

        Assert.StartsWith("""{"rows":[["5000",1000]]""", await app.Client.GetStringAsync("/api/results/k1?offset=5000", Token));
        Assert.StartsWith("""{"rows":[["0",7]]""", await app.Client.GetStringAsync("/api/results/k1?limit=7", Token));
    }

    [Fact]
    public async Task GetResult_KnownTag_IsNotSentAgain()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.Client.GetAsync("/api/results/k1?points=100", Token);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/results/k1?points=100");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await app.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.NotModified, ""), (second.StatusCode, await second.Content.ReadAsStringAsync(Token)));
        Assert.Equal(("no-cache, private", true), (string.Join(", ", first.Headers.GetValues("Cache-Control")), first.Headers.ETag!.IsWeak));
    }

    [Theory]
    [InlineData("csv", "text/csv", "Sales%202017%20%28%C3%A9%29.csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Sales%202017%20%28%C3%A9%29.xlsx")]
    [InlineData("parquet", "application/vnd.apache.parquet", "Sales%202017%20%28%C3%A9%29.parquet")]
    [InlineData("json", "application/json", "Sales%202017%20%28%C3%A9%29.json")]
    public async Task GetResult_AsFile_IsADownloadWithItsName(string format, string type, string name)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.Client.GetAsync($"/api/results/k1?format={format}&name=../Sales 2017 (é)", Token);

        Assert.Equal((type, "0123456789"), (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync(Token)));
        Assert.EndsWith($"filename*=UTF-8''{name}", string.Join("", answer.Content.Headers.GetValues("Content-Disposition")));
        Assert.StartsWith("attachment", string.Join("", answer.Content.Headers.GetValues("Content-Disposition")));
    }

    [Fact]
    public async Task GetResult_PartOfAFile_IsSentAsOne()
    {
        await using var app = await TestApp.StartAsync(new() { ["Hosts:0"] = "charts.example" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/results/k1?format=csv");
        request.Headers.Range = new(2, 4);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        request.Headers.Host = "charts.example"; // as a proxy passes it on

        var answer = await app.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.PartialContent, "bytes 2-4/10", "234"),
            (answer.StatusCode, answer.Content.Headers.ContentRange!.ToString(), await answer.Content.ReadAsStringAsync(Token)));
        Assert.Equal(("\"tag-Csv\"", FakeResults.FetchedAt), (answer.Headers.ETag!.ToString(), answer.Content.Headers.LastModified));
    }

    [Fact]
    public async Task GetResult_FileThatTheClientHas_IsNotSentAgain()
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/results/k1?format=csv");
        request.Headers.IfNoneMatch.ParseAdd("\"tag-Csv\"");

        Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("format=exe", HttpStatusCode.BadRequest)]
    [InlineData("format=csv&limit=5", HttpStatusCode.BadRequest)]
    [InlineData("x=day", HttpStatusCode.BadRequest)]
    [InlineData("points=100&format=csv", HttpStatusCode.BadRequest)]
    [InlineData("points=100&aggregate=avg", HttpStatusCode.BadRequest)]
    [InlineData("points=many", HttpStatusCode.BadRequest)]
    [InlineData("offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("limit=100001", HttpStatusCode.BadRequest)]
    public async Task GetResult_SelectionThatMakesNoSense_IsRefused(string query, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync();

        var answer = await app.Client.GetAsync("/api/results/k1?" + query, Token);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("points=100")]
    [InlineData("offset=1")]
    [InlineData("format=csv")]
    public async Task GetResult_PartOfAnUnknownOne_IsNotFound(string query)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/api/results/k2?" + query, Token)).StatusCode);
    }
}
