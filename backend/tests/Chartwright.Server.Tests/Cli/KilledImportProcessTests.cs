using System.Diagnostics;
using System.Globalization;
using Chartwright.Core.Catalog;
using Chartwright.Core.Queries;
using Chartwright.Query;
using Chartwright.Query.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Server.Tests.Cli;

/// <summary><c>chartwright import</c>, ended by the system's kill at a moment of its work.</summary>
public sealed class KilledImportProcessTests : IDisposable
{
    private const long Rows = 300_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chartwright-killed-");

    private string Data => Path.Combine(_folder.FullName, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("incoming", "*")] // begun
    [InlineData("incoming", "*.parquet")] // being converted
    [InlineData("datasets", "*.parquet")] // moved to its place
    [InlineData("datasets", "*.tmp")] // about to be named
    [InlineData("datasets", "dataset.json")] // named
    public async Task Import_Killed_LeavesTheOldTableOrTheNewOneAndTheNextImportWorks(string folder, string sign)
    {
        await using (var before = Open()) await ImportAsync(before, "v\n-1\n", replace: false);
        var file = await WriteAsync();
        var began = File.GetLastWriteTimeUtc(file);

        using (var import = Start("import", file, "--name", "t", "--replace", "--data", Data))
        {
            while (!import.HasExited && !Found(Path.Combine(Data, folder), sign, began)) Thread.Yield();
            import.Kill();
            await import.WaitForExitAsync(Token);
        }

        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(2));
        await using var after = Open(clock);
        Assert.Contains(await QueryAsync(after), (string[])["[[1,-1]]", string.Create(CultureInfo.InvariantCulture, $"[[{Rows},{Rows * (Rows - 1) / 2}]]")]);
        await ImportAsync(after, "v\n7\n", replace: true);
        Assert.Equal("[[1,7]]", await QueryAsync(after));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Data, "incoming")));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(Data, "datasets"), "*", SearchOption.AllDirectories).Length);
    }

    private static bool Found(string folder, string sign, DateTime began) =>
        Directory.GetFileSystemEntries(folder, sign, new EnumerationOptions { RecurseSubdirectories = true }).Any(path => File.GetLastWriteTimeUtc(path) > began);

    private async Task<string> WriteAsync()
    {
        var path = Path.Combine(_folder.FullName, "t.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, (int)Rows).Select(row => $"{row}").Prepend("v"), Token);
        return path;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chartwright.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CHARTWRIGHT__SAMPLES"] = _folder.CreateSubdirectory("no-samples").FullName;
        return Process.Start(start)!;
    }

    private ServiceProvider Open(TimeProvider? clock = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System);
        return services.AddChartwrightQuery(options => (options.DataDirectory, options.SamplesDirectory) = (Data, "")).BuildServiceProvider();
    }

    private static async Task ImportAsync(ServiceProvider services, string text, bool replace)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var request = ImportRequest.Of("t.csv", content) with { Replace = replace };
        Assert.Single(await services.GetRequiredService<IDatasets>().ImportAsync(request, progress: null, Token));
    }

    private static async Task<string> QueryAsync(ServiceProvider services) =>
        (await services.GetRequiredService<IQueryService>().QueryAsync(new("SELECT count(*), sum(v) FROM t"), Token)).Rows.ToString();
}
