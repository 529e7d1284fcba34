using System.Globalization;

namespace Chartwright.SparkConnect.Connection;

/// <summary>Where a cluster is and how to enter it, read from <c>sc://host:port/;key=value;key=value</c>. Printing it shows no token.</summary>
/// <remarks>Source: Spark's connector/connect/docs/client-connection-string.md. Keys are case-sensitive, values percent-encoded.</remarks>
public sealed record SparkConnectionString
{
    public const int DefaultPort = 15002;
    private const int MaxUserAgent = 2048;

    private static readonly string[] ReservedKeys = ["authorization", "te", "content-type", "host", "user-agent"];

    public required string Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    public bool UseTls { get; init; }

    /// <summary>Sent as bearer token with every call.</summary>
    public string? Token { get; init; }

    /// <summary>Names the sessions' owner to the cluster; proves nothing.</summary>
    public string UserId { get; init; } = "chartwright";

    /// <summary>Put before our own name in the client's type.</summary>
    public string? UserAgent { get; init; }

    public int MaxMessageBytes { get; init; } = 128 << 20;

    /// <summary>Every other key, in lower case: sent as it stands with each call, e.g. <c>x-databricks-cluster-id</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public Uri Address => new($"{(UseTls ? "https" : "http")}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");

    /// <exception cref="FormatException">With what is wrong and without any value, which may be a secret.</exception>
    public static SparkConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string scheme = "sc://";
        if (!text.StartsWith(scheme, StringComparison.Ordinal)) throw new FormatException("A Spark connection string begins with sc://");
        var end = text.IndexOf('/', scheme.Length);
        var authority = end < 0 ? text[scheme.Length..] : text[scheme.Length..end];
        if (authority.Contains(';', StringComparison.Ordinal)) throw new FormatException("A '/' belongs between the port and the first ';' of a Spark connection string");
        var rest = end < 0 ? "" : text[(end + 1)..];
        if (rest is not "" && rest[0] is not ';') throw new FormatException("A Spark connection string has no path");
        var (host, port) = ReadAuthority(authority);
        return Check(rest.Split(';', StringSplitOptions.RemoveEmptyEntries).Aggregate(new SparkConnectionString { Host = host, Port = port }, Apply), rest);
    }

    /// <returns>Host and port alone.</returns>
    public override string ToString() => $"sc://{Address.Authority}";

    private static (string Host, int Port) ReadAuthority(string authority)
    {
        if (authority.Contains('@', StringComparison.Ordinal) || authority.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '?' or '#' or '\\'))
            throw new FormatException("The host of a Spark connection string is not a host name");
        var colon = authority.StartsWith('[') ? authority.IndexOf(':', Math.Max(0, authority.IndexOf(']', StringComparison.Ordinal))) : authority.IndexOf(':', StringComparison.Ordinal);
        var host = (colon < 0 ? authority : authority[..colon]).Trim('[', ']');
        if (host is "" || Uri.CheckHostName(host) is UriHostNameType.Unknown) throw new FormatException("The host of a Spark connection string is not a host name");
        if (colon < 0) return (host, DefaultPort);
        return int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (host, port)
            : throw new FormatException("The port of a Spark connection string is a number from 1 to 65535");
    }

    private static SparkConnectionString Apply(SparkConnectionString parsed, string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal); // the first: a token may end in '='
        if (equals <= 0) throw new FormatException("A parameter of a Spark connection string is key=value");
        var (key, value) = (pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..]));
        if (value.Any(char.IsControl)) throw new FormatException($"The value of '{key}' in the Spark connection string has a control character");
        return key switch
        {
            "token" => parsed with { Token = value is "" ? throw new FormatException("The token in the Spark connection string is empty") : value },
            "use_ssl" => parsed with { UseTls = ReadFlag(key, value) },
            "user_id" => parsed with { UserId = value is "" ? throw new FormatException("The user_id in the Spark connection string is empty") : value },
            "user_agent" => parsed with { UserAgent = value.Length <= MaxUserAgent ? value : throw new FormatException($"The user_agent in the Spark connection string is longer than {MaxUserAgent} characters") },
            "session_id" => throw new FormatException("The Spark connection string names a session_id: every job has a session of its own, leave it out"),
            "grpc_max_message_size" => parsed with { MaxMessageBytes = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : throw new FormatException("The grpc_max_message_size in the Spark connection string is a number of bytes") },
            _ => parsed with { Metadata = new Dictionary<string, string>(parsed.Metadata) { [HeaderName(key)] = value } },
        };
    }

    private static bool ReadFlag(string key, string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"The value of '{key}' in the Spark connection string is true or false"),
    };

    private static string HeaderName(string key)
    {
        var name = key.ToLowerInvariant();
        if (ReservedKeys.Contains(name) || name.StartsWith("grpc-", StringComparison.Ordinal) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new FormatException($"'{key}' cannot be a parameter of a Spark connection string");
        return name;
    }

    private static SparkConnectionString Check(SparkConnectionString parsed, string parameters)
    {
        if (parsed.Token is null) return parsed;
        if (!parameters.Split(';').Any(pair => pair.StartsWith("use_ssl=", StringComparison.Ordinal))) return parsed with { UseTls = true };
        if (!parsed.UseTls && !IsLoopback(parsed.Host)) throw new FormatException("A Spark token goes over TLS only; use_ssl=false is for a server on this machine");
        return parsed;
    }

    private static bool IsLoopback(string host) =>
        host is "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
