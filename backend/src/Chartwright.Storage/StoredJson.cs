using System.Text.Json;
using System.Text.RegularExpressions;
using Chartwright.Core.Json;

namespace Chartwright.Storage;

/// <summary>Documents and enums in the form the wire has them.</summary>
internal static partial class StoredJson
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ChartwrightJson.Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ChartwrightJson.Options)
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is empty.");

    /// <summary>A pattern of LIKE, with backslash as its escape, for documents in lower case that hold a text.</summary>
    public static string Holding(string text) => $"%{Special.Replace(Write(text)[1..^1].ToLowerInvariant(), @"\$0")}%";

    public static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static TEnum Parse<TEnum>(string name) where TEnum : struct, Enum => Read<TEnum>($"\"{name}\"");

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Special { get; }
}
