using System.Text.RegularExpressions;
using Chartwright.Server.Config;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Security;

internal enum HostKind { Unknown, App, Frame }

/// <summary>Under which names the server answers. Everything else is refused, so that a foreign name that resolves to us (DNS rebinding) reads nothing.</summary>
internal sealed partial class HostPolicy(IOptions<ServerOptions> options)
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "[::1]"];
    private readonly HashSet<string> _named = new(options.Value.Hosts, StringComparer.OrdinalIgnoreCase);
    private readonly FrameTemplate? _frames = options.Value.FrameOrigin is { Length: > 0 } template ? FrameTemplate.Parse(template) : null;

    public HostKind Classify(HttpContext context)
    {
        var host = context.Request.Host;
        if (!host.HasValue) return HostKind.Unknown;
        if (_named.Contains(host.Value) || IsLoopbackName(host.Host) && PortOf(host) == context.Connection.LocalPort) return HostKind.App;
        if (_frames is not null) return _frames.IsMatch(host.Value) ? HostKind.Frame : HostKind.Unknown;
        return LocalFrame().IsMatch(host.Host) && IsAppPort(PortOf(host), context) ? HostKind.Frame : HostKind.Unknown;
    }

    /// <summary>A frame's origin with <c>{id}</c> in it.</summary>
    public string FrameOriginTemplate(HttpContext context) => _frames?.Template ?? $"http://r-{{id}}.localhost:{PagePort(context)}";

    /// <summary>The CSP source that covers every frame.</summary>
    public string FrameSource(HttpContext context) => _frames?.Source ?? $"http://*.localhost:{PagePort(context)}";

    /// <summary>CSP sources of the pages that may embed a frame.</summary>
    public string AppOrigins(HttpContext frameRequest)
    {
        var port = PortOf(frameRequest.Request.Host);
        var named = _named.SelectMany(name => new[] { $"http://{name}", $"https://{name}" });
        string[] local = _frames is null ? [$"http://127.0.0.1:{port}", $"http://localhost:{port}"] : [];
        string[] dev = options.Value.DevOrigin is { Length: > 0 } origin ? [origin] : [];
        return string.Join(' ', local.Concat(named).Concat(dev).Distinct());
    }

    /// <summary>True when a page of <paramref name="origin"/> may change things here: the app's own pages, nobody else.</summary>
    public bool IsOwnOrigin(string origin, HostString host) =>
        origin == options.Value.DevOrigin
        || Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase); // both leave out the port of the scheme

    public static bool IsLoopbackName(string host) => Loopback.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static int PortOf(HostString host) => host.Port ?? 80;

    /// <summary>The port as the browser sees it: a container's may be published under another.</summary>
    private static int PagePort(HttpContext context) =>
        IsLoopbackName(context.Request.Host.Host) ? PortOf(context.Request.Host) : context.Connection.LocalPort;

    private bool IsAppPort(int port, HttpContext context) =>
        port == context.Connection.LocalPort || Loopback.Any(name => _named.Contains(port == 80 ? name : $"{name}:{port}"));

    [GeneratedRegex(@"^r-[a-z0-9-]{1,60}\.localhost$", RegexOptions.IgnoreCase)]
    private static partial Regex LocalFrame();
}
