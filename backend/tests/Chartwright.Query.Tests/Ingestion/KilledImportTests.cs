using Chartwright.Query.Ingestion;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Query.Tests.Ingestion;

/// <summary>The states a killed process can leave behind, made by hand.</summary>
public sealed class KilledImportTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartwright-test-");
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private TestWorkspace _workspace;

    public KilledImportTests() => _workspace = Open();

    private string Dataset => Path.Combine(_folder.FullName, "data", "datasets", "t");

    public async ValueTask DisposeAsync()
    {
        await _workspace.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Open_FileWithoutManifest_IsNoTableAndGivesTheNameFree()
    {
        await ImportAsync("1");
        File.Delete(Path.Combine(Dataset, "dataset.json"));

        await RestartAsync();

        Assert.Empty((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
        await ImportAsync("2");
        Assert.Equal("[[2]]", await _workspace.QueryAsync("SELECT a FROM t"));
        Assert.Single(Directory.GetFiles(Dataset, "*.parquet"));
    }

    [Fact]
    public async Task Open_NewFileBesideTheOldManifest_ServesTheOldTable()
    {
        await ImportAsync("1");
        File.Copy(Directory.GetFiles(Dataset, "*.parquet")[0], Path.Combine(Dataset, "t-00000000.parquet"));

        await RestartAsync();

        Assert.Equal("[[1]]", await _workspace.QueryAsync("SELECT a FROM t"));
    }

    [Fact]
    public async Task Open_LeftoversOfADay_AreRemoved()
    {
        await ImportAsync("1");
        var upload = Directory.CreateDirectory(Path.Combine(_folder.FullName, "data", "incoming", "dead"));
        await File.WriteAllTextAsync(Path.Combine(upload.FullName, "upload"), "a", TestWorkspace.Stop);
        var half = Directory.CreateDirectory(Path.Combine(_folder.FullName, "data", "datasets", "half"));

        await RestartAsync();
        await _workspace.Catalog.GetAsync(TestWorkspace.Stop);
        Assert.True(upload.Exists && half.Exists); // another process may be at them
        _clock.Advance(TimeSpan.FromDays(2));
        await RestartAsync();

        Assert.Equal("[[1]]", await _workspace.QueryAsync("SELECT a FROM t"));
        Assert.Equal((false, false), (Directory.Exists(upload.FullName), Directory.Exists(half.FullName)));
    }

    private TestWorkspace Open() => new(clock: _clock, folder: _folder.FullName, samples: "");

    private async Task RestartAsync()
    {
        await _workspace.DisposeAsync();
        _workspace = Open();
    }

    private async Task ImportAsync(string row)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"a\n{row}\n"));
        await _workspace.Get<IDatasets>().ImportAsync(ImportRequest.Of("t.csv", content), progress: null, TestWorkspace.Stop);
    }
}
