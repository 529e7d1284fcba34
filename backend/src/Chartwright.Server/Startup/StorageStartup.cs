using Chartwright.Storage;

namespace Chartwright.Server.Startup;

/// <summary>Brings the database to the current schema while the pages are served already. Requests that need it wait.</summary>
internal sealed class StorageStartup(IServiceProvider services) : BackgroundService
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails with what the database refused.</summary>
    public Task Ready => _ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await services.MigrateStorageAsync(stoppingToken);
            _ready.SetResult();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _ready.TrySetCanceled(stoppingToken);
        }
#pragma warning disable CA1031 // whoever waits for Ready gets it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _ready.SetException(failure);
        }
    }
}
