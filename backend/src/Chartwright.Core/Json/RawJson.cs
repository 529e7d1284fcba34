using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartwright.Core.Json;

/// <summary>UTF-8 JSON that is already written: it passes through the serializer untouched.</summary>
/// <remarks>Ownership: the bytes are shared and must not change once wrapped. The writer does not validate them again.</remarks>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>The empty array, <c>[]</c>.</summary>
    public static RawJson EmptyArray { get; } = new("[]"u8.ToArray());

    public override string ToString() => System.Text.Encoding.UTF8.GetString(Utf8.Span);
}

internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.IsEmpty ? "null"u8 : value.Utf8.Span, skipInputValidation: true);
}
