using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chartwright.DuckDb.Json;

/// <summary>Integers that a double holds exactly, whatever their value.</summary>
internal sealed unsafe class IntegerWriter<T> : ColumnWriter where T : unmanaged, IUtf8SpanFormattable
{
    private const int MaxDigits = 11; // -2147483648

    protected override void WriteValue(JsonBuffer json, long row)
    {
        ((T*)Data)[row].TryFormat(json.Reserve(MaxDigits), out var written, default, null);
        json.Advance(written);
    }
}

/// <summary>64 and 128 bit integers: a number within ±(2^53−1), a string beyond, where a browser would round.</summary>
internal sealed unsafe class WideIntegerWriter<T> : ColumnWriter where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, IUtf8SpanFormattable
{
    private const int MaxDigits = 40;
    private static readonly T Max = T.CreateSaturating(SafeNumbers.Max);
    private static readonly T Min = T.CreateSaturating(-SafeNumbers.Max);

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = Unsafe.ReadUnaligned<T>((T*)Data + row); // 16-byte integers are only 8-aligned there
        var isNumber = value <= Max && value >= Min;
        if (!isNumber) json.WriteByte((byte)'"');
        value.TryFormat(json.Reserve(MaxDigits), out var written, default, null);
        json.Advance(written);
        if (!isNumber) json.WriteByte((byte)'"');
    }
}

/// <summary>Which numbers every JSON reader gets right.</summary>
internal static class SafeNumbers
{
    /// <summary>2^53−1: integers up to here are exact in a double.</summary>
    public const long Max = 9_007_199_254_740_991;

    /// <summary>Decimal digits that survive a round trip through a double.</summary>
    public const int DecimalDigits = 15;
}
