using System.Buffers;

namespace Chartwright.DuckDb.Json;

/// <summary>Writes UTF-8 text as a JSON string. Escapes only what JSON demands: quote, backslash, control characters.</summary>
internal static class JsonText
{
    private const int ShortBytes = 12; // setting up the vectorised search costs more than these
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    public static void Write(JsonBuffer json, ReadOnlySpan<byte> utf8)
    {
        if (!HasEscape(utf8))
        {
            var text = json.Reserve(utf8.Length + 2);
            text[0] = (byte)'"';
            utf8.CopyTo(text[1..]);
            text[utf8.Length + 1] = (byte)'"';
            json.Advance(utf8.Length + 2);
            return;
        }

        json.WriteByte((byte)'"');
        while (utf8.IndexOfAny(Escaped) is var at and >= 0)
        {
            json.Write(utf8[..at]);
            WriteEscape(json, utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        json.Write(utf8);
        json.WriteByte((byte)'"');
    }

    private static bool HasEscape(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ShortBytes) return utf8.ContainsAny(Escaped);
        foreach (var code in utf8)
            if (code is < 0x20 or (byte)'"' or (byte)'\\') return true;
        return false;
    }

    private static void WriteEscape(JsonBuffer json, byte code)
    {
        switch (code)
        {
            case (byte)'"': json.Write("\\\""u8); break;
            case (byte)'\\': json.Write("\\\\"u8); break;
            case (byte)'\n': json.Write("\\n"u8); break;
            case (byte)'\r': json.Write("\\r"u8); break;
            case (byte)'\t': json.Write("\\t"u8); break;
            default:
                json.Write("\\u00"u8);
                json.WriteByte((byte)('0' + (code >> 4)));
                json.WriteByte("0123456789abcdef"u8[code & 15]);
                break;
        }
    }

    /// <summary>A string as a complete JSON string, for names and labels that are written many times.</summary>
    public static byte[] Encode(string text)
    {
        using var json = new JsonBuffer(int.MaxValue);
        Write(json, System.Text.Encoding.UTF8.GetBytes(text));
        return json.Written.ToArray();
    }
}
