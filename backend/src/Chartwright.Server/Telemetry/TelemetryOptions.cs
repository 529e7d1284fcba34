namespace Chartwright.Server.Telemetry;

/// <summary>What is told to whom: nothing to anybody unless it is configured here (<c>Chartwright:Telemetry</c>).</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Chartwright:Telemetry";

    /// <summary>Address of an OpenTelemetry collector, e.g. <c>http://127.0.0.1:4317</c>. Absent: no telemetry at all.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>Log lines as JSON objects instead of text.</summary>
    public bool JsonLogs { get; set; }
}
