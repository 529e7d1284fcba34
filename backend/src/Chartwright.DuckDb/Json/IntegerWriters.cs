using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chartwright.DuckDb.Json;

/// <summary>Integers that a double holds exactly, whatever their value.</summary>
internal sealed unsafe class IntegerWriter<T> : ColumnWriter where T : unmanaged, IBinaryInteger<T>
{
    protected override void WriteValue(JsonBuffer json, long row) =>
        json.Advance(Digits.Write(json.Reserve(Digits.MaxLength + 1), long.CreateTruncating(((T*)Data)[row])));
}

/// <summary>64 and 128 bit integers: a number within ±(2^53−1), a string beyond, where a browser would round.</summary>
internal sealed unsafe class WideIntegerWriter<T> : ColumnWriter where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int MaxChars = 42;
    private static readonly T Max = T.CreateSaturating(SafeNumbers.Max);
    private static readonly T Min = T.CreateSaturating(-SafeNumbers.Max);

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var value = Unsafe.ReadUnaligned<T>((T*)Data + row); // 16-byte integers are only 8-aligned there
        var text = json.Reserve(MaxChars);
        if (value <= Max && value >= Min)
        {
            json.Advance(Digits.Write(text, long.CreateTruncating(value)));
            return;
        }

        text[0] = (byte)'"';
        value.TryFormat(text[1..], out var written, default, null);
        text[written + 1] = (byte)'"';
        json.Advance(written + 2);
    }
}

/// <summary>Which numbers every JSON reader gets right.</summary>
internal static class SafeNumbers
{
    /// <summary>2^53−1: integers up to here are exact in a double.</summary>
    public const long Max = 9_007_199_254_740_991;
}
