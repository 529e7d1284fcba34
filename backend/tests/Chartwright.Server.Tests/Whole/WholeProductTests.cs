using System.Net;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Whole;

/// <summary>Nothing is a fake: a question goes through agent, analyst, guard, DuckDB and storage, over HTTP.</summary>
[Collection(nameof(NetworkWatch))] // the watch sees the whole process: one test at a time
public sealed class WholeProductTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_TotalSalesByRegion_IsAnsweredKeptAndRefreshed()
    {
        using var network = new NetworkWatch();
        await using var app = await TestApp.StartWholeAsync();
        var events = await AskAsync(app, "total sales by region");
        var data = events.Single(item => (string?)item["type"] == "data");
        var artifact = events.Single(item => (string?)item["type"] == "artifact");
        var conversation = await GetAsync(app, $"/api/conversations/{events[0]["conversationId"]}");
        var stored = await GetAsync(app, $"/api/artifacts/{artifact["artifactId"]}");

        var refreshed = JsonNode.Parse(await (await app.PostAsync($"/api/results/{data["cacheKey"]}/refresh", new { })).Content.ReadAsStringAsync(Token))!;

        Assert.Equal("""[["West",3981107.73],["East",3691431.05],["North",2787346.10],["South",2413435.72]]""", data["rows"]!.ToJsonString());
        Assert.Equal("stop", (string?)events[^1]["finishReason"]);
        Assert.Contains("export default function Viz", (string?)artifact["code"]);
        Assert.Equal((string?)artifact["code"], (string?)stored["latest"]!["code"]);
        Assert.Equal((string?)artifact["artifactId"], (string?)conversation["messages"]![1]!["artifactId"]);
        Assert.Equal(data["rows"]!.ToJsonString(), refreshed["rows"]!.ToJsonString());
        Assert.Equal("""{"addedColumns":[],"removedColumns":[],"retypedColumns":[],"rowCountBefore":4,"rowCountAfter":4}""", refreshed["change"]!.ToJsonString());
        Assert.Empty(network.ForeignConnections);
    }

    [Fact]
    public async Task Catalog_Samples_SuggestQuestionsThatAreAnswered()
    {
        await using var app = await TestApp.StartWholeAsync();

        var suggestions = (await GetAsync(app, "/api/catalog"))["suggestions"]!.AsArray().Select(item => (string)item!).ToList();

        Assert.NotEmpty(suggestions);
        foreach (var question in suggestions)
        {
            var events = await AskAsync(app, question);
            Assert.True(events.Any(item => (string?)item["type"] == "artifact"), question);
        }
    }

    [Fact]
    public async Task Upload_Csv_IsAskedAboutAndDeleted()
    {
        await using var app = await TestApp.StartWholeAsync();
        using var form = new MultipartFormDataContent { { new StringContent("city,visitors\nUlm,10\nBonn,30\nUlm,5\n"), "file", "trips.csv" } };

        var uploaded = await app.Client.PostAsync("/api/datasets", form, Token);
        var events = await AskAsync(app, "total visitors by city");
        var deleted = await app.Client.DeleteAsync("/api/datasets/trips", Token);

        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        Assert.Equal("""[["Bonn",30],["Ulm",15]]""", events.Single(item => (string?)item["type"] == "data")["rows"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task Dependents_OfATable_AreWhatReadsIt()
    {
        await using var app = await TestApp.StartWholeAsync();
        using var form = new MultipartFormDataContent { { new StringContent("city,visitors\nUlm,10\nBonn,30\n"), "file", "trips.csv" } };
        await app.Client.PostAsync("/api/datasets", form, Token);
        var asked = await AskAsync(app, "total visitors by city");
        var artifact = (string)asked.Single(item => (string?)item["type"] == "artifact")["artifactId"]!;
        await app.PostAsync("/api/templates", new { name = "City trips", artifactId = artifact });
        await AskAsync(app, "total sales by region");
        var other = JsonNode.Parse(await (await app.PostAsync(
            "/api/artifacts", new { title = "of cars", code = "export default function Viz({ data, params }) { return null }", results = new[] { new { name = "main", sql = "SELECT 'trips' AS trips FROM cars" } } })).Content.ReadAsStringAsync(Token))!;
        Assert.Equal(HttpStatusCode.Created, (await app.PostAsync("/api/templates", new { name = "Cars", artifactId = (string)other["id"]! })).StatusCode);

        var dependents = await GetAsync(app, "/api/datasets/TRIPS/dependents");
        var orders = await GetAsync(app, "/api/datasets/orders/dependents");

        Assert.Equal(["City trips"], dependents["templates"]!.AsArray().Select(item => (string)item!["name"]!));
        Assert.Equal([artifact], dependents["charts"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal((string?)asked[0]["conversationId"], (string?)dependents["charts"]![0]!["conversationId"]);
        Assert.Empty(dependents["tables"]!.AsArray());
        Assert.Equal(["order_items"], orders["tables"]!.AsArray().Select(item => (string)item!));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/api/datasets/nothing/dependents", Token)).StatusCode);
    }

    [Fact]
    public async Task Query_UnknownTable_NamesTheNearOnes()
    {
        await using var app = await TestApp.StartWholeAsync();

        var response = await app.PostAsync("/api/query", new { sql = "SELECT * FROM carz" });
        var problem = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"code\":\"unknown_table\"", problem);
        Assert.Contains("cars", problem);
    }

    private static async Task<List<JsonNode>> AskAsync(TestApp app, string question)
    {
        using var stream = await SseReader.AskAsync(app, question);
        return [.. (await stream.RestAsync()).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line[6..])!)];
    }

    private static async Task<JsonNode> GetAsync(TestApp app, string path) => JsonNode.Parse(await app.Client.GetStringAsync(path, Token))!;
}
