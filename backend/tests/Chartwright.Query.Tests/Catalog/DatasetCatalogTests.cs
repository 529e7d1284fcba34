using Chartwright.Core.Catalog;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Catalog;

public sealed class DatasetCatalogTests : IAsyncDisposable
{
    private readonly DirectoryInfo _samples = Directory.CreateTempSubdirectory("chartwright-samples-");
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = new();
    private readonly TestWorkspace _workspace;

    public DatasetCatalogTests()
    {
        CopySample("stocks");
        _workspace = new(samples: _samples.FullName, clock: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _samples.Delete(recursive: true);
    }

    [Fact]
    public async Task GetAsync_NothingChanged_GivesTheSameSnapshot()
    {
        var first = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Same(first, await _workspace.Catalog.GetAsync(TestWorkspace.Stop));
    }

    [Fact]
    public async Task GetAsync_FolderAddedByAnotherProcess_IsSeenAfterASecond()
    {
        var first = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        CopySample("cars");
        _clock.Advance(TimeSpan.FromSeconds(2));

        var second = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(["stocks"], first.Tables.Select(table => table.Name));
        Assert.Equal(["cars", "stocks"], second.Tables.Select(table => table.Name));
        Assert.NotEqual(first.DataVersion, second.DataVersion);
        Assert.Equal("[[406]]", await _workspace.QueryAsync("SELECT count(*) FROM cars"));
    }

    [Fact]
    public async Task GetAsync_DamagedFile_LeavesTheOthers()
    {
        CopySample("cars");
        await File.WriteAllTextAsync(Path.Combine(_samples.FullName, "cars", "cars.parquet"), "PAR1 no more", TestWorkspace.Stop);

        var catalog = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(["stocks"], catalog.Tables.Select(table => table.Name));
    }

    [Theory]
    [InlineData("""{"tables": [{"name": "evil", "file": "../stocks/stocks.parquet"}]}""")]
    [InlineData("""{"tables": [{"name": "evil", "file": "/etc/passwd"}]}""")]
    [InlineData("""{"tables": [{"name": "../evil", "file": "x.parquet"}]}""")]
    [InlineData("""{"tables": [{"name": "evil"}]}""")]
    [InlineData("""{"tables": null}""")]
    [InlineData("not json")]
    public async Task GetAsync_ManifestThatReachesOut_IsNoDataset(string manifest)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_samples.FullName, "evil")).FullName;
        File.Copy(Path.Combine(_samples.FullName, "stocks", "stocks.parquet"), Path.Combine(folder, "x.parquet"));
        await File.WriteAllTextAsync(Path.Combine(folder, "dataset.json"), manifest, TestWorkspace.Stop);

        Assert.Equal(["stocks"], (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables.Select(table => table.Name));
    }

    [Fact]
    public async Task GetAsync_Column_HasItsProfile()
    {
        var stocks = (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).FindTable("STOCKS")!;

        Assert.Equal(560, stocks.RowCount);
        Assert.Equivalent(
            new ColumnProfile("AAPL", "MSFT", 5, 0, [new("AAPL", 123), new("AMZN", 123), new("IBM", 123), new("MSFT", 123), new("GOOG", 68)]),
            stocks.FindColumn("symbol")!.Profile);
        Assert.Equal(("2000-01-01", "2010-03-01"), (stocks.FindColumn("date")!.Profile.Min, stocks.FindColumn("date")!.Profile.Max));
        Assert.Equal(("USD", "5.97", "707.0"), (stocks.FindColumn("price")!.Unit, stocks.FindColumn("price")!.Profile.Min, stocks.FindColumn("price")!.Profile.Max));
    }

    private void CopySample(string name)
    {
        var target = Directory.CreateDirectory(Path.Combine(_samples.FullName, name)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryFolders.Samples, name))) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
    }
}
