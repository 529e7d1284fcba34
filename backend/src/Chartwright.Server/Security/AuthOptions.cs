namespace Chartwright.Server.Security;

/// <summary>Who may use the server. Needed for any address but loopback (<c>Chartwright:Auth</c>).</summary>
public sealed class AuthOptions
{
    public const string Section = "Chartwright:Auth";

    /// <summary>One password for everybody, asked for at <c>/login</c>. At least 8 characters. Set it by environment variable, not in a file.</summary>
    public string? Password { get; set; }

    /// <summary>Header in which a reverse proxy names the signed-in user, e.g. <c>X-Forwarded-User</c>. The proxy must drop it from what clients send, and nobody else may reach the port.</summary>
    public string? ProxyHeader { get; set; }

    public bool IsConfigured => !string.IsNullOrEmpty(Password) || !string.IsNullOrEmpty(ProxyHeader);
}
