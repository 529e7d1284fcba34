using Chartwright.Core.Errors;
using Chartwright.Query.Catalog;
using Chartwright.Query.Ingestion;
using Chartwright.Query.Tests.Ingestion;

namespace Chartwright.Query.Tests.Catalog;

public sealed class CatalogWordsTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartwright-test-");
    private TestWorkspace _workspace;

    public CatalogWordsTests() => _workspace = new(folder: _folder.FullName);

    private ICatalogWords Words => _workspace.Get<ICatalogWords>();

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Describe_SampleTable_IsInTheCatalogAlsoAfterARestart()
    {
        var before = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        await Words.DescribeTableAsync("STORES", new("  Our shops\nin town ", ["shops", "", "Shops", "outlets"]), TestWorkspace.Stop);
        await Words.DescribeColumnAsync("stores", "Region", new("", "", ["area"]), TestWorkspace.Stop);
        await _workspace.DisposeAsync();
        _workspace = new(folder: _folder.FullName);

        var after = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        var stores = after.FindTable("stores")!;
        Assert.Equal(("Our shops in town", before.DataVersion), (stores.Description, after.DataVersion));
        Assert.Equal(["shops", "outlets"], stores.Synonyms);
        Assert.Equal((null, null), (stores.FindColumn("region")!.Description, stores.FindColumn("region")!.Unit));
        Assert.Equal(["area"], stores.FindColumn("region")!.Synonyms);
        Assert.Equal(before.FindTable("stores")!.FindColumn("store_id")!.Description, stores.FindColumn("store_id")!.Description);
    }

    [Fact]
    public async Task Describe_TableThatIsReplacedThenDeleted_KeepsWordsUntilItIsGone()
    {
        await _workspace.ImportAsync(("t.csv", ImportExtensions.Text("a\n1\n")));
        await Words.DescribeTableAsync("t", new("mine", []), TestWorkspace.Stop);

        await _workspace.Get<IDatasets>().ImportAsync(ImportExtensions.Request([("t.csv", ImportExtensions.Text("b\n1\n"))]) with { Replace = true }, null, TestWorkspace.Stop);
        var replaced = (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).FindTable("t")!.Description;
        await _workspace.Get<IDatasets>().RemoveAsync("t", TestWorkspace.Stop);
        await _workspace.ImportAsync(("t.csv", ImportExtensions.Text("a\n1\n")));

        Assert.Equal(("mine", null), (replaced, (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).FindTable("t")!.Description));
    }

    [Theory]
    [InlineData("../datasets", "a")]
    [InlineData("nowhere", "a")]
    [InlineData("stores", "nowhere")]
    public async Task Describe_WhatIsNotThere_IsNull(string table, string column)
    {
        Assert.Null(await Words.DescribeColumnAsync(table, column, new("x", "", []), TestWorkspace.Stop));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.FullName, "data", "words")));
    }

    [Fact]
    public async Task Describe_TooMuch_IsRefused()
    {
        TableWords[] wrong = [new(new('x', 1001), []), new("", [new('x', 101)]), new("", [.. Enumerable.Range(0, 51).Select(number => $"w{number}")])];

        foreach (var words in wrong)
            Assert.Equal(ErrorCode.InvalidRequest, (await Assert.ThrowsAsync<ChartwrightException>(() => Words.DescribeTableAsync("stores", words, TestWorkspace.Stop))).Code);
    }
}
