using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Components;

/// <summary>One entry of a params literal: a definition, or what is wrong with it.</summary>
internal readonly partial record struct ParamDeclaration(ParamDefinition? Definition, string? Problem)
{
    private static readonly Dictionary<string, ParamType> Types = Enum.GetValues<ParamType>()
        .ToDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()), StringComparer.Ordinal);

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "type", "label", "description", "default", "scope", "min", "max", "step", "options" };

    public static ParamDeclaration Read(string name, JsonNode? value)
    {
        if (value is not JsonObject entry)
            return Wrong($"{name} is no object with type and default");
        if (entry.FirstOrDefault(field => !Fields.Contains(field.Key)) is { Key: { } unknown })
            return Wrong($"{name} has the unknown field {unknown}; there are {string.Join(", ", Fields)}");
        if (!Types.TryGetValue(Text(entry["type"]) ?? "", out var type))
            return Wrong($"{name} needs a type: {string.Join(", ", Types.Keys)}");
        if (!entry.ContainsKey("default"))
            return Wrong($"{name} needs a default");
        if ((Text(entry["scope"]) ?? "view") is not ("view" or "query") and var scope)
            return Wrong($"{name} has the scope {scope}; there is view and query");
        if (entry.ContainsKey("options") && !(entry["options"] is JsonArray listed && listed.All(option => ReadChoice(option) is not null)))
            return Wrong($"{name} has options that are no texts, numbers or {{ value, label }}");
        var choices = (entry["options"] as JsonArray)?.Select(option => ReadChoice(option)!).ToHashSet(StringComparer.Ordinal) ?? [];
        if (type is ParamType.Select or ParamType.Multiselect && choices.Count == 0)
            return Wrong($"{name} needs options");
        if (!Fits(type, entry["default"], choices))
            return Wrong($"{name} has a default that does not fit its type");

        return new(new ParamDefinition
        {
            Type = type,
            Label = Text(entry["label"]),
            Default = ToElement(entry["default"]),
            Scope = Text(entry["scope"]) == "query" ? ParamScope.Query : ParamScope.View,
            Min = Number(entry["min"]),
            Max = Number(entry["max"]),
            Step = Number(entry["step"]),
            Options = (entry["options"] as JsonArray)?.Select(ToElement).ToList(),
        }, null);
    }

    private static ParamDeclaration Wrong(string problem) => new(null, problem);

    private static bool Fits(ParamType type, JsonNode? value, HashSet<string> choices) => type switch
    {
        ParamType.Number => Number(value) is not null,
        ParamType.Boolean => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ParamType.Text => Text(value) is not null,
        ParamType.Color => Text(value) is { } color && Color().IsMatch(color),
        ParamType.Date => IsDate(value),
        ParamType.DateRange => value is JsonArray { Count: 2 } range && range.All(IsDate),
        ParamType.Select => IsChoice(value, choices),
        ParamType.Multiselect => value is JsonArray values && values.All(item => IsChoice(item, choices)),
        _ => false,
    };

    /// <summary>Empty means: not limited.</summary>
    private static bool IsDate(JsonNode? value) =>
        Text(value) is { } text && (text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static bool IsChoice(JsonNode? value, HashSet<string> choices) => value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && choices.Contains(value.ToJsonString());

    /// <returns>The value a choice stands for as JSON, or null when it is no choice.</returns>
    private static string? ReadChoice(JsonNode? option) => option?.GetValueKind() switch
    {
        JsonValueKind.String or JsonValueKind.Number => option.ToJsonString(),
        JsonValueKind.Object when Text(option["label"]) is not null && option["value"]?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => option["value"]!.ToJsonString(),
        _ => null,
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    private static JsonElement ToElement(JsonNode? value) => JsonSerializer.SerializeToElement(value);

    [GeneratedRegex(@"^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch)a?\([^;{}]{1,60}\))$", RegexOptions.IgnoreCase)]
    private static partial Regex Color();
}
