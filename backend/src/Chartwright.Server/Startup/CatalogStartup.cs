using Chartwright.Core.Catalog;
using Chartwright.Server.Telemetry;

namespace Chartwright.Server.Startup;

/// <summary>Loads the catalog while the server answers already, and knows when it is there.</summary>
internal sealed partial class CatalogStartup(ICatalog catalog, ILogger<CatalogStartup> log) : BackgroundService
{
    private readonly TaskCompletionSource<CatalogSnapshot> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first snapshot. Never completes when it could not be loaded: requests tell that failure themselves.</summary>
    public Task<CatalogSnapshot> Loaded => _loaded.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var snapshot = await catalog.GetAsync(stoppingToken);
            _loaded.SetResult(snapshot);
            LogLoaded(snapshot.Tables.Count);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopped before it was loaded
        }
#pragma warning disable CA1031 // the server stays up and says in /readyz that it is not ready
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(FailureText.Of(failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "catalog loaded: {TableCount} tables")]
    private partial void LogLoaded(int tableCount);

    [LoggerMessage(Level = LogLevel.Error, Message = "the catalog could not be loaded: {Failure}")]
    private partial void LogFailed(string failure);
}
