using System.Buffers.Text;

namespace Chartwright.DuckDb.Json;

/// <summary>Shortest text that reads back as the same double; NaN and infinities become null, JSON has none.</summary>
internal sealed unsafe class DoubleWriter : ColumnWriter
{
    private const int MaxChars = 32;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = ((double*)Data)[row];
        var text = json.Reserve(MaxChars);
        if (FixedPoint.TryWrite(text, value, out var written))
        {
            json.Advance(written);
        }
        else if (double.IsFinite(value))
        {
            Utf8Formatter.TryFormat(value, text, out written);
            json.Advance(written);
        }
        else
        {
            json.WriteNull();
        }
    }
}

/// <summary>The common case of doubles that are short decimals, money for one: many times faster than the general search, same text.</summary>
internal static class FixedPoint
{
    private const int MaxScale = 6;
    private const double MaxUnscaled = 1e15;
    private const double Min = 1e-4; // below, the general text has an exponent

    /// <summary>Writes a value of at most 15 digits and 6 decimals.</summary>
    /// <remarks>With unscaled and 10^scale exact in a double, their quotient is the double nearest to that decimal; up to 15 digits no two decimals
    /// share a double, so the first scale that gives the value back gives its shortest text.</remarks>
    public static bool TryWrite(Span<byte> text, double value, out int written)
    {
        written = 0;
        var magnitude = Math.Abs(value);
        if (!(magnitude is >= Min and < MaxUnscaled)) return false; // zero has a sign to keep; NaN compares false
        var power = 1.0;
        for (var scale = 0; scale <= MaxScale; scale++, power *= 10)
        {
            var unscaled = Math.Round(magnitude * power);
            if (unscaled >= MaxUnscaled) return false;
            if (unscaled / power != magnitude) continue;
            if (value < 0) text[written++] = (byte)'-';
            written += Write(text[written..], (ulong)unscaled, scale);
            return true;
        }

        return false;
    }

    /// <summary>Writes unscaled · 10^−scale with all digits of the scale.</summary>
    public static int Write(Span<byte> text, ulong unscaled, int scale)
    {
        if (scale == 0) return Digits.Write(text, unscaled);
        var (whole, fraction) = Math.DivRem(unscaled, PowersOfTen[scale]);
        var at = Digits.Write(text, whole);
        text[at++] = (byte)'.';
        Digits.WriteFixed(text[at..], scale, fraction);
        return at + scale;
    }

    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];
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
