using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartwright.Core.Artifacts;

/// <summary>Spelled on the wire as in the artifact's literal.</summary>
public enum ParamType { Number, Text, Boolean, Select, Multiselect, Color, Date, [JsonStringEnumMemberName("dateRange")] DateRange }

/// <summary><see cref="View"/> re-renders only; <see cref="Query"/> is bound as <c>$name</c> and runs the SQL again.</summary>
public enum ParamScope { View, Query }

/// <summary>One entry of the artifact's <c>export const params</c> literal.</summary>
public sealed record ParamDefinition
{
    public required ParamType Type { get; init; }
    public string? Label { get; init; }

    /// <summary>JSON value that fits <see cref="Type"/>: number, string, boolean, array of strings; dates as <c>YYYY-MM-DD</c>.</summary>
    public required JsonElement Default { get; init; }

    public ParamScope Scope { get; init; } = ParamScope.View;
    public double? Min { get; init; }
    public double? Max { get; init; }
    public double? Step { get; init; }
    public IReadOnlyList<JsonElement>? Options { get; init; }
}
