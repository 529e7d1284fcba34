using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chartwright.DuckDb.Json;

/// <summary>Decimal digits, two at a time.</summary>
internal static class Digits
{
    public const int MaxLength = 20; // 18446744073709551615

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    /// <summary>Writes a number without leading zeros and returns its length. Needs room for <see cref="MaxLength"/> and a sign.</summary>
    public static int Write(Span<byte> text, long value)
    {
        if (value >= 0) return Write(text, (ulong)value);
        text[0] = (byte)'-';
        return 1 + Write(text[1..], (ulong)-value); // also right for the smallest value, whose negation is itself
    }

    public static int Write(Span<byte> text, ulong value)
    {
        var length = Count(value);
        WriteFixed(text, length, value);
        return length;
    }

    /// <summary>Writes exactly <paramref name="length"/> digits, with leading zeros; higher ones are dropped.</summary>
    public static void WriteFixed(Span<byte> text, int length, ulong value)
    {
        var at = length;
        while (at >= 2)
        {
            (value, var pair) = Math.DivRem(value, 100);
            WritePair(text, at -= 2, (int)pair);
        }

        if (at == 1) text[0] = (byte)('0' + value % 10);
    }

    /// <summary>Writes 00 to 99 at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WritePair(Span<byte> text, int at, int value) =>
        MemoryMarshal.Write(text[at..], MemoryMarshal.Read<ushort>(Pairs[(value * 2)..]));

    private static int Count(ulong value)
    {
        var count = 1;
        for (; value >= 10_000; value /= 10_000) count += 4;
        return value < 10 ? count : value < 100 ? count + 1 : value < 1000 ? count + 2 : count + 3;
    }
}
