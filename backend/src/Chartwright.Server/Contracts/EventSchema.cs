using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Chartwright.Core.Chat;
using Chartwright.Core.Ids;
using Chartwright.Core.Json;

namespace Chartwright.Server.Contracts;

/// <summary>The JSON Schema of the stream's union, made from <see cref="ChatEvent"/> and the serializer's own rules.</summary>
/// <remarks>Draft 2020-12. Every event and every shared type is a definition of its own, so that generated code has names to use.</remarks>
internal static class EventSchema
{
    private const string Definitions = "$defs";

    /// <summary>The schema as committed in <c>contracts/events.schema.json</c>.</summary>
    public static JsonObject Create()
    {
        var shared = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var events = new JsonObject();
        foreach (var kind in typeof(ChatEvent).GetCustomAttributes<JsonDerivedTypeAttribute>())
            events[kind.DerivedType.Name] = Describe(kind, shared);

        var oneOf = new JsonArray([.. events.Select(entry => (JsonNode)Reference(entry.Key))]);
        foreach (var (name, schema) in shared) events[name] = schema;
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "https://chartwright.dev/contracts/events.schema.json",
            ["title"] = nameof(ChatEvent),
            ["description"] = "One event of a run: the data line of a server-sent event, whose event line repeats \"type\".",
            ["oneOf"] = oneOf,
            [Definitions] = events,
        };
    }

    private static JsonObject Describe(JsonDerivedTypeAttribute kind, SortedDictionary<string, JsonNode> shared)
    {
        var type = (string)kind.TypeDiscriminator!;
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context, node, shared),
        };
        var schema = ChartwrightJson.Options.GetJsonSchemaAsNode(kind.DerivedType, options).AsObject();
        var properties = new JsonObject { ["type"] = new JsonObject { ["const"] = type } };
        foreach (var (name, property) in schema["properties"]!.AsObject()) properties[name] = WithoutDefault(property!);
        var required = new JsonArray(["type", .. schema["required"]!.AsArray().Select(name => name!.GetValue<string>())]);
        return new JsonObject
        {
            ["title"] = kind.DerivedType.Name,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
        };
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, SortedDictionary<string, JsonNode> shared)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var nullable = context.PropertyInfo is { IsGetNullable: true } && IsOwnLevel(context);
        var described = type switch
        {
            _ when IsId(type) => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            _ when type == typeof(RawJson) => Rows(),
            _ when type == typeof(JsonElement) => new JsonObject(),
            { IsEnum: true } => new JsonObject { ["type"] = "string", ["enum"] = Names(node) },
            _ when IsMap(type) => WithValues(node.AsObject()),
            _ => node,
        };
        if (IsShared(type) && !context.Path.IsEmpty)
        {
            shared.TryAdd(type.Name, Titled(type.Name, described));
            described = Reference(type.Name);
        }
        else if (ReferenceEquals(described, node) || type == typeof(JsonElement) || context.Path.IsEmpty)
        {
            return described; // the exporter has said already whether it may be null
        }
        return nullable ? OrNull(described) : described;
    }

    private static bool IsMap(Type type) =>
        type.GetInterfaces().Append(type).Any(@interface => @interface.IsGenericType && @interface.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    /// <summary>A map of anything is said aloud: without it, generated code has an object with no fields.</summary>
    private static JsonObject WithValues(JsonObject map)
    {
        map["additionalProperties"] ??= true;
        return map;
    }

    private static JsonArray Names(JsonNode node) =>
        new([.. node["enum"]!.AsArray().Where(value => value is not null).Select(value => value!.DeepClone())]);

    private static JsonNode WithoutDefault(JsonNode property)
    {
        var copy = property.DeepClone();
        if (copy is JsonObject schema) schema.Remove("default");
        return copy;
    }

    /// <summary>True when the node is the property's own value and not an item of its array or map.</summary>
    private static bool IsOwnLevel(JsonSchemaExporterContext context) => context.TypeInfo.Type == context.PropertyInfo!.PropertyType;

    private static bool IsId(Type type) =>
        type.GetInterfaces().Any(@interface => @interface.IsGenericType && @interface.GetGenericTypeDefinition() == typeof(IId<>));

    private static bool IsShared(Type type) =>
        type.Assembly == typeof(ChatEvent).Assembly && !IsId(type) && type != typeof(RawJson) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static JsonObject Rows() => new()
    {
        ["type"] = "array",
        ["description"] = "Rows in column order.",
        ["items"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject() },
    };

    private static JsonObject Titled(string title, JsonNode schema)
    {
        var titled = new JsonObject { ["title"] = title };
        foreach (var (name, value) in schema.AsObject()) titled[name] = name == "type" ? NotNull(value!) : value?.DeepClone();
        if (titled["properties"] is JsonObject properties)
            foreach (var name in properties.Select(property => property.Key).ToList()) properties[name] = WithoutDefault(properties[name]!);
        return titled;
    }

    /// <summary>A definition describes the thing itself; where it may be missing is said at the reference.</summary>
    private static JsonNode NotNull(JsonNode type) =>
        type is JsonArray types ? types.First(name => name!.GetValue<string>() != "null")!.DeepClone() : type.DeepClone();

    private static JsonObject OrNull(JsonNode schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/{Definitions}/{name}" };
}
