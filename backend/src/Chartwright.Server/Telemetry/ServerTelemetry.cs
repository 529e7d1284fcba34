using System.Diagnostics;

namespace Chartwright.Server.Telemetry;

internal static class ServerTelemetry
{
    /// <summary>Every source of the product starts with this.</summary>
    public const string Prefix = "Chartwright";

    public static ActivitySource Source { get; } = new("Chartwright.Server");
}
