using System.Net.Http.Json;
using Chartwright.Core.Catalog;
using Chartwright.Core.Chat;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.Query.Catalog;
using Chartwright.Query.Ingestion;
using Chartwright.Server.Cli;
using Chartwright.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>The server on a real socket with real storage; agent, queries and catalog are fakes at their ports, and the clock is the test's.</summary>
/// <remarks>With <see cref="StartWholeAsync"/> nothing is a fake: the sample data, DuckDB, the agent and the built-in analyst.</remarks>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chartwright-server-").FullName;
    private WebApplication _app = null!;
    private bool _isWhole;

    public FakeAgent Agent { get; } = new();
    public FakeQueries Queries { get; } = new();
    public FakeResults Results { get; } = new();
    public FakeCatalog Catalog { get; } = new();
    public FakeDatasets Datasets { get; } = new();
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
    public LogCollector Logs { get; } = new();
    public HttpClient Client { get; private set; } = null!;
    public Uri Address => Client.BaseAddress!;
    public IServiceProvider Services => _app.Services;
    public string Data => Path.Combine(_folder, "data");
    public string WebRoot => Path.Combine(_folder, "web");

    /// <param name="settings">Under <c>Chartwright:</c>.</param>
    /// <param name="prepare">Called before the start, to write pages or to change a fake.</param>
    public static async Task<TestApp> StartAsync(Dictionary<string, string?>? settings = null, Action<TestApp>? prepare = null)
    {
        var test = new TestApp();
        Directory.CreateDirectory(test.WebRoot);
        prepare?.Invoke(test);
        await test.StartHostAsync(settings ?? []);
        return test;
    }

    public static async Task<TestApp> StartWholeAsync()
    {
        var test = new TestApp { _isWhole = true };
        await test.StartHostAsync([]);
        return test;
    }

    /// <summary>Stops the server and starts another one on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartHostAsync([]);
    }

    public async Task StopAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body) => Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHostAsync(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Data"] = Data, ["WebRoot"] = WebRoot, ["Port"] = "0" }.Concat(settings.Where(setting => setting.Key is not "Port"))
                .GroupBy(setting => setting.Key).Select(group => KeyValuePair.Create("Chartwright:" + group.Key, group.Last().Value)));
        Listening.Configure(builder);
        builder.AddServer();
        builder.Logging.ClearProviders().AddProvider(Logs);
        Directory.CreateDirectory(Data);
        if (_isWhole) builder.AddRooms();
        else AddFakes(builder.Services);
        _app = builder.Build();
        _app.UseServer();
        await StorageTemplate.MigrateAsync(_app.Services, Path.Combine(Data, "chartwright.db"));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(address) };
    }

    private void AddFakes(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddChartwrightStorage(new(), Data);
        services.AddSingleton<IConversationAgent>(Agent).AddSingleton<IQueryService>(Queries).AddSingleton<IResults>(Results).AddSingleton<ICatalog>(Catalog);
        services.AddSingleton<IJobs>(_ => throw new InvalidOperationException("Jobs are real or not there: start the whole server."));
        services.AddSingleton<IDatasets>(Datasets).AddSingleton<ICatalogWords, FakeCatalogWords>();
    }
}
