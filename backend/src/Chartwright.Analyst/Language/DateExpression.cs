using System.Globalization;

namespace Chartwright.Analyst.Language;

/// <summary>Half open: from (inclusive) to (exclusive); null is unbounded.</summary>
internal sealed record DateRange(DateTime? From, DateTime? To);

/// <summary>A time the question names. Relative ones are resolved against an anchor: the last day of the data, or today.</summary>
internal sealed record DateExpression
{
    /// <summary>Smallest unit the words name: 2017 is a year, June 2017 a month.</summary>
    public required TimeGrain Unit { get; init; }

    /// <summary>For fixed times.</summary>
    public DateRange? Fixed { get; init; }

    /// <summary>For relative times: how the range follows from the anchor's day.</summary>
    public Func<DateTime, DateRange>? Relative { get; init; }

    /// <summary>For times that come again: months (1 to 12) or weekdays (0 is Sunday).</summary>
    public IReadOnlyList<int>? Recurring { get; init; }

    /// <summary>The two ends of "from A to B" or "between A and B", for comparing them.</summary>
    public (DateExpression First, DateExpression Last)? Ends { get; init; }

    public bool IsRelative => Relative is not null;

    public DateRange Resolve(DateTime anchor) => Fixed ?? Relative?.Invoke(anchor) ?? new(null, null);

    public static DateExpression Span(TimeGrain unit, DateTime from, DateTime to) => new() { Unit = unit, Fixed = new(from, to) };

    public static DateExpression Year(int year) => Span(TimeGrain.Year, new(year, 1, 1), new(year + 1, 1, 1));

    /// <summary>Start of the unit that holds a day. Weeks begin on Monday.</summary>
    public static DateTime Floor(DateTime day, TimeGrain unit) => unit switch
    {
        TimeGrain.Year => new(day.Year, 1, 1),
        TimeGrain.Quarter => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        TimeGrain.Month => new(day.Year, day.Month, 1),
        TimeGrain.Week => day.Date.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => day.Date,
    };

    public static DateTime Add(DateTime day, TimeGrain unit, int count) => unit switch
    {
        TimeGrain.Year => day.AddYears(count),
        TimeGrain.Quarter => day.AddMonths(3 * count),
        TimeGrain.Month => day.AddMonths(count),
        TimeGrain.Week => day.AddDays(7 * count),
        TimeGrain.Hour => day.AddHours(count),
        _ => day.AddDays(count),
    };

    /// <summary>The range in words: "2017", "June 2017", "from 2016-01-01 to 2016-03-31", "since 1990".</summary>
    public static string Describe(DateRange range)
    {
        if (range is { From: null, To: null }) return "all time";
        if (range.From is null) return $"before {Point(range.To!.Value)}";
        if (range.To is null) return $"since {Point(range.From.Value)}";
        var (from, to) = (range.From.Value, range.To.Value);
        if (from == Floor(from, TimeGrain.Year) && to == from.AddYears(1)) return $"in {from.Year}";
        if (from == Floor(from, TimeGrain.Month) && to == from.AddMonths(1)) return "in " + from.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        if (from == Floor(from, TimeGrain.Quarter) && to == from.AddMonths(3)) return $"in Q{(from.Month + 2) / 3} {from.Year}";
        if (from == Floor(from, TimeGrain.Year) && to == Floor(to, TimeGrain.Year)) return $"from {from.Year} to {to.Year - 1}";
        if (to == from.AddDays(1)) return $"on {from:yyyy-MM-dd}";
        return $"from {from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}";
    }

    private static string Point(DateTime day) => day == Floor(day, TimeGrain.Year) ? day.Year.ToString(CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
