using System.Net;
using Chartwright.Server.Security;

namespace Chartwright.Server.Http;

/// <summary>Which answers are made smaller. To compress a result takes longer than to make it, and a client on this machine gains nothing by it.</summary>
internal static class Compression
{
    /// <summary>False for a client on this machine that calls it by a local name; a proxy passes on the name its own clients use.</summary>
    public static bool IsWorthIt(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } client || !IPAddress.IsLoopback(client) || !HostPolicy.IsLoopbackName(context.Request.Host.Host);
}
