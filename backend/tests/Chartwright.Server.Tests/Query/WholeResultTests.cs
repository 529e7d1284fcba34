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
    public async Task GetResult_PartOfAnUnknownOne_IsNotFound(string query)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/api/results/k2?" + query, Token)).StatusCode);
    }
}
