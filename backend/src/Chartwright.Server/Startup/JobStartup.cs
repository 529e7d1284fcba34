using Chartwright.Query.Jobs;
using Chartwright.Server.Telemetry;

namespace Chartwright.Server.Startup;

/// <summary>Goes on with the jobs of the process before, and leaves this one's to the next.</summary>
internal sealed partial class JobStartup(IJobHost jobs, IHostApplicationLifetime lifetime, ILogger<JobStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(jobs.BeginStop); // registered after the runs': called before them, so that a run that is stopped does not take its job along
        try
        {
            await jobs.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFailed(FailureText.Of(failure));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => jobs.StopAsync().WaitAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "the jobs of the last start could not be read: {Failure}")]
    private partial void LogFailed(string failure);
}
