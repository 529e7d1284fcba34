using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb.Json;

/// <summary>VARCHAR, and JSON as its text. DuckDB guarantees valid UTF-8.</summary>
internal sealed unsafe class VarcharWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row) => JsonText.Write(json, StringVector.At(Data, row));
}

/// <summary>BLOB as base64.</summary>
internal sealed unsafe class BlobWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row)
    {
        var bytes = StringVector.At(Data, row);
        json.WriteByte((byte)'"');
        Base64.EncodeToUtf8(bytes, json.Reserve(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        json.Advance(written);
        json.WriteByte((byte)'"');
    }
}

/// <summary>BIT as a string of 0 and 1. Shape: the first byte counts the unused high bits of the second.</summary>
internal sealed unsafe class BitWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row)
    {
        var bytes = StringVector.At(Data, row);
        var first = 8 + bytes[0];
        var text = json.Reserve(bytes.Length * 8 + 2);
        var written = 0;
        text[written++] = (byte)'"';
        for (var bit = first; bit < bytes.Length * 8; bit++)
            text[written++] = (byte)('0' + (bytes[bit >> 3] >> (7 - (bit & 7)) & 1));
        text[written++] = (byte)'"';
        json.Advance(written);
    }
}

/// <summary>UUID in its usual form. Shape: int128 with the top bit flipped, so that values sort as text does.</summary>
internal sealed unsafe class UuidWriter : ColumnWriter
{
    private const int Chars = 38;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var bits = Unsafe.ReadUnaligned<UInt128>((UInt128*)Data + row) ^ (UInt128.One << 127);
        var text = json.Reserve(Chars);
        text[0] = (byte)'"';
        var at = 1;
        for (var nibble = 0; nibble < 32; nibble++)
        {
            if (nibble is 8 or 12 or 16 or 20) text[at++] = (byte)'-';
            text[at++] = "0123456789abcdef"u8[(int)(bits >> (124 - nibble * 4) & 15)];
        }

        text[at] = (byte)'"';
        json.Advance(Chars);
    }
}

/// <summary>ENUM as its label.</summary>
internal sealed unsafe class EnumWriter<T>(IReadOnlyList<string> labels) : ColumnWriter where T : unmanaged, IBinaryInteger<T>
{
    private readonly byte[][] _labels = [.. labels.Select(JsonText.Encode)];

    protected override void WriteValue(JsonBuffer json, long row) => json.Write(_labels[int.CreateTruncating(((T*)Data)[row])]);
}
