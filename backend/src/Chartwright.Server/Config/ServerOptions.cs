using System.ComponentModel.DataAnnotations;

namespace Chartwright.Server.Config;

/// <summary>Where the server listens, what it serves and where it keeps things (<c>Chartwright</c>).</summary>
public sealed class ServerOptions
{
    public const string Section = "Chartwright";
    public const int DefaultPort = 5080;

    /// <summary>Folder of uploads, results, history and keys. Made with mode 0700 when absent. Flag <c>--data</c>.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>Port on the loopback address; when absent 5080, or the next free one if that is taken. Flag <c>--port</c>.</summary>
    [Range(0, 65535)]
    public int? Port { get; set; }

    /// <summary>Addresses to listen on instead of the loopback address, separated by <c>;</c>. Others than loopback need <c>Auth</c>. Flag <c>--urls</c>.</summary>
    public string? Urls { get; set; }

    /// <summary>Names under which the app may be opened besides the loopback address, with the port when it is not that of the scheme: <c>charts.example.com</c>, <c>localhost:8080</c>.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Origin of the frames when they are not at <c>http://r-{id}.localhost:PORT</c>: <c>https://r-{id}.charts-frames.example</c>, on a site of its own.</summary>
    public string? FrameOrigin { get; set; }

    /// <summary>Folder of the built pages; when absent <c>wwwroot</c> beside the program, else <c>frontend/out</c> of the checkout.</summary>
    public string? WebRoot { get; set; }

    /// <summary>Folder of the sample data; when absent <c>samples</c> beside the program, else that of the checkout. Empty for none.</summary>
    public string? Samples { get; set; }

    /// <summary>Origin of a development server that forwards to this one, e.g. <c>http://127.0.0.1:5090</c>.</summary>
    public string? DevOrigin { get; set; }
}
