using System.Text.RegularExpressions;

namespace Chartwright.Server.Security;

/// <summary>A configured origin of frames: <c>https://r-{id}.charts-frames.example</c>.</summary>
internal sealed class FrameTemplate
{
    private const string Hole = "{id}";
    private readonly Regex _hosts;

    private FrameTemplate(string template, string scheme, string before, string after)
    {
        Template = template;
        Source = $"{scheme}://*{after}";
        _hosts = new($"^{Regex.Escape(before)}[a-z0-9-]{{1,60}}{Regex.Escape(after)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Template { get; }

    /// <summary>The CSP source that covers every frame.</summary>
    public string Source { get; }

    public bool IsMatch(string host) => _hosts.IsMatch(host);

    /// <exception cref="InvalidOperationException">It is no origin with <c>{id}</c> in its first label.</exception>
    public static FrameTemplate Parse(string template)
    {
        var trimmed = template.TrimEnd('/');
        var parts = trimmed.Split("://", 2);
        var hole = trimmed.IndexOf(Hole, StringComparison.Ordinal);
        if (parts is not ["http" or "https", var host] || hole < 0 || host.Contains('/') || host.IndexOf('.') is var dot && (dot < 0 || dot < host.IndexOf(Hole, StringComparison.Ordinal)))
            throw new InvalidOperationException("Chartwright:FrameOrigin must look like https://r-{id}.charts-frames.example.");
        var split = host.Split(Hole, 2);
        if (!split[1].StartsWith('.')) throw new InvalidOperationException("In Chartwright:FrameOrigin, a dot must follow {id}.");
        return new(trimmed, parts[0], split[0], split[1]);
    }
}
