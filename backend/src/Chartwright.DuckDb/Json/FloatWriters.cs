using System.Buffers.Text;

namespace Chartwright.DuckDb.Json;

/// <summary>Shortest text that reads back as the same double; NaN and infinities become null, JSON has none.</summary>
internal sealed unsafe class DoubleWriter : ColumnWriter
{
    private const int MaxChars = 32;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = ((double*)Data)[row];
        if (!double.IsFinite(value))
        {
            json.WriteNull();
            return;
        }

        Utf8Formatter.TryFormat(value, json.Reserve(MaxChars), out var written);
        json.Advance(written);
    }
}

/// <summary>Shortest text that reads back as the same float: 0.1, not 0.10000000149011612.</summary>
internal sealed unsafe class FloatWriter : ColumnWriter
{
    private const int MaxChars = 24;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = ((float*)Data)[row];
        if (!float.IsFinite(value))
        {
            json.WriteNull();
            return;
        }

        Utf8Formatter.TryFormat(value, json.Reserve(MaxChars), out var written);
        json.Advance(written);
    }
}

/// <summary><c>true</c> and <c>false</c>.</summary>
internal sealed unsafe class BooleanWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row) => json.Write(((byte*)Data)[row] != 0 ? "true"u8 : "false"u8);
}

/// <summary>A column of type "NULL": <c>SELECT NULL</c>.</summary>
internal sealed class NullWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row) => json.WriteNull();
}
