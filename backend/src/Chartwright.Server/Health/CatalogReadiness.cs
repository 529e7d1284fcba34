using Chartwright.Core.Catalog;
using Chartwright.Server.Telemetry;

namespace Chartwright.Server.Health;

/// <summary>Loads the catalog behind the back of the start, and knows when it is there.</summary>
internal sealed partial class CatalogReadiness(ICatalog catalog, ILogger<CatalogReadiness> log) : BackgroundService
{
    private volatile bool _isReady;

    public bool IsReady => _isReady;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var snapshot = await catalog.GetAsync(stoppingToken);
            _isReady = true;
            LogLoaded(snapshot.Tables.Count);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopped before it was loaded
        }
#pragma warning disable CA1031 // the server stays up and says in /readyz that it is not ready; requests tell their own failure
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
