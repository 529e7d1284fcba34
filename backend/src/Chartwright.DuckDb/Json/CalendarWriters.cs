namespace Chartwright.DuckDb.Json;

/// <summary>DATE as <c>"2017-01-31"</c>, infinities as <c>"infinity"</c> and <c>"-infinity"</c>.</summary>
internal sealed unsafe class DateWriter : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row)
    {
        var days = ((int*)Data)[row];
        if (Infinity.TryWrite(json, days, int.MaxValue)) return;
        var text = json.Reserve(CalendarText.MaxDateChars + 2);
        text[0] = (byte)'"';
        var end = 1 + CalendarText.WriteDate(text[1..], days);
        text[end] = (byte)'"';
        json.Advance(end + 1);
    }
}

/// <summary>All timestamps as <c>"2017-01-31T12:34:56.5"</c>; those with time zone in UTC with a <c>Z</c>.</summary>
/// <param name="fractionDigits">The unit of the vector: 0 seconds, 3 milli-, 6 micro-, 9 nanoseconds since 1970.</param>
/// <param name="isUtc">Adds the <c>Z</c>.</param>
internal sealed unsafe class TimestampWriter(int fractionDigits, bool isUtc) : ColumnWriter
{
    private const int SecondsPerDay = 86_400;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var ticks = ((long*)Data)[row];
        if (Infinity.TryWrite(json, ticks, long.MaxValue)) return;
        var (seconds, fraction) = CalendarText.Split(ticks, fractionDigits);
        if (fraction < 0) (seconds, fraction) = (seconds - 1, fraction + CalendarText.PowerOfTen(fractionDigits));
        var days = Math.DivRem(seconds, SecondsPerDay, out var secondOfDay);
        if (secondOfDay < 0) (days, secondOfDay) = (days - 1, secondOfDay + SecondsPerDay);

        var text = json.Reserve(CalendarText.MaxDateChars + CalendarText.MaxTimeChars + 4);
        text[0] = (byte)'"';
        var at = 1 + CalendarText.WriteDate(text[1..], days);
        text[at++] = (byte)'T';
        at += CalendarText.WriteTime(text[at..], secondOfDay, fraction, fractionDigits);
        if (isUtc) text[at++] = (byte)'Z';
        text[at++] = (byte)'"';
        json.Advance(at);
    }
}

/// <summary>TIME as <c>"12:34:56.5"</c>.</summary>
internal sealed unsafe class TimeWriter(int fractionDigits) : ColumnWriter
{
    protected override void WriteValue(JsonBuffer json, long row)
    {
        var text = json.Reserve(CalendarText.MaxTimeChars + 2);
        text[0] = (byte)'"';
        var end = 1 + CalendarText.WriteTime(text[1..], ((long*)Data)[row], fractionDigits);
        text[end] = (byte)'"';
        json.Advance(end + 1);
    }
}

/// <summary>TIME WITH TIME ZONE as <c>"12:34:56+02"</c>, <c>"12:34:56-03:30"</c>.</summary>
/// <remarks>Shape: uint64, high 40 bits microseconds, low 24 bits 57,599 minus the offset in seconds.</remarks>
internal sealed unsafe class TimeTzWriter : ColumnWriter
{
    private const int MaxOffset = 16 * 3600 - 1;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var bits = ((ulong*)Data)[row];
        var offset = MaxOffset - (int)(bits & 0xFFFFFF);
        var text = json.Reserve(CalendarText.MaxTimeChars + 12);
        text[0] = (byte)'"';
        var at = 1 + CalendarText.WriteTime(text[1..], (long)(bits >> 24), fractionDigits: 6);
        text[at++] = (byte)(offset < 0 ? '-' : '+');
        offset = Math.Abs(offset);
        at = CalendarText.WriteDigits(text, at, offset / 3600, 2);
        if (offset % 3600 != 0) at = WritePart(text, at, offset / 60 % 60);
        if (offset % 60 != 0) at = WritePart(text, at, offset % 60);
        text[at++] = (byte)'"';
        json.Advance(at);
    }

    private static int WritePart(Span<byte> text, int at, int value)
    {
        text[at++] = (byte)':';
        return CalendarText.WriteDigits(text, at, value, 2);
    }
}

/// <summary>The two values beyond every date.</summary>
internal static class Infinity
{
    public static bool TryWrite(JsonBuffer json, long value, long infinity)
    {
        if (value == infinity) json.Write("\"infinity\""u8);
        else if (value == -infinity) json.Write("\"-infinity\""u8);
        else return false;
        return true;
    }
}
