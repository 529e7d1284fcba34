using DuckDB.NET.Native;

namespace Chartwright.DuckDb.Json;

/// <summary>INTERVAL in DuckDB's words: <c>"1 year 2 months 3 days 04:05:06.5"</c>.</summary>
/// <remarks>Shape: int32 months, int32 days, int64 microseconds, 16 bytes a value.</remarks>
internal sealed unsafe class IntervalWriter : ColumnWriter
{
    private const int MaxChars = 96;

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var interval = ((DuckDBInterval*)Data)[row];
        var text = json.Reserve(MaxChars);
        text[0] = (byte)'"';
        var at = WritePart(text, 1, interval.Months / 12, " year"u8);
        at = WritePart(text, at, interval.Months % 12, " month"u8);
        at = WritePart(text, at, interval.Days, " day"u8);
        at = WriteTime(text, at, (long)interval.Micros);
        text[at++] = (byte)'"';
        json.Advance(at);
    }

    private static int WritePart(Span<byte> text, int at, int value, ReadOnlySpan<byte> unit)
    {
        if (value == 0) return at;
        if (at > 1) text[at++] = (byte)' ';
        value.TryFormat(text[at..], out var written, default, null);
        at += written;
        unit.CopyTo(text[at..]);
        at += unit.Length;
        if (value is not (1 or -1)) text[at++] = (byte)'s';
        return at;
    }

    private static int WriteTime(Span<byte> text, int at, long micros)
    {
        if (micros == 0 && at > 1) return at;
        if (at > 1) text[at++] = (byte)' ';
        if (micros < 0) text[at++] = (byte)'-';
        return at + CalendarText.WriteTime(text[at..], micros == long.MinValue ? long.MaxValue : Math.Abs(micros), fractionDigits: 6);
    }
}
