using System.ComponentModel.DataAnnotations;

namespace Chartwright.Server.Config;

/// <summary>Sizes and times that clients are held to and told of (<c>Chartwright:Limits</c>).</summary>
public sealed class LimitOptions
{
    public const string Section = "Chartwright:Limits";

    /// <summary>Bytes of one upload.</summary>
    [Range(1024, long.MaxValue)]
    public long UploadBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of any other request.</summary>
    [Range(1024, int.MaxValue)]
    public long BodyBytes { get; set; } = 16L * 1024 * 1024;

    /// <summary>Milliseconds a component has for its first render.</summary>
    [Range(100, 60_000)]
    public int RenderMs { get; set; } = 5_000;
}
