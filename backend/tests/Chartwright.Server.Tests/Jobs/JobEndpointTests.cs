using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Jobs;

/// <summary>Jobs over HTTP, on the real DuckDB.</summary>
public sealed class JobEndpointTests
{
    private const string Endless = "SELECT sum(a.range * b.range) AS s FROM range(100000) a, range(100000) b"; // ten billion rows

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SubmitJob_Aggregate_IsFollowedQueriedAndDownloaded()
    {
        await using var app = await TestApp.StartWholeAsync();

        var accepted = await app.PostAsync("/api/jobs", new { query = "SELECT region, count(*) AS n FROM stores GROUP BY region ORDER BY region" });
        var job = JsonNode.Parse(await accepted.Content.ReadAsStringAsync(Token))!;
        var last = await FollowAsync(app, job["id"]!);

        Assert.Equal((HttpStatusCode.Accepted, $"/api/jobs/{job["id"]}"), (accepted.StatusCode, accepted.Headers.Location!.ToString()));
        Assert.Equal(("done", "duckdb", 4L), ((string)last["state"]!, (string)last["engine"]!, (long)last["result"]!["rowCount"]!));
        Assert.Equal(last.ToJsonString(), JsonNode.Parse(await app.Client.GetStringAsync($"/api/jobs/{job["id"]}", Token))!.ToJsonString());
        var rows = JsonNode.Parse(await (await app.PostAsync("/api/query", new { sql = $"SELECT count(*) AS n FROM {job["table"]}" })).Content.ReadAsStringAsync(Token))!;
        Assert.Equal(("[[4]]", (string)last["result"]!["fetchedAt"]!), (rows["rows"]!.ToJsonString(), (string)rows["fetchedAt"]!));
        await AssertDownloadAsync(app, last["result"]!["files"]![0]!);
    }

    [Fact]
    public async Task StopJob_Running_IsCancelledAndKept()
    {
        await using var app = await TestApp.StartWholeAsync();
        var job = await SubmitAsync(app, Endless);

        var stopping = await app.PostAsync($"/api/jobs/{job["id"]}/stop", new { });

        var answer = JsonNode.Parse(await stopping.Content.ReadAsStringAsync(Token))!;
        Assert.Equal((HttpStatusCode.Accepted, (string)job["id"]!), (stopping.StatusCode, (string)answer["id"]!));
        Assert.Equal("cancelled", (string)(await FollowAsync(app, job["id"]!))["state"]!);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync($"/api/jobs/{job["id"]}", Token)).StatusCode);
    }

    [Fact]
    public async Task StopJob_Ended_LeavesItAndItsFiles()
    {
        await using var app = await TestApp.StartWholeAsync();
        var job = await SubmitAsync(app, "SELECT 42 AS answer");
        var done = await FollowAsync(app, job["id"]!);

        for (var time = 0; time < 2; time++)
        {
            var stopping = await app.PostAsync($"/api/jobs/{job["id"]}/stop", new { });

            Assert.Equal((HttpStatusCode.Accepted, done.ToJsonString()), (stopping.StatusCode, JsonNode.Parse(await stopping.Content.ReadAsStringAsync(Token))!.ToJsonString()));
        }
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync((string)done["result"]!["files"]![0]!["url"]!, Token)).StatusCode);
    }

    [Fact]
    public async Task StopJob_Unknown_IsNotFound()
    {
        await using var app = await TestApp.StartWholeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.PostAsync($"/api/jobs/{Guid.NewGuid()}/stop", new { })).StatusCode);
    }

    [Fact]
    public async Task DeleteJob_Running_StopsItAndThenRemovesIt()
    {
        await using var app = await TestApp.StartWholeAsync();
        var job = await SubmitAsync(app, Endless);

        var stopping = await app.Client.DeleteAsync($"/api/jobs/{job["id"]}", Token);

        Assert.Equal(HttpStatusCode.Accepted, stopping.StatusCode);
        Assert.Equal("cancelled", (string)(await FollowAsync(app, job["id"]!))["state"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.DeleteAsync($"/api/jobs/{job["id"]}", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync($"/api/jobs/{job["id"]}", Token)).StatusCode);
        Assert.Equal("""{"items":[],"nextCursor":null}""", await app.Client.GetStringAsync("/api/jobs", Token));
    }

    [Theory]
    [InlineData("""{"query":" "}""")]
    [InlineData("""{"query":"SELECT 1","engine":"oracle"}""")]
    [InlineData("""{"query":"SELECT 1","outputFormat":"exe"}""")]
    [InlineData("""{"query":"SELECT 1","directory":"/tmp"}""")]
    public async Task SubmitJob_BadRequest_IsAProblem(string body)
    {
        await using var app = await TestApp.StartWholeAsync();

        var answer = await app.Client.PostAsync("/api/jobs", new StringContent(body, new MediaTypeHeaderValue("application/json")), Token);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/files/part-00000.parquet")]
    [InlineData("/files/..%2Fjob.json")]
    public async Task GetJob_Unknown_IsNotFound(string path)
    {
        await using var app = await TestApp.StartWholeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync($"/api/jobs/{Guid.NewGuid()}{path}", Token)).StatusCode);
    }

    private static async Task<JsonNode> SubmitAsync(TestApp app, string query) =>
        JsonNode.Parse(await (await app.PostAsync("/api/jobs", new { query })).Content.ReadAsStringAsync(Token))!;

    private static async Task<JsonNode> FollowAsync(TestApp app, JsonNode id)
    {
        var stream = await app.Client.GetStringAsync($"/api/jobs/{id}/events", Token); // ends with the job
        return JsonNode.Parse(stream.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..])!;
    }

    private static async Task AssertDownloadAsync(TestApp app, JsonNode file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (string)file["url"]!);
        request.Headers.Range = new(0, 3);
        var part = await app.Client.SendAsync(request, Token);
        Assert.Equal((HttpStatusCode.PartialContent, "PAR1", (long)file["bytes"]!), (part.StatusCode, await part.Content.ReadAsStringAsync(Token), part.Content.Headers.ContentRange!.Length));
        using var again = new HttpRequestMessage(HttpMethod.Get, (string)file["url"]!);
        again.Headers.IfNoneMatch.Add(part.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(again, Token)).StatusCode);
    }
}
