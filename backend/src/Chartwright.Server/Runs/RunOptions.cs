using System.ComponentModel.DataAnnotations;

namespace Chartwright.Server.Runs;

/// <summary>Runs held by this process (<c>Chartwright:Runs</c>).</summary>
public sealed class RunOptions
{
    public const string Section = "Chartwright:Runs";

    /// <summary>Runs at once in the whole server; one more is refused with <c>too_many_requests</c>.</summary>
    [Range(1, 100_000)]
    public int MaxConcurrent { get; set; } = 1_000;

    /// <summary>How long a finished run stays in memory with its rows; after that it is served from the store, without rows.</summary>
    public TimeSpan KeepFinished { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of events one run may produce; a run that goes over is stopped.</summary>
    [Range(1024 * 1024, long.MaxValue)]
    public long MaxLogBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How long a stopping server waits for runs to end before it ends their streams itself.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(3);
}
