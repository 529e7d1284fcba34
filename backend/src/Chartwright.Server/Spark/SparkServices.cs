using Chartwright.Core.Catalog;
using Chartwright.Core.Jobs;
using Chartwright.Query.Jobs;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Catalog;
using Chartwright.SparkConnect.Connection;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Spark;

/// <summary>The Spark cluster as an engine of jobs, where one is configured.</summary>
internal static class SparkServices
{
    /// <param name="data">The data folder.</param>
    /// <exception cref="InvalidOperationException">The connection string is none; the message holds no secret.</exception>
    public static void AddSpark(this WebApplicationBuilder builder, string data)
    {
        var services = builder.Services;
        services.AddOptions<SparkOptions>().BindConfiguration(SparkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection(SparkOptions.Section).Get<SparkOptions>() ?? new();
        if (options.Remote.Length == 0) return;
        services.AddSingleton(Open(options));
        services.AddSingleton<IBatchEngine>(provider => new SparkBatchEngine(
            provider.GetRequiredService<SparkChannel>(), options, PathsOf(options, provider.GetRequiredService<IOptions<JobOptions>>().Value.DirectoryIn(data)), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IClusterCatalog>(provider => new SparkCatalog(provider.GetRequiredService<SparkChannel>(), options, provider.GetRequiredService<TimeProvider>()));
    }

    private static SparkChannel Open(SparkOptions options)
    {
        try
        {
            return new(options.ReadConnection());
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException($"{SparkOptions.Section}:{nameof(SparkOptions.Remote)}: {e.Message}", e);
        }
    }

    private static ResultPaths PathsOf(SparkOptions options, string jobs) => new(jobs, options.ResultsRoot.Length == 0 ? null : options.ResultsRoot);
}
