using System.Net;
using System.Text.RegularExpressions;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Json;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Runs;

public sealed partial class StreamTests
{
    private static readonly DataEvent Rows = new(
        "main", "k1", [new("region", "VARCHAR"), new("total", "DOUBLE")], new RawJson("[\n [\"West\",12.5]\n]"u8.ToArray()), 1, false, null, "json",
        DateTimeOffset.UnixEpoch, "v1", "SELECT region, sum(total) FROM sales GROUP BY 1", [], "duckdb", 1.5);

    [Fact]
    public async Task Chat_WholeRun_IsTheStreamOfTheProtocol()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "total sales by region");
        var run = await app.Agent.NextAsync();
        run.Send(new StageEvent(ChatStage.Thinking, "Reading the question"), new TextEvent("Sales per region.\n\"as text\" ü"), Rows);
        run.Finish();

        var text = await stream.RestAsync();

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store, no-cache", stream.Response.Headers.CacheControl!.ToString());
        Assert.Empty(stream.Response.Content.Headers.ContentEncoding);
        Assert.Equal(
            """
            id: 1
            event: run
            data: {"type":"run","runId":"UUID","conversationId":"UUID","model":"builtin"}

            id: 2
            event: stage
            data: {"type":"stage","stage":"thinking","label":"Reading the question"}

            id: 3
            event: text
            data: {"type":"text","delta":"Sales per region.\n\"as text\" ü"}

            id: 4
            event: data
            data: {"type":"data","name":"main","cacheKey":"k1","columns":[{"name":"region","type":"VARCHAR"},{"name":"total","type":"DOUBLE"}],"rows":[  ["West",12.5] ],"rowCount":1,"truncated":false,"dataUrl":null,"format":"json","fetchedAt":"1970-01-01T00:00:00+00:00","dataVersion":"v1","sql":"SELECT region, sum(total) FROM sales GROUP BY 1","params":{},"engine":"duckdb","elapsedMs":1.5,"bytes":null}

            id: 5
            event: done
            data: {"type":"done","finishReason":"stop","usage":{"inputTokens":10,"outputTokens":5}}


            """, Uuid().Replace(text, "UUID"));
    }

    [Fact]
    public async Task Chat_OwnersName_IsTheSameEndpoint()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.PostAsync("/chat", new { message = "" });

        Assert.Contains("message_empty", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Events_AfterAnId_GoOnFromThereWhileTheRunGoesOn()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await SseReader.AskAsync(app, "hello");
        var id = await first.RunIdAsync();
        var run = await app.Agent.NextAsync();
        run.Send(new TextEvent("one"), new TextEvent("two"));
        await first.NextAsync();
        first.Dispose(); // the client leaves after event 2

        using var second = await SseReader.FollowAsync(app, id, lastId: 2);
        var two = await second.NextAsync();
        run.Send(new TextEvent("three"));
        var three = await second.NextAsync();
        run.Finish();

        Assert.Equal("id: 3\nevent: text\ndata: {\"type\":\"text\",\"delta\":\"two\"}\n\n", two);
        Assert.Equal("id: 4\nevent: text\ndata: {\"type\":\"text\",\"delta\":\"three\"}\n\n", three);
        Assert.StartsWith("id: 5\nevent: done\n", await second.RestAsync());
    }

    [Fact]
    public async Task Events_FromStart_AreTheSameBytesForEveryReader()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await SseReader.AskAsync(app, "hello");
        var run = await app.Agent.NextAsync();
        using var early = await SseReader.FollowAsync(app, run.Request.RunId.ToString());
        run.Send(Rows, new TextEvent("answer"));
        run.Finish();
        var whole = await first.RestAsync();

        using var late = await SseReader.FollowAsync(app, run.Request.RunId.ToString());

        Assert.Equal(whole, await early.RestAsync());
        Assert.Equal(whole, await late.RestAsync());
    }

    [Fact]
    public async Task Events_AfterRestart_ComeFromTheStoreWithoutRows()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await SseReader.AskAsync(app, "hello");
        var run = await app.Agent.NextAsync();
        run.Send(Rows);
        run.Finish();
        var whole = await first.RestAsync();
        await app.RestartAsync();

        using var stored = await SseReader.FollowAsync(app, run.Request.RunId.ToString());

        Assert.Equal(whole.Replace("\"rows\":[  [\"West\",12.5] ]", "\"rows\":null").Replace("\"dataUrl\":null", "\"dataUrl\":\"/api/results/k1\""), await stored.RestAsync());
    }

    [Fact]
    public async Task Chat_SilenceOf15Seconds_IsBrokenByAComment()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        await stream.NextAsync();
        var run = await app.Agent.NextAsync();

        app.Clock.Advance(TimeSpan.FromSeconds(15));
        var comment = await stream.NextAsync();
        run.Finish();

        Assert.Equal(": keep-alive\n\n", comment);
        Assert.StartsWith("id: 2\nevent: done", await stream.NextAsync());
    }

    [Fact]
    public async Task Chat_AgentThrows_EndsWithAnErrorThatTellsNothingOfTheInside()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        await stream.NextAsync();
        (await app.Agent.NextAsync()).Break(new InvalidOperationException("secret in /etc/passwd"));

        var rest = await stream.RestAsync();

        Assert.Equal(
            """
            id: 2
            event: error
            data: {"type":"error","message":"Something went wrong on the server. Try again.","stage":"thinking","code":"internal","retryable":true,"details":null}

            id: 3
            event: done
            data: {"type":"done","finishReason":"error","usage":{"inputTokens":0,"outputTokens":0}}


            """, rest);
    }

    [Fact]
    public async Task Chat_ReaderThatDoesNotRead_DelaysNobody()
    {
        await using var app = await TestApp.StartAsync();
        using var stuck = await SseReader.AskAsync(app, "hello");
        var run = await app.Agent.NextAsync();
        var piece = new TextEvent(new string('x', 100_000));
        for (var count = 0; count < 200; count++) run.Send(piece); // 20 MB, far more than any socket buffers
        run.Finish();

        using var other = await SseReader.FollowAsync(app, run.Request.RunId.ToString(), lastId: 201);

        Assert.StartsWith("id: 202\nevent: done\n", await other.RestAsync());
    }

    [Fact]
    public async Task Events_UnknownRun_IsAProblem()
    {
        await using var app = await TestApp.StartAsync();

        using var stream = await SseReader.FollowAsync(app, Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.NotFound, stream.Response.StatusCode);
        Assert.Contains("\"code\":\"not_found\"", await stream.RestAsync());
    }

    [Fact]
    public async Task Chat_ErrorEvent_CarriesItsCode()
    {
        await using var app = await TestApp.StartAsync();
        using var stream = await SseReader.AskAsync(app, "hello");
        await stream.NextAsync();
        var run = await app.Agent.NextAsync();
        run.Send(new ErrorEvent("No table.", "querying", ErrorCode.UnknownTable, false, new Dictionary<string, object?> { ["near"] = new[] { "sales" } }));
        run.Finish();

        Assert.Equal(
            "id: 2\nevent: error\ndata: {\"type\":\"error\",\"message\":\"No table.\",\"stage\":\"querying\",\"code\":\"unknown_table\",\"retryable\":false,\"details\":{\"near\":[\"sales\"]}}\n\n",
            await stream.NextAsync());
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
