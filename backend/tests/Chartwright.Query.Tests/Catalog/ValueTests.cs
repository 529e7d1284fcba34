using Chartwright.Query.Catalog;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Catalog;

public sealed class ValueTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Theory]
    [InlineData("stores", "region", "west", "West")]
    [InlineData("stores", "region", "WETS", "West")]
    [InlineData("products", "category", "technolgy", "Technology")]
    [InlineData("products", "sub_category", "chair", "Chairs")]
    [InlineData("movies", "title", "lord of the rings", "The Lord of the Rings: The Fellowship of the Ring")]
    [InlineData("movies", "title", "matrx", "The Matrix")]
    [InlineData("movies", "director", "James Camron", "James Cameron")]
    [InlineData("gapminder", "country", "germny", "Germany")]
    [InlineData("gapminder", "country", "Perú", "Peru")]
    [InlineData("customers", "customer_name", "ALVAREZ", "Ines Alvarez")]
    public async Task FindValuesAsync_CaseAccentOrTypo_FindsTheValueFirst(string table, string column, string text, string value)
    {
        var found = await _workspace.Catalog.FindValuesAsync(table, column, text, 5, TestWorkspace.Stop);

        Assert.Equal(value, found[0].Value);
    }

    [Theory]
    [InlineData("stores", "region", "penguin")]
    [InlineData("stores", "region", "")]
    [InlineData("stores", "nowhere", "west")]
    [InlineData("nowhere", "region", "west")]
    [InlineData("stores", "region", "'; DROP VIEW stores; --")]
    public async Task FindValuesAsync_NothingNear_IsEmpty(string table, string column, string text)
    {
        Assert.Empty(await _workspace.Catalog.FindValuesAsync(table, column, text, 5, TestWorkspace.Stop));
    }

    [Theory]
    [InlineData("the matrix", "The Matrix")]
    [InlineData("MATRIX", "The Matrix")]
    [InlineData("matrx", null)]
    public async Task FindValuesAsync_OutOfPatience_SeeksTheTextAsItIs(string text, string? value)
    {
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        var reader = new ValueReader(_workspace.Engine, TimeProvider.System, patience: TimeSpan.Zero);

        var found = await reader.FindAsync("movies", "title", text, 5, TestWorkspace.Stop);

        Assert.Equal(value, found.Count == 0 ? null : found[0].Value);
    }

    [Fact]
    public async Task ListValuesAsync_Column_GivesTheMostFrequentFirst()
    {
        var values = await _workspace.Catalog.ListValuesAsync("cars", "origin", 2, TestWorkspace.Stop);

        Assert.Equal([("USA", 254L), ("Japan", 79L)], values.Select(value => (value.Value, value.Count)));
    }
}
