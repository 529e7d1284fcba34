namespace Chartwright.Query.Jobs;

/// <summary>Lets jobs outlive the process that runs them.</summary>
public interface IJobHost
{
    /// <summary>Goes on with what a former process left.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>The process is about to end: from now on no job begins, and none is cancelled because who waits for it leaves.</summary>
    void BeginStop();

    /// <summary>Ends this process's part. What an engine can go on with alone is left to it; the rest begins anew at the next start.</summary>
    Task StopAsync();
}
