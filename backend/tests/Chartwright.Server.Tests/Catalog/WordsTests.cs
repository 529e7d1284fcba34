using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Catalog;

/// <summary>The owner's words over HTTP, down to what the built-in analyst makes of them.</summary>
public sealed class WordsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describe_TableAndColumn_IsReadByTheCatalog()
    {
        await using var app = await TestApp.StartWholeAsync();

        var table = await app.Client.PutAsJsonAsync("/api/catalog/stores", new { description = "Our shops", synonyms = new[] { "outlets" } }, Token);
        var column = await app.Client.PutAsJsonAsync("/api/catalog/stores/columns/region", new { description = "", unit = "", synonyms = new[] { "turf" } }, Token);
        var catalog = JsonNode.Parse(await app.Client.GetStringAsync("/api/catalog", Token))!;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (table.StatusCode, column.StatusCode));
        var stores = catalog["tables"]!.AsArray().Single(entry => (string?)entry!["name"] == "stores")!;
        Assert.Equal(("Our shops", "outlets"), ((string?)stores["description"], (string?)stores["synonyms"]![0]));
        Assert.Equal("turf", (string?)stores["columns"]!.AsArray().Single(entry => (string?)entry!["name"] == "region")!["synonyms"]![0]);
    }

    [Theory]
    [InlineData("/api/catalog/nowhere", """{"description":"x","synonyms":[]}""", HttpStatusCode.NotFound)]
    [InlineData("/api/catalog/stores/columns/nowhere", """{"description":"x","unit":"","synonyms":[]}""", HttpStatusCode.NotFound)]
    [InlineData("/api/catalog/stores", """{"description":"x","synonyms":[],"other":1}""", HttpStatusCode.BadRequest)]
    public async Task Describe_WhatDoesNotFit_IsAProblem(string address, string body, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartWholeAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        Assert.Equal(expected, (await app.Client.PutAsync(address, content, Token)).StatusCode);
    }
}
