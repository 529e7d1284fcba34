using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Conversations;

public sealed class KeptWorkTests
{
    private static readonly object Chart = new
    {
        title = "Sales",
        code = "export default function Viz({ data }) { return null }",
        results = new object[]
        {
            new { name = "main", columns = new[] { new { name = "a", type = "BIGINT" } }, rows = new[] { new[] { 1 } } },
            new { name = "other", sql = "SELECT 1" },
        },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Artifact_CreatedAppendedListed_KeepsEveryVersion()
    {
        await using var app = await TestApp.StartAsync();

        var created = await app.PostAsync("/api/artifacts", Chart);
        var artifact = await ReadAsync(created);
        await app.PostAsync($"/api/artifacts/{artifact["id"]}/versions", new { paramValues = new { color = "#fff" } });
        var page = await GetAsync(app, $"/api/artifacts/{artifact["id"]}/versions?limit=1");
        var next = await GetAsync(app, $"/api/artifacts/{artifact["id"]}/versions?limit=1&cursor={page["nextCursor"]}");

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.EndsWith($"/api/artifacts/{artifact["id"]}", created.Headers.Location!.ToString());
        Assert.Equal("[[1]]", artifact["latest"]!["queries"]![0]!["inlineRows"]!.ToJsonString());
        Assert.Equal("k1", (string?)artifact["latest"]!["queries"]![1]!["cacheKey"]);
        Assert.Equal("""{"color":"#fff"}""", page["items"]![0]!["paramValues"]!.ToJsonString());
        Assert.Equal([2, 1], new[] { page, next }.Select(list => (int)list["items"]![0]!["number"]!));
        Assert.Null((string?)next["nextCursor"]);
    }

    [Fact]
    public async Task Template_SavedRenamedOpenedDeleted_Walks()
    {
        await using var app = await TestApp.StartAsync();
        var artifact = await ReadAsync(await app.PostAsync("/api/artifacts", Chart));

        var template = await ReadAsync(await app.PostAsync("/api/templates", new { name = "Mine", artifactId = (string?)artifact["id"] }));
        var renamed = await app.Client.PatchAsJsonAsync($"/api/templates/{template["id"]}", new { name = "Yours" }, Token);
        var list = await GetAsync(app, "/api/templates");
        var opened = await ReadAsync(await app.PostAsync($"/api/templates/{template["id"]}/open", new { }));
        var deleted = await app.Client.DeleteAsync($"/api/templates/{template["id"]}", Token);

        Assert.Equal(HttpStatusCode.NoContent, renamed.StatusCode);
        Assert.Equal("Yours", (string?)list["items"]![0]!["name"]);
        Assert.NotEqual((string?)artifact["id"], (string?)opened["id"]);
        Assert.Equal("Yours", (string?)opened["title"]);
        Assert.Null((string?)opened["latest"]!["queries"]![1]!["cacheKey"]);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync($"/api/templates/{template["id"]}", Token)).StatusCode);
    }

    [Fact]
    public async Task Conversations_ListedRenamedCleared_Page()
    {
        await using var app = await TestApp.StartAsync();
        foreach (var question in (string[])["one", "two", "three"])
        {
            using var stream = await SseReader.AskAsync(app, question);
            (await app.Agent.NextAsync()).Finish();
            await stream.RestAsync();
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await GetAsync(app, "/api/conversations?limit=2");
        var second = await GetAsync(app, $"/api/conversations?limit=2&cursor={Uri.EscapeDataString((string)first["nextCursor"]!)}");
        var renamed = await app.Client.PatchAsJsonAsync($"/api/conversations/{first["items"]![0]!["id"]}", new { title = "three!" }, Token);
        var cleared = await app.Client.DeleteAsync("/api/conversations", Token);

        Assert.Equal(["three", "two", "one"], new[] { first, second }.SelectMany(page => page["items"]!.AsArray()).Select(item => (string?)item!["title"]));
        Assert.Equal(HttpStatusCode.NoContent, renamed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Empty((await GetAsync(app, "/api/conversations"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    public async Task List_BadPaging_IsRefused(string query)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.Client.GetAsync($"/api/conversations?{query}", Token)).StatusCode);
    }

    [Fact]
    public async Task Readyz_BeforeTheCatalog_SaysSo()
    {
        var catalog = new TaskCompletionSource<Core.Catalog.CatalogSnapshot>();
        await using var app = await TestApp.StartAsync(prepare: test => test.Catalog.Snapshot = catalog.Task);

        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/healthz", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.GetAsync("/readyz", Token)).StatusCode);
    }

    private static async Task<JsonNode> GetAsync(TestApp app, string path) => JsonNode.Parse(await app.Client.GetStringAsync(path, Token))!;

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
}
