using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartwright.Server.Frame;

/// <summary>The headers of the frame's document, written by the build of the frame's program (<c>frame/frame-policy.json</c>).</summary>
/// <param name="ContentSecurityPolicy">With <c>{frameOrigin}</c> and <c>{appOrigin}</c> to be filled in.</param>
/// <param name="Headers">Further headers of the document, as they are.</param>
/// <param name="AssetHeaders">Headers of its script and stylesheet.</param>
internal sealed record FramePolicy(
    [property: JsonPropertyName("contentSecurityPolicy")] string ContentSecurityPolicy,
    [property: JsonPropertyName("headers")] IReadOnlyDictionary<string, string> Headers,
    [property: JsonPropertyName("assetHeaders")] IReadOnlyDictionary<string, string> AssetHeaders)
{
    public const string FileName = "frame/frame-policy.json";

    /// <exception cref="JsonException">The file is not what the build writes.</exception>
    public static FramePolicy Parse(ReadOnlySpan<byte> json)
    {
        var policy = JsonSerializer.Deserialize<FramePolicy>(json) ?? throw new JsonException("The frame's policy is empty.");
        return !string.IsNullOrWhiteSpace(policy.ContentSecurityPolicy) && policy.Headers is not null && policy.AssetHeaders is not null
            ? policy
            : throw new JsonException("The frame's policy lacks its content security policy or its headers.");
    }

    public void ApplyAsset(IHeaderDictionary headers)
    {
        foreach (var (name, value) in AssetHeaders) headers[name] = value;
    }

    public void Apply(IHeaderDictionary headers, string frameOrigin, string appOrigins)
    {
        foreach (var (name, value) in Headers) headers[name] = value;
        headers.ContentSecurityPolicy = ContentSecurityPolicy
            .Replace("{frameOrigin}", frameOrigin, StringComparison.Ordinal)
            .Replace("{appOrigin}", appOrigins, StringComparison.Ordinal);
    }
}
