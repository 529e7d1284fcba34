using System.Net;

namespace Chartwright.Server.Http;

/// <summary>Which answers are made smaller. To compress a result takes longer than to make it, and a client on this machine gains nothing by it.</summary>
internal static class Compression
{
    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "Forwarded", "Via"];

    /// <summary>False for a client on this machine, unless it is a proxy that asks for somebody else.</summary>
    public static bool IsWorthIt(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } client || !IPAddress.IsLoopback(client) || ProxyHeaders.Any(context.Request.Headers.ContainsKey);
}
