using System.Net;
using System.Net.Sockets;
using Chartwright.Server.Config;
using Chartwright.Server.Security;

namespace Chartwright.Server.Cli;

/// <summary>Decides where the server listens, and refuses to be reachable by others without sign-in.</summary>
internal static class Listening
{
    private const int PortsTried = 50;

    /// <exception cref="InvalidOperationException">The addresses cannot be used as configured; the message is for the user.</exception>
    public static void Configure(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new();
        var auth = builder.Configuration.GetSection(AuthOptions.Section).Get<AuthOptions>() ?? new();
        if (options.Urls is { Length: > 0 } urls)
        {
            UseUrls(builder, urls, auth);
            return;
        }
        var port = options.Port ?? FindFreePort(ServerOptions.DefaultPort);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(port);
        });
    }

    /// <summary>True for an address that only this machine can reach.</summary>
    public static bool IsLoopback(string url)
    {
        var authority = url.Split("://", 2) is [_, var rest] ? rest.Split('/')[0] : "";
        var host = authority.StartsWith('[') ? authority[1..Math.Max(1, authority.IndexOf(']', StringComparison.Ordinal))] : authority.Split(':')[0];
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
    }

    private static void UseUrls(WebApplicationBuilder builder, string urls, AuthOptions auth)
    {
        string[] list = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (list.FirstOrDefault(url => !IsLoopback(url)) is { } open && !auth.IsConfigured)
            throw new InvalidOperationException(
                $"{open} can be reached by others. Set a password (CHARTWRIGHT__AUTH__PASSWORD) or the header of a trusted proxy (CHARTWRIGHT__AUTH__PROXYHEADER), or listen on 127.0.0.1.");
        if (list.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(list);
    }

    internal static int FindFreePort(int first)
    {
        for (var port = first; port < first + PortsTried; port++)
            if (IsFree(port)) return port;
        throw new InvalidOperationException($"All ports from {first} to {first + PortsTried - 1} are taken. Choose one with --port.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            if (!OperatingSystem.IsWindows()) probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true); // as Kestrel binds
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            probe.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
