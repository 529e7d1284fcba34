using Chartwright.Core.Catalog;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;
using Chartwright.Query.Files;
using Chartwright.Query.Guard;
using Chartwright.Query.Ingestion;
using Chartwright.Query.Jobs;
using Chartwright.Query.Results;
using Chartwright.Query.Results.Exports;
using Chartwright.Query.Results.Files;
using Chartwright.Query.Results.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chartwright.Query;

/// <summary>Registers the data side: <see cref="ICatalog"/>, <see cref="IQueryService"/>, <see cref="IResults"/>, <see cref="IJobs"/>, <see cref="IDatasets"/>, the locked engine as <see cref="IQueryEngine"/>.</summary>
public static class QueryServices
{
    private const int OwnStatements = 2; // of the engine's connections, for the guard and the catalog while all queries run

    /// <remarks>All are singletons; the container that disposes them closes DuckDB. Logging and options must be registered.</remarks>
    public static IServiceCollection AddChartwrightQuery(this IServiceCollection services, Action<QueryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<QueryOptions>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Workspace>();
        services.AddOptions<JobOptions>();
        services.AddSingleton<JobStore>();
        services.AddSingleton(OpenEngine);
        services.AddSingleton<IQueryEngine>(provider => provider.GetRequiredService<DuckDbEngine>());

        services.AddSingleton<Leftovers>();
        services.AddSingleton<DatasetFolders>();
        services.AddSingleton<ProfileStore>();
        services.AddSingleton<ResidentTables>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<WordStore>();
        services.AddSingleton<DatasetCatalog>();
        services.AddSingleton<ICatalog>(provider => provider.GetRequiredService<DatasetCatalog>());
        services.AddSingleton<ICatalogWords, CatalogWords>();

        services.AddSingleton<DraftReader>();
        services.AddSingleton<DraftShelf>();
        services.AddSingleton<DatasetWriter>();
        services.AddSingleton<IDatasets, Datasets>();

        services.AddSingleton<SqlGuard>();
        services.AddSingleton<GuardMemory>();
        services.AddSingleton<IStatementTables, StatementTables>();
        services.AddSingleton(provider => new ResultCache(Options(provider).CacheBytes, Options(provider).CacheTtl, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new QueryQueue(Limits(Options(provider)), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StatementLedger(
            provider.GetRequiredService<Workspace>(), Options(provider).MaxKeptResults, provider.GetRequiredService<ILogger<StatementLedger>>()));
        services.AddSingleton<StatementPreparer>();
        services.AddSingleton<StatementRunner>();
        services.AddSingleton<IQueryService, QueryService>();

        services.AddSingleton(provider => new ResultFolder(
            provider.GetRequiredService<Workspace>(), Options(provider).ResultFileBytes, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ResultFolder>>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ResultStore>(provider, FileTimeout(provider)));
        services.AddSingleton<StoredRowsReader>().AddSingleton<MinMaxSampler>().AddSingleton<TopSampler>().AddSingleton<ShareSampler>();
        services.AddSingleton<StoredPages>().AddSingleton<CsvExport>().AddSingleton<JsonExport>().AddSingleton<XlsxExport>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ResultExporter>(provider, FileTimeout(provider)));
        services.AddSingleton<IResults, WholeResults>();

        services.AddSingleton<JobTables>().AddSingleton<JobCommit>().AddSingleton<JobRunner>().AddSingleton<JobRefresh>();
        services.AddSingleton(provider => new StorageSpace(provider.GetRequiredService<Workspace>(), Options(provider).MaxDataBytes));
        services.AddSingleton<IBatchEngine, DuckDbBatchEngine>();
        services.AddSingleton<JobService>();
        services.AddSingleton<IJobs>(provider => provider.GetRequiredService<JobService>());
        services.AddSingleton<IJobHost>(provider => provider.GetRequiredService<JobService>());
        return services;
    }

    private static QueryOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<QueryOptions>>().Value;

    private static QueueLimits Limits(QueryOptions options) =>
        new(options.MaxConcurrentQueries, options.MaxWaitingQueries, options.MaxWaitingPerCaller, TimeSpan.FromSeconds(options.MaxWaitSeconds));

    private static TimeSpan FileTimeout(IServiceProvider provider) => TimeSpan.FromSeconds(Options(provider).ResultFileTimeoutSeconds);

    private static DuckDbEngine OpenEngine(IServiceProvider provider)
    {
        var (workspace, options) = (provider.GetRequiredService<Workspace>(), Options(provider));
        var jobs = provider.GetRequiredService<IOptions<JobOptions>>().Value;
        var defaults = new DuckDbOptions();
        return DuckDbEngine.Open(defaults with
        {
            AllowedDirectories = [workspace.Datasets, workspace.ResultFiles, provider.GetRequiredService<JobStore>().Root, .. workspace.Samples is { } samples ? [samples] : Array.Empty<string>()],
            TempDirectory = workspace.Spill,
            MemoryLimit = options.MemoryLimit,
            Threads = options.Threads > 0 ? options.Threads : defaults.Threads,
            QueryTimeout = TimeSpan.FromSeconds(options.QueryTimeoutSeconds),
            MaxResultBytes = options.MaxResultBytes,
            MaxConcurrentQueries = options.MaxConcurrentQueries + OwnStatements + jobs.MaxRunningDuckDb,
            Clock = provider.GetRequiredService<TimeProvider>(),
        });
    }
}
