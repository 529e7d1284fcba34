using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chartwright.Core.Chat;
using Chartwright.Core.Json;

namespace Chartwright.Server.Sse;

/// <summary>One event as it goes over the wire: <c>id</c>, <c>event</c>, one <c>data</c> line, an empty line. UTF-8, LF.</summary>
/// <remarks>Written once per event, however many readers there are. Source: WHATWG HTML, server-sent events.</remarks>
internal static class SseFrame
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static byte[] Write(int id, ChatEvent item)
    {
        var buffer = _buffer ??= new(4096);
        try
        {
            WriteHead(buffer, id, item.Name);
            var start = buffer.WrittenCount;
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ChartwrightJson.Options.Encoder, SkipValidation = true }))
                JsonSerializer.Serialize(json, item, ChartwrightJson.Options); // as ChatEvent: that is what writes "type"
            buffer.Write("\n\n"u8);
            var frame = buffer.WrittenSpan.ToArray();
            KeepOnOneLine(frame.AsSpan(start, frame.Length - start - 2));
            return frame;
        }
        finally
        {
            if (buffer.Capacity > 1 << 20) _buffer = null; // one large result must not stay with the thread
            else buffer.ResetWrittenCount();
        }
    }

    /// <summary>The frame of an event that was stored as JSON.</summary>
    public static byte[] Write(int id, string name, string json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length + 64);
        WriteHead(buffer, id, name);
        Encoding.UTF8.GetBytes(json, buffer);
        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHead(ArrayBufferWriter<byte> buffer, int id, string name)
    {
        buffer.Write("id: "u8);
        Span<byte> digits = stackalloc byte[10];
        id.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        buffer.Write(digits[..length]);
        buffer.Write("\nevent: "u8);
        Encoding.UTF8.GetBytes(name, buffer);
        buffer.Write("\ndata: "u8);
    }

    /// <summary>Line ends in JSON stand between tokens only, where a space means the same; raw rows may hold them.</summary>
    private static void KeepOnOneLine(Span<byte> json)
    {
        for (var next = json.IndexOfAny((byte)'\n', (byte)'\r'); next >= 0; next = json.IndexOfAny((byte)'\n', (byte)'\r'))
        {
            json[next] = (byte)' ';
            json = json[(next + 1)..];
        }
    }
}
