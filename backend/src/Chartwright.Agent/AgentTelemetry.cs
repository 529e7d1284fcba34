namespace Chartwright.Agent;

/// <summary>Names to listen to.</summary>
public static class AgentTelemetry
{
    /// <summary>Source of the agent's own spans: one for each run, one for each tool call.</summary>
    public const string SourceName = "Chartwright.Agent";

    /// <summary>Source of spans and metrics of model calls. Contents are never recorded.</summary>
    public const string ModelSourceName = "Chartwright.Agent.Models";
}
