using Chartwright.Core.Catalog;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Chartwright.Query.Tests;

/// <summary>A workspace of its own in a temporary folder, by default over the sample data. Opening it twice is a restart.</summary>
internal sealed class TestWorkspace : IAsyncDisposable
{
    private readonly DirectoryInfo? _owned;
    private readonly ServiceProvider _services;

    public TestWorkspace(Action<QueryOptions>? configure = null, TimeProvider? clock = null, string? folder = null, string? samples = null, Action<IServiceCollection>? add = null)
    {
        if (folder is null) _owned = Directory.CreateTempSubdirectory("chartwright-test-");
        Folder = folder ?? _owned!.FullName;
        var services = new ServiceCollection().AddLogging();
        if (clock is not null) services.AddSingleton(clock);
        services.AddChartwrightQuery(options =>
        {
            options.DataDirectory = Path.Combine(Folder, "data");
            options.SamplesDirectory = samples ?? RepositoryFolders.Samples;
            configure?.Invoke(options);
        });
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public ICatalog Catalog => Get<ICatalog>();

    public IQueryService Queries => Get<IQueryService>();

    public DuckDbEngine Engine => Get<DuckDbEngine>();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> QueryAsync(string sql) => (await Queries.QueryAsync(new(sql), Stop)).Rows.ToString();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _owned?.Delete(recursive: true);
    }
}
