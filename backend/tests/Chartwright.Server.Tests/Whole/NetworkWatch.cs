using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Text.RegularExpressions;

namespace Chartwright.Server.Tests.Whole;

/// <summary>Notes every name this process resolves and every address it connects to, as the runtime itself reports them.</summary>
internal sealed partial class NetworkWatch : EventListener
{
    private readonly ConcurrentQueue<string> _seen = new();

    /// <summary>Everything but the loopback address.</summary>
    public IEnumerable<string> ForeignConnections => _seen.Where(target => !Loopback().IsMatch(target));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is "ConnectStart" or "ResolutionStart") _seen.Enqueue($"{eventData.Payload?[0]}");
    }

    // a socket address is told as its bytes: {port, port, 127, 0, 0, 1, …}, in IPv6 with twelve bytes before the last four
    [GeneratedRegex(@"^localhost$|^127\.0\.0\.1$|\{\d+,\d+,127,|,255,255,127,0,0,1,|(,0){15},1,")]
    private static partial Regex Loopback();
}
