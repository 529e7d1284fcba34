using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chartwright.DuckDb.Json;

/// <summary>DECIMAL of up to 18 digits: all digits of its scale, a number while a double keeps them, else a string.</summary>
/// <param name="scale">Digits behind the point.</param>
internal sealed unsafe class DecimalWriter<T>(int scale) : ColumnWriter where T : unmanaged, IBinaryInteger<T>
{
    protected override void WriteValue(JsonBuffer json, long row) => DecimalText.Write(json, long.CreateTruncating(((T*)Data)[row]), scale);
}

/// <summary>DECIMAL of 19 to 38 digits.</summary>
internal sealed unsafe class HugeDecimalWriter(int scale) : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = Unsafe.ReadUnaligned<Int128>((Int128*)Data + row);
        if (value >= long.MinValue && value <= long.MaxValue) DecimalText.Write(json, (long)value, scale);
        else DecimalText.Write(json, value, scale);
    }
}

/// <summary>Fixed-point text of an unscaled integer.</summary>
internal static class DecimalText
{
    private const int MaxDigits = 40;
    private const long MaxExact = 999_999_999_999_999; // 15 digits

    public static void Write(JsonBuffer json, long unscaled, int scale)
    {
        if (unscaled is < -MaxExact or > MaxExact)
        {
            Write<long>(json, unscaled, scale);
            return;
        }

        var text = json.Reserve(MaxDigits);
        var at = 0;
        if (unscaled < 0) text[at++] = (byte)'-';
        json.Advance(at + FixedPoint.Write(text[at..], (ulong)Math.Abs(unscaled), scale));
    }

    public static void Write<T>(JsonBuffer json, T unscaled, int scale) where T : unmanaged, IBinaryInteger<T>, IUtf8SpanFormattable
    {
        var isNumber = IsExact(unscaled, scale);
        if (!isNumber) json.WriteByte((byte)'"');
        if (T.IsNegative(unscaled)) json.WriteByte((byte)'-');
        Span<byte> digits = stackalloc byte[MaxDigits];
        unscaled.TryFormat(digits, out var length, default, null);
        WriteDigits(json, digits[(T.IsNegative(unscaled) ? 1 : 0)..length], scale);
        if (!isNumber) json.WriteByte((byte)'"');
    }

    /// <summary>True when the digits, without zeros at the end of the fraction, fit a double.</summary>
    private static bool IsExact<T>(T unscaled, int scale) where T : unmanaged, IBinaryInteger<T>
    {
        var ten = T.CreateTruncating(10);
        var max = T.CreateSaturating(MaxExact);
        for (; scale >= 0; scale--)
        {
            if (unscaled <= max && unscaled >= -max) return true;
            if (scale == 0 || !T.IsZero(unscaled % ten)) return false;
            unscaled /= ten;
        }

        return false;
    }

    private static void WriteDigits(JsonBuffer json, ReadOnlySpan<byte> digits, int scale)
    {
        if (digits.Length > scale) json.Write(digits[..^scale]);
        else json.WriteByte((byte)'0');
        if (scale == 0) return;
        json.WriteByte((byte)'.');
        for (var missing = scale - digits.Length; missing > 0; missing--) json.WriteByte((byte)'0');
        json.Write(digits.Length > scale ? digits[^scale..] : digits);
    }
}
