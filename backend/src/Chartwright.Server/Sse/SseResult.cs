using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Chartwright.Server.Sse;

/// <summary>Replays a log after <paramref name="lastId"/>, follows it to its end, and sends a comment every 15 s.</summary>
/// <remarks>One flush per batch of waiting frames. A slow reader delays only itself; a reader that leaves changes nothing for the writer.</remarks>
internal sealed class SseResult(EventLog log, int lastId = 0) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "text/event-stream";
    private const int FlushBytes = 64 * 1024; // a long replay goes out in pieces instead of filling the pipe first

    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await FollowAsync(response.BodyWriter, httpContext.RequestServices.GetRequiredService<Heartbeat>(), httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // the reader left; the log goes on without it
        }
    }

    private async Task FollowAsync(PipeWriter output, Heartbeat heartbeat, CancellationToken aborted)
    {
        var signal = new ReaderSignal();
        var isBeatDue = false;
        using var following = log.Follow(signal);
        using var beating = heartbeat.Listen(() =>
        {
            Volatile.Write(ref isBeatDue, true);
            signal.Set();
        });
        using var leaving = aborted.UnsafeRegister(static state => ((ReaderSignal)state!).Set(), signal);

        var batch = new List<byte[]>();
        for (var sent = Math.Max(lastId, 0); ;)
        {
            aborted.ThrowIfCancellationRequested();
            var isLast = log.Read(sent, batch);
            sent += batch.Count;
            var unflushed = 0;
            foreach (var frame in batch)
            {
                Put(output, frame);
                unflushed += frame.Length;
                if (unflushed < FlushBytes) continue;
                await output.FlushAsync(aborted);
                unflushed = 0;
            }
            if (!isLast && Interlocked.Exchange(ref isBeatDue, false))
            {
                Put(output, ": keep-alive\n\n"u8);
                unflushed++;
            }
            if (unflushed > 0 || sent == 0) await output.FlushAsync(aborted); // sent == 0: the head goes out before the first event
            if (isLast) return;
            await signal.WaitAsync();
        }
    }

    /// <summary>In pieces: one span for a frame of megabytes would make the pipe allocate it whole.</summary>
    private static void Put(PipeWriter output, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var target = output.GetSpan(Math.Min(bytes.Length, 256));
            var length = Math.Min(target.Length, bytes.Length);
            bytes[..length].CopyTo(target);
            output.Advance(length);
            bytes = bytes[length..];
        }
    }
}
