namespace Chartwright.DuckDb.Json;

/// <summary>ISO 8601 text of dates and times of day, written in place.</summary>
internal static class CalendarText
{
    public const int MaxDateChars = 14; // -0290308-12-31
    public const int MaxTimeChars = 24;

    /// <summary><c>YYYY-MM-DD</c>; years outside 0 to 9999 as ISO's expanded ±YYYYYY, which browsers read.</summary>
    /// <param name="days">Days since 1970-01-01, proleptic Gregorian.</param>
    public static int WriteDate(Span<byte> text, long days)
    {
        var (year, month, day) = FromDays(days);
        var at = 0;
        if (year is >= 0 and <= 9999)
        {
            Digits.WritePair(text, 0, (int)year / 100);
            Digits.WritePair(text, 2, (int)year % 100);
            at = 4;
        }
        else
        {
            text[at++] = (byte)(year < 0 ? '-' : '+');
            at = WriteDigits(text, at, Math.Abs(year), Math.Abs(year) > 999_999 ? 7 : 6);
        }

        text[at] = (byte)'-';
        Digits.WritePair(text, at + 1, month);
        text[at + 3] = (byte)'-';
        Digits.WritePair(text, at + 4, day);
        return at + 6;
    }

    /// <summary><c>HH:MM:SS</c> with the fraction only as far as it is not zero; hours may pass 24.</summary>
    /// <param name="ticks">Non-negative count of 10^-fractionDigits seconds.</param>
    public static int WriteTime(Span<byte> text, long ticks, int fractionDigits)
    {
        var (seconds, fraction) = Split(ticks, fractionDigits);
        return WriteTime(text, seconds, fraction, fractionDigits);
    }

    public static int WriteTime(Span<byte> text, long seconds, long fraction, int fractionDigits)
    {
        var minutes = seconds / 60;
        var hours = minutes / 60;
        var at = 2;
        if (hours < 100) Digits.WritePair(text, 0, (int)hours);
        else at = Digits.Write(text, hours);
        text[at] = (byte)':';
        Digits.WritePair(text, at + 1, (int)(minutes % 60));
        text[at + 3] = (byte)':';
        Digits.WritePair(text, at + 4, (int)(seconds % 60));
        at += 6;
        if (fraction == 0) return at;
        text[at++] = (byte)'.';
        at = WriteDigits(text, at, fraction, fractionDigits);
        while (text[at - 1] == '0') at--;
        return at;
    }

    /// <summary>Whole units and the rest, 10^digits to the unit. Constants, because a 64-bit division by a variable is slow.</summary>
    public static (long Units, long Remainder) Split(long ticks, int digits) => digits switch
    {
        0 => (ticks, 0),
        3 => Math.DivRem(ticks, 1_000),
        6 => Math.DivRem(ticks, 1_000_000),
        _ => Math.DivRem(ticks, 1_000_000_000),
    };

    public static int WriteDigits(Span<byte> text, int at, long value, int digits)
    {
        for (var index = at + digits - 1; index >= at; index--, value /= 10) text[index] = (byte)('0' + value % 10);
        return at + digits;
    }

    public static long PowerOfTen(int exponent) => exponent switch { 0 => 1, 3 => 1_000, 6 => 1_000_000, _ => 1_000_000_000 };

    /// <remarks>Source: Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022), section 6.
    /// Years start in March there; eras of 400 years are added first so that all of DuckDB's range is positive.</remarks>
    private static (long Year, int Month, int Day) FromDays(long days)
    {
        const long Eras = 14_700;
        var n1 = 4 * (ulong)(days + 719_468 + 146_097 * Eras) + 3;
        var (century, rest) = Math.DivRem(n1, 146_097);
        var product = 2_939_745UL * ((uint)rest | 3);
        var yearOfCentury = (uint)(product >> 32);
        var dayOfYear = (uint)product / 2_939_745 / 4;
        var n3 = 2141 * dayOfYear + 197_913;
        var isNextYear = dayOfYear >= 306;
        var year = 100 * (long)century + yearOfCentury - 400 * Eras + (isNextYear ? 1 : 0);
        return (year, (int)(n3 >> 16) - (isNextYear ? 12 : 0), (int)((n3 & 0xFFFF) / 2141) + 1);
    }
}
