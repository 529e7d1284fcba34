using System.Text;
using System.Text.Json;
using Chartwright.Core.Chat;
using Chartwright.Core.Json;

namespace Chartwright.Server.Runs;

/// <summary>Events on their way into the run store and back.</summary>
internal static class StoredEvent
{
    /// <summary>JSON to store instead of what was sent, or null to store what was sent. Rows are not stored: they are fetched by cache key.</summary>
    public static string? Replace(ChatEvent item) => item is DataEvent { Rows: not null } data
        ? JsonSerializer.Serialize<ChatEvent>(data with { Rows = null, DataUrl = data.DataUrl ?? ResultUrl(data.CacheKey) }, ChartwrightJson.Options)
        : null;

    /// <summary>The JSON inside a frame.</summary>
    public static string JsonOf(ReadOnlySpan<byte> frame)
    {
        var start = frame.IndexOf("\ndata: "u8) + "\ndata: "u8.Length;
        return Encoding.UTF8.GetString(frame[start..^2]);
    }

    /// <summary>The <c>type</c> of a stored event, or null when the JSON is not an event.</summary>
    public static string? TypeOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("type", out var type) ? type.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string ResultUrl(string cacheKey) => $"/api/results/{Uri.EscapeDataString(cacheKey)}";
}
