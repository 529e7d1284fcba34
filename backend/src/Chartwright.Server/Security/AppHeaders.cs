using Chartwright.Server.StaticExport;

namespace Chartwright.Server.Security;

/// <summary>Headers of everything the app's own host sends.</summary>
internal sealed class AppHeaders(HostPolicy hosts, ExportFiles files)
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()";

    private readonly PageHashes _hashes = new(files);

    public void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context, []);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
    }

    /// <summary>Lets exactly the inline scripts of one page run.</summary>
    /// <param name="page">Its file inside the build, e.g. <c>data/index.html</c>.</param>
    public void ApplyPage(HttpContext context, string page) => context.Response.Headers.ContentSecurityPolicy = Policy(context, _hashes.Of(page));

    private string Policy(HttpContext context, IReadOnlyList<string> hashes) =>
        $"default-src 'none'; script-src {string.Join(' ', ["'self'", .. hashes])}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + $"frame-src {hosts.FrameSource(context)}; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";
}
