using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Problems;

public sealed class BadInputTests(SharedApp shared) : IClassFixture<SharedApp>
{
    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "/api/chat", """{"message":""}""", 400, "message_empty" },
        { "/api/chat", """{"message":" \n "}""", 400, "message_empty" },
        { "/api/chat", """{"message":null}""", 400, "invalid_request" },
        { "/api/chat", "{}", 400, "invalid_request" },
        { "/api/chat", "", 400, "invalid_request" },
        { "/api/chat", "null", 400, "invalid_request" },
        { "/api/chat", "{\"message\":", 400, "invalid_request" },
        { "/api/chat", """{"message":"a","extra":1}""", 400, "invalid_request" },
        { "/api/chat", """{"message":"a","message":"b"}""", 400, "invalid_request" },
        { "/api/chat", """{"message":1}""", 400, "invalid_request" },
        { "/api/chat", """{"message":"a","conversationId":"x"}""", 400, "invalid_request" },
        { "/api/chat", """{"message":"a","conversationId":"018f0000-0000-7000-8000-000000000000"}""", 404, "not_found" },
        { "/api/chat", """{"message":"a","artifactId":"018f0000-0000-7000-8000-000000000000"}""", 404, "not_found" },
        { "/api/chat", """{"message":"a","model":"nobody"}""", 400, "unknown_model" },
        { "/api/query", """{"sql":""}""", 400, "invalid_request" },
        { "/api/query", """{"sql":"SELECT 1","limit":0}""", 400, "invalid_request" },
        { "/api/query", """{"sql":"SELECT 1","limit":100001}""", 400, "invalid_request" },
        { "/api/query", """{"sql":"SELECT 1","rows":1}""", 400, "invalid_request" },
        { "/api/query", """{"sql":"SELECT * FROM nowhere"}""", 400, "unknown_table" },
        { "/api/artifacts", """{"title":"t","code":"c","results":[]}""", 400, "invalid_request" },
        { "/api/artifacts", """{"title":"t","code":"c","results":[{"name":"main"}]}""", 400, "invalid_request" },
        { "/api/artifacts", """{"title":"t","code":"c","results":[{"name":"main","columns":[{"name":"a","type":"BIGINT"}],"rows":[[1,2]]}]}""", 400, "invalid_request" },
        { "/api/artifacts", """{"title":"t","code":"c","results":[{"name":"No Name","sql":"SELECT 1"}]}""", 400, "invalid_request" },
        { "/api/templates", """{"name":"t","artifactId":"018f0000-0000-7000-8000-000000000000"}""", 404, "not_found" },
        { "/api/nothing", "{}", 404, "not_found" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Post_BadBody_IsAProblem(string path, string body, int status, string code)
    {
        var app = shared.App;

        var response = await app.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, status, code);
    }

    [Fact]
    public async Task Post_MessageOf100KB_IsTooLong()
    {
        var app = shared.App;

        await AssertProblemAsync(await app.PostAsync("/api/chat", new { message = new string('ä', 100_000) }), 413, "message_too_long");
    }

    [Fact]
    public async Task Post_MessageOfTheLongestLength_IsAnswered()
    {
        var app = shared.App;

        using var stream = await SseReader.AskAsync(app, new string('ä', 32_000));
        (await app.Agent.NextAsync()).Finish();

        Assert.EndsWith("\n\n", await stream.RestAsync());
    }

    [Fact]
    public async Task Post_BodyOfMegabytes_IsRefusedUnread()
    {
        var app = shared.App;

        await AssertProblemAsync(await app.PostAsync("/api/chat", new { message = new string('a', 2_000_000) }), 413, "invalid_request");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_OtherContentType_Is415(string type)
    {
        var app = shared.App;

        var response = await app.Client.PostAsync("/api/chat", new StringContent("{\"message\":\"a\"}", Encoding.UTF8, type), TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 415, "unsupported_media_type");
    }

    [Fact]
    public async Task Request_OtherMethod_Is405WithABody()
    {
        var app = shared.App;

        await AssertProblemAsync(await app.Client.GetAsync("/api/chat", TestContext.Current.CancellationToken), 405, "invalid_request");
    }

    [Fact]
    public async Task Post_UnknownField_IsNamed()
    {
        var app = shared.App;

        var response = await app.PostAsync("/api/chat", new { message = "a", colour = 1 });

        Assert.Equal("The body has an unknown field \"colour\".", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.NotEqual("", (string?)problem["detail"]);
        Assert.DoesNotContain("Chartwright.", text); // no type of ours, no stack
    }
}
