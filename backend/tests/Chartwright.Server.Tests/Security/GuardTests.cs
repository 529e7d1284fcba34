using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chartwright.Server.Cli;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Security;

public sealed class GuardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1:PORT", 200)]
    [InlineData("localhost:PORT", 200)]
    [InlineData("[::1]:PORT", 200)]
    [InlineData("charts.example.com", 200)]
    [InlineData("localhost:1", 400)]
    [InlineData("localhost", 400)]
    [InlineData("evil.example:PORT", 400)]
    [InlineData("charts.example.com:PORT", 400)]
    [InlineData("127.0.0.1.evil.example:PORT", 400)]
    [InlineData("r-1.localhost:PORT", 404)] // a frame host, which has no such page
    [InlineData("x.localhost:PORT", 400)]
    public async Task Get_ByHost_AnswersOwnNamesOnly(string host, int status)
    {
        await using var app = await TestApp.StartAsync(new() { ["Hosts:0"] = "charts.example.com" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/config");
        request.Headers.Host = host.Replace("PORT", $"{app.Address.Port}");

        var response = await app.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        if (status == 400) Assert.Contains("host_not_allowed", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT", null, 400)] // let through, and refused for its empty message
    [InlineData(null, null, 400)]
    [InlineData(null, "same-origin", 400)]
    [InlineData(null, "cross-site", 403)]
    [InlineData("http://evil.example", "cross-site", 403)]
    [InlineData("http://localhost:PORT", null, 403)] // another origin for a browser
    [InlineData("http://r-1.localhost:PORT", null, 403)]
    [InlineData("null", null, 403)] // what a sandboxed frame sends
    [InlineData("http://127.0.0.1:1", null, 403)]
    public async Task Post_ByOrigin_AcceptsOwnPagesOnly(string? origin, string? site, int status)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat") { Content = JsonContent.Create(new { message = "" }) };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin.Replace("PORT", $"{app.Address.Port}"));
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        var response = await app.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Contains(status == 403 ? "origin_not_allowed" : "message_empty", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Get_Page_HasTheAppsPolicyAndNoForeignHost()
    {
        await using var app = await TestApp.StartAsync(prepare: test =>
        {
            File.WriteAllText(Path.Combine(test.WebRoot, "index.html"), "<!doctype html>");
            File.WriteAllText(Path.Combine(test.WebRoot, "csp-hashes.json"), """{"index.html":["sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","'unsafe-inline' https://evil.example"],"other.html":["sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]}""");
        });

        var response = await app.Client.GetAsync("/", Token);

        Assert.Equal(
            "default-src 'none'; script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
            + $"frame-src http://*.localhost:{app.Address.Port}; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_Config_NamesFramesOnTheSamePort()
    {
        await using var app = await TestApp.StartAsync();

        var config = JsonNode.Parse(await app.Client.GetStringAsync("/api/config", Token))!;

        Assert.Equal($"http://r-{{id}}.localhost:{app.Address.Port}", (string?)config["frameOriginTemplate"]);
        Assert.Equal("""[{"name":"builtin","isDefault":true},{"name":"other","isDefault":false}]""", config["models"]!.ToJsonString());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5300", true)]
    [InlineData("http://localhost:5300", true)]
    [InlineData("http://[::1]:5300", true)]
    [InlineData("http://127.8.8.8", true)]
    [InlineData("http://0.0.0.0:5300", false)]
    [InlineData("http://*:5300", false)]
    [InlineData("http://+:5300", false)]
    [InlineData("http://[::]:5300", false)]
    [InlineData("http://192.168.1.2:5300", false)]
    [InlineData("http://localhost.evil.example:5300", false)]
    [InlineData("http://unix:/tmp/socket", false)]
    public void IsLoopback_Address_IsJudgedByItsHost(string url, bool expected) => Assert.Equal(expected, Listening.IsLoopback(url));

    [Fact]
    public async Task Start_OpenAddressWithoutSignIn_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(new() { ["Urls"] = "http://0.0.0.0:0" }));

        Assert.Contains("CHARTWRIGHT__AUTH__PASSWORD", refusal.Message);
    }
}
