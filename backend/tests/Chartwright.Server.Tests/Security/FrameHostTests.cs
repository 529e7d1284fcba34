using System.Net;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Security;

public sealed class FrameHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_Document_HasThePolicyOfTheBuildFilledIn()
    {
        await using var app = await TestApp.StartAsync(prepare: WriteFrame);

        var response = await GetAsync(app, "/frame/sandbox.html");

        var port = app.Address.Port;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            $"default-src 'none'; script-src http://r-abc.localhost:{port}/frame/runtime.4f2a8c1d.js; frame-ancestors http://127.0.0.1:{port} http://localhost:{port}",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("(response-origin)", response.Headers.GetValues("Connection-Allowlist").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task Get_Bundle_IsImmutable()
    {
        await using var app = await TestApp.StartAsync(prepare: WriteFrame);

        var response = await GetAsync(app, "/frame/runtime.4f2a8c1d.js");

        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/index.html")]
    [InlineData("GET", "/api/catalog")]
    [InlineData("GET", "/healthz")]
    [InlineData("GET", "/frame/frame-policy.json")]
    [InlineData("GET", "/frame/../index.html")]
    [InlineData("GET", "/frame/runtime.js")]
    [InlineData("POST", "/frame/sandbox.html")]
    [InlineData("POST", "/api/chat")]
    public async Task Request_AnythingElse_IsNotThere(string method, string path)
    {
        await using var app = await TestApp.StartAsync(prepare: WriteFrame);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, path, method)).StatusCode);
    }

    [Fact]
    public async Task Get_FrameOnAppHost_IsNotThere()
    {
        await using var app = await TestApp.StartAsync(prepare: WriteFrame);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/frame/sandbox.html", Token)).StatusCode);
    }

    [Fact]
    public async Task Get_DocumentWithoutPolicy_IsNotSent()
    {
        await using var app = await TestApp.StartAsync(prepare: test =>
        {
            WriteFrame(test);
            File.Delete(Path.Combine(test.WebRoot, "frame/frame-policy.json"));
        });

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, "/frame/sandbox.html")).StatusCode);
    }

    [Fact]
    public async Task Get_ConfiguredOrigin_ReplacesTheLocalOne()
    {
        await using var app = await TestApp.StartAsync(
            new() { ["FrameOrigin"] = "https://r-{id}.frames.example", ["Hosts:0"] = "charts.example.com" }, WriteFrame);

        var own = await GetAsync(app, "/frame/sandbox.html", host: "r-7.frames.example");
        var local = await GetAsync(app, "/frame/sandbox.html");

        Assert.EndsWith("frame-ancestors http://charts.example.com https://charts.example.com", own.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.BadRequest, local.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(TestApp app, string path, string method = "GET", string? host = null)
    {
        var request = new HttpRequestMessage(new(method), path);
        request.Headers.Host = host ?? $"r-abc.localhost:{app.Address.Port}";
        return app.Client.SendAsync(request, Token);
    }

    private static void WriteFrame(TestApp test)
    {
        Directory.CreateDirectory(Path.Combine(test.WebRoot, "frame"));
        Write("index.html", "<!doctype html>");
        Write("frame/sandbox.html", "<!doctype html>");
        Write("frame/runtime.4f2a8c1d.js", "0");
        Write("frame/runtime.js", "0");
        Write("frame/frame-policy.json",
            """{"contentSecurityPolicy":"default-src 'none'; script-src {frameOrigin}/frame/runtime.4f2a8c1d.js; frame-ancestors {appOrigin}","headers":{"Connection-Allowlist":"(response-origin)"},"assetHeaders":{"Cross-Origin-Resource-Policy":"cross-origin"}}""");

        void Write(string name, string text) => File.WriteAllText(Path.Combine(test.WebRoot, name), text);
    }
}
