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
            at = WriteDigits(text, at, year, 4);
        }
        else
        {
            text[at++] = (byte)(year < 0 ? '-' : '+');
            at = WriteDigits(text, at, Math.Abs(year), Math.Abs(year) > 999_999 ? 7 : 6);
        }

        text[at++] = (byte)'-';
        at = WriteDigits(text, at, month, 2);
        text[at++] = (byte)'-';
        return WriteDigits(text, at, day, 2);
    }

    /// <summary><c>HH:MM:SS</c> with the fraction only as far as it is not zero; hours may pass 24.</summary>
    /// <param name="ticks">Non-negative count of 10^-fractionDigits seconds.</param>
    public static int WriteTime(Span<byte> text, long ticks, int fractionDigits)
    {
        var unit = PowerOfTen(fractionDigits);
        var (seconds, fraction) = Math.DivRem(ticks, unit);
        var hours = seconds / 3600;
        var at = WriteDigits(text, 0, hours, hours > 99 ? DigitCount(hours) : 2);
        text[at++] = (byte)':';
        at = WriteDigits(text, at, seconds / 60 % 60, 2);
        text[at++] = (byte)':';
        at = WriteDigits(text, at, seconds % 60, 2);
        if (fraction == 0) return at;
        text[at++] = (byte)'.';
        at = WriteDigits(text, at, fraction, fractionDigits);
        while (text[at - 1] == '0') at--;
        return at;
    }

    public static int WriteDigits(Span<byte> text, int at, long value, int digits)
    {
        for (var index = at + digits - 1; index >= at; index--, value /= 10) text[index] = (byte)('0' + value % 10);
        return at + digits;
    }

    public static long PowerOfTen(int exponent) => exponent switch { 0 => 1, 3 => 1_000, 6 => 1_000_000, _ => 1_000_000_000 };

    private static int DigitCount(long value)
    {
        var digits = 1;
        while ((value /= 10) > 0) digits++;
        return digits;
    }

    // Euclidean affine calendar: Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022)
    private static (long Year, int Month, int Day) FromDays(long days)
    {
        var shifted = days + 719_468; // from 0000-03-01
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * marchMonth + 2) / 5 + 1);
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
    }
}
