using System.Text.Json;
using Chartwright.Server.StaticExport;

namespace Chartwright.Server.Security;

/// <summary>Headers of everything the app's own host sends.</summary>
internal sealed class AppHeaders(HostPolicy hosts, WebRoot root)
{
    public const string HashesFile = "csp-hashes.json";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()";

    private readonly Lazy<string> _scripts = new(() => string.Join(' ', ["'self'", .. ReadHashes(root)]));

    public void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {_scripts.Value}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
            + $"frame-src {hosts.FrameSource(context)}; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
    }

    /// <summary>Hashes of the inline scripts in the built pages, as the build found them: <c>sha256-…</c> anywhere in the file.</summary>
    private static List<string> ReadHashes(WebRoot root)
    {
        if (root.FindFile(HashesFile) is not { } file) return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return Strings(document.RootElement)
            .Select(text => text.Trim('\''))
            .Where(text => text.StartsWith("sha256-", StringComparison.Ordinal) && Convert.TryFromBase64String(text["sha256-".Length..], stackalloc byte[64], out _))
            .Distinct()
            .Select(text => $"'{text}'")
            .ToList();
    }

    private static IEnumerable<string> Strings(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
