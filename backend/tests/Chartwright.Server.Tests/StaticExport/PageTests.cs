using System.IO.Compression;
using System.Net;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.StaticExport;

public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "index.html", "no-cache")]
    [InlineData("/artifact", "artifact.html", "no-cache")]
    [InlineData("/data/", "data/index.html", "no-cache")]
    [InlineData("/frame/icons.json", "frame/icons.json", "no-cache")]
    [InlineData("/_next/static/chunks/a1.js", "_next/static/chunks/a1.js", "public, max-age=31536000, immutable")]
    public async Task Get_Page_IsFoundAndCachedByItsKind(string path, string file, string cacheControl)
    {
        await using var app = await TestApp.StartAsync(prepare: WritePages);

        var response = await app.Client.GetAsync(path, Token);

        Assert.Equal("content of " + file, await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(cacheControl, response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/missing")]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/.hidden")]
    [InlineData("/csp-hashes.json")]
    public async Task Get_WhatIsNotAPage_Is404(string path)
    {
        await using var app = await TestApp.StartAsync(prepare: WritePages);

        var response = await app.Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("content of 404.html", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Get_LongText_IsCompressed(string encoding)
    {
        await using var app = await TestApp.StartAsync(prepare: WritePages);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/long.js");
        request.Headers.Add("Accept-Encoding", encoding);

        var response = await app.Client.SendAsync(request, Token);
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.True(response.Content.Headers.ContentLength < 500);
        Assert.Equal(new string('a', 10_000), await new StreamReader(plain).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Get_SameTag_Is304()
    {
        await using var app = await TestApp.StartAsync(prepare: WritePages);
        var first = await app.Client.GetAsync("/", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task Get_RebuiltPage_IsReadAgain()
    {
        await using var app = await TestApp.StartAsync(prepare: WritePages);
        await app.Client.GetAsync("/", Token);
        var file = Path.Combine(app.WebRoot, "index.html");
        await File.WriteAllTextAsync(file, "new", Token);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Assert.Equal("new", await app.Client.GetStringAsync("/", Token));
    }

    [Fact]
    public async Task Get_NoBuild_SaysHowToMakeOne()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.Client.GetAsync("/", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("./run.sh", await response.Content.ReadAsStringAsync(Token));
    }

    private static void WritePages(TestApp test)
    {
        foreach (var name in (string[])["index.html", "artifact.html", "data/index.html", "404.html", "frame/icons.json", "_next/static/chunks/a1.js", "csp-hashes.json", ".hidden"])
        {
            var path = Path.Combine(test.WebRoot, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name == "csp-hashes.json" ? "{}" : "content of " + name);
        }
        File.WriteAllText(Path.Combine(test.WebRoot, "long.js"), new string('a', 10_000));
        File.WriteAllText(Path.Combine(test.WebRoot, "..", "secret.txt"), "secret");
    }
}
