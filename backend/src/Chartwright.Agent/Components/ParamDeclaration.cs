using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Components;

/// <summary>One entry of a params literal: a definition, or what is wrong with it.</summary>
internal readonly record struct ParamDeclaration(ParamDefinition? Definition, string? Problem)
{
    private static readonly Dictionary<string, ParamType> Types = Enum.GetValues<ParamType>()
        .ToDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()), StringComparer.Ordinal);

    public static ParamDeclaration Read(string name, JsonNode? value)
    {
        if (value is not JsonObject entry)
            return Wrong($"{name} is no object with type and default");
        if (!Types.TryGetValue(Text(entry["type"]) ?? "", out var type))
            return Wrong($"{name} needs a type: {string.Join(", ", Types.Keys)}");
        if (!entry.ContainsKey("default"))
            return Wrong($"{name} needs a default");
        if ((Text(entry["scope"]) ?? "view") is not ("view" or "query") and var scope)
            return Wrong($"{name} has the scope {scope}; there is view and query");
        if (type is ParamType.Select or ParamType.Multiselect && entry["options"] is not JsonArray { Count: > 0 })
            return Wrong($"{name} needs options");
        if (!Fits(type, entry["default"]))
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

    private static bool Fits(ParamType type, JsonNode? value) => type switch
    {
        ParamType.Number => Number(value) is not null,
        ParamType.Boolean => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ParamType.Text or ParamType.Color => Text(value) is not null,
        ParamType.Date => IsDate(value),
        ParamType.DateRange => value is JsonArray { Count: 2 } range && range.All(IsDate),
        ParamType.Select => value is not null and not JsonArray and not JsonObject,
        ParamType.Multiselect => value is JsonArray values && values.All(item => item is JsonValue),
        _ => false,
    };

    private static bool IsDate(JsonNode? value) =>
        DateOnly.TryParseExact(Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    private static JsonElement ToElement(JsonNode? value) => JsonSerializer.SerializeToElement(value);
}
