using System.Text.Json;
using Chartwright.Core.Jobs;
using Chartwright.Core.Json;
using Chartwright.Server.Sse;

namespace Chartwright.Server.Jobs;

/// <summary>A job's changes as a stream of one reader.</summary>
internal static class JobLog
{
    private const string EventName = "job";

    public static EventLog Follow(IAsyncEnumerable<Job> changes)
    {
        var log = new EventLog();
        _ = WriteAsync(log, changes); // ends with the job, or with the reader
        return log;
    }

    private static async Task WriteAsync(EventLog log, IAsyncEnumerable<Job> changes)
    {
        try
        {
            await foreach (var job in changes)
            {
                var json = JsonSerializer.Serialize(JobResponse.Of(job), ChartwrightJson.Options);
                log.Append(id => SseFrame.Write(id, EventName, json), isLast: job.HasEnded);
            }
        }
        catch (OperationCanceledException)
        {
            // the reader left
        }
        log.End();
    }
}
