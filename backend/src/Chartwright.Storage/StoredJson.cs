using System.Text.Json;
using Chartwright.Core.Json;

namespace Chartwright.Storage;

/// <summary>Documents and enums in the form the wire has them.</summary>
internal static class StoredJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ChartwrightJson.Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ChartwrightJson.Options)
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");

    public static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static TEnum Parse<TEnum>(string name) where TEnum : struct, Enum => Read<TEnum>($"\"{name}\"");
}
