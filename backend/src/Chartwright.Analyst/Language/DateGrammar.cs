using System.Globalization;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Reads dates, periods and ranges, absolute and relative, from tokens.</summary>
internal sealed class DateGrammar(IReadOnlyList<Token> tokens)
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal) { ["first"] = 1, ["1st"] = 1, ["second"] = 2, ["2nd"] = 2, ["third"] = 3, ["3rd"] = 3, ["fourth"] = 4, ["4th"] = 4, ["last"] = 4 };

    private sealed record Point(DateExpression Time, int Next, bool IsPlain);

    public IEnumerable<Span> Read()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ReadAt(i) is { } span) yield return span;
        }
    }

    private Span? ReadAt(int i)
    {
        var word = Word(i);
        switch (word)
        {
            case "between" or "from" when PointAt(SkipThe(i + 1)) is { } first:
            {
                var joint = Word(first.Next) is "and" or "to" or "until" or "till" or "through" or "-" or "up" ? first.Next + 1 : -1;
                if (joint > 0 && Word(joint) == "to") joint++;
                if (joint > 0 && PointAt(SkipThe(joint)) is { } last) return Make(i, last.Next, Between(first.Time, last.Time), 1.0);
                if (word == "from" && Word(first.Next) is "onwards" or "onward" or "on" or "forward") return Make(i, first.Next + 1, Since(first.Time), 1.0);
                return word == "from" ? Make(i, first.Next, first.Time, 0.95) : null;
            }
            case "since" or "starting" or "beginning":
            {
                var at = word == "since" ? i + 1 : Word(i + 1) is "in" or "from" or "with" ? i + 2 : i + 1;
                return PointAt(SkipThe(at)) is { } point ? Make(i, point.Next, Since(point.Time), 1.0) : null;
            }
            case "after" when PointAt(SkipThe(i + 1)) is { } point: return Make(i, point.Next, After(point.Time), 1.0);
            case "later" or "newer" when Word(i + 1) == "than" && PointAt(SkipThe(i + 2)) is { } point: return Make(i, point.Next, After(point.Time), 1.0);
            case "before" or "prior" or "earlier":
            {
                var at = word == "before" ? i + 1 : i + 2;
                return PointAt(SkipThe(at)) is { } point ? Make(i, point.Next, Before(point.Time), 1.0) : null;
            }
            case "until" or "till" or "through" when PointAt(SkipThe(i + 1)) is { } point: return Make(i, point.Next, Until(point.Time), 1.0);
            case "in" or "during" or "for" or "of" or "on" or "within" or "over" or "throughout" or "at" when PointAt(SkipThe(i + 1)) is { } point:
                if (word is "over" && !point.Time.IsRelative) return null;
                return RangeFrom(i, point) ?? Make(i, point.Next, point.Time, word is "of" or "for" or "at" ? 0.95 : 1.0);
        }
        return PointAt(i) is { } bare ? RangeFrom(i, bare) ?? Make(i, bare.Next, bare.Time, bare.IsPlain ? 0.8 : 0.97) : null;
    }

    /// <summary>"2010 to 2012", "2010 - 2012", "2010 or later".</summary>
    private Span? RangeFrom(int start, Point first)
    {
        if (Word(first.Next) is "to" or "-" or "through" or "until" && PointAt(SkipThe(first.Next + 1)) is { } last && !last.Time.IsRelative)
            return Make(start, last.Next, Between(first.Time, last.Time), 1.0);
        return Word(first.Next) is "or" or "and" && Word(first.Next + 1) is "later" or "after" or "onwards" ? Make(start, first.Next + 2, Since(first.Time), 1.0) : null;
    }

    private Point? PointAt(int i)
    {
        if (i >= tokens.Count) return null;
        return IsoAt(i) ?? RelativeAt(i) ?? MonthAt(i) ?? QuarterAt(i) ?? DecadeAt(i) ?? YearAt(i) ?? WeekdayAt(i);
    }

    private Point? IsoAt(int i)
    {
        if (!tokens[i].IsNumber) return null;
        foreach (var format in (string[])["yyyy-M-d", "M/d/yyyy", "M/d/yy"])
        {
            if (DateTime.TryParseExact(Word(i), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new(DateExpression.Span(TimeGrain.Day, day, day.AddDays(1)), i + 1, false);
        }
        return null;
    }

    private Point? YearAt(int i)
    {
        if (Word(i) is "year" or "fy" or "fiscal" or "season" && YearOf(Word(i) == "fiscal" ? i + 2 : i + 1) is { } named)
            return new(DateExpression.Year(named), Word(i) == "fiscal" ? i + 3 : i + 2, false);
        if (YearOf(i) is not { } year) return null;
        if (QuarterOf(i + 1) is { } quarter) return new(Quarter(year, quarter.Number), quarter.Next, false);
        return new(DateExpression.Year(year), i + 1, true);
    }

    private int? YearOf(int i) => i < tokens.Count && tokens[i].IsNumber && Word(i).Length == 4 && int.TryParse(Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1500 and <= 2100 ? year : null;

    private Point? MonthAt(int i)
    {
        if (tokens[i].IsNumber && MonthOf(i + 1) is { } after && DayOf(i) is { } dayFirst && YearOf(i + 2) is { } yearAfter) // 5 June 2017
            return Day(yearAfter, after, dayFirst, i + 3);
        if (MonthOf(i) is not { } month) return null;
        var next = i + 1;
        if (DayOf(next) is { } day && YearOf(Word(next + 1) == "," ? next + 2 : next + 1) is { } full) return Day(full, month, day, Word(next + 1) == "," ? next + 3 : next + 2);
        if (Word(next) is "of" or "," or "in" && YearOf(next + 1) is not null) next++;
        if (YearOf(next) is { } year) return new(DateExpression.Span(TimeGrain.Month, new(year, month, 1), new DateTime(year, month, 1).AddMonths(1)), next + 1, false);
        if (Word(i) is "may" or "march" && !(tokens[i].IsCapital || i > 0 && Word(i - 1) is "in" or "since" or "during")) return null;
        return new(new DateExpression { Unit = TimeGrain.MonthOfYear, Recurring = [month] }, i + 1, false);
    }

    private static Point? Day(int year, int month, int day, int next) => day > DateTime.DaysInMonth(year, month) ? null
        : new(DateExpression.Span(TimeGrain.Day, new(year, month, day), new DateTime(year, month, day).AddDays(1)), next, false);

    private Point? WeekdayAt(int i)
    {
        var word = Word(i);
        if (word is "weekend" or "weekends") return new(new() { Unit = TimeGrain.Weekday, Recurring = [0, 6] }, i + 1, false);
        if (word is "weekdays" && Word(i - 1) is "on" or "during") return new(new() { Unit = TimeGrain.Weekday, Recurring = [1, 2, 3, 4, 5] }, i + 1, false);
        var day = Array.FindIndex(Days, name => name == word || name + "s" == word);
        return day < 0 ? null : new(new() { Unit = TimeGrain.Weekday, Recurring = [day] }, i + 1, false);
    }

    private Point? QuarterAt(int i)
    {
        if (QuarterOf(i) is { } quarter)
        {
            var at = Word(quarter.Next) is "of" or "in" or "," ? quarter.Next + 1 : quarter.Next;
            return YearOf(at) is { } year ? new(Quarter(year, quarter.Number), at + 1, false) : null;
        }
        var half = Word(i) is "h1" or "h2" ? Word(i)[1] - '0' : Ordinals.TryGetValue(Word(i), out var order) && Word(i + 1) == "half" ? Math.Min(order, 2) : 0;
        if (half == 0) return null;
        var next = Word(i) is "h1" or "h2" ? i + 1 : i + 2;
        if (Word(next) is "of") next++;
        if (YearOf(next) is not { } of) return null;
        var start = new DateTime(of, half == 1 ? 1 : 7, 1);
        return new(DateExpression.Span(TimeGrain.Quarter, start, start.AddMonths(6)), next + 1, false);
    }

    private (int Number, int Next)? QuarterOf(int i)
    {
        if (Word(i) is "q1" or "q2" or "q3" or "q4") return (Word(i)[1] - '0', i + 1);
        if (Ordinals.TryGetValue(Word(i), out var number) && Word(i + 1) == "quarter") return (number, i + 2);
        return Word(i) == "quarter" && Word(i + 1) is "1" or "2" or "3" or "4" ? (Word(i + 1)[0] - '0', i + 2) : null;
    }

    private static DateExpression Quarter(int year, int number)
    {
        var start = new DateTime(year, number * 3 - 2, 1);
        return DateExpression.Span(TimeGrain.Quarter, start, start.AddMonths(3));
    }

    private Point? DecadeAt(int i)
    {
        var word = Word(i).Replace("'", "", StringComparison.Ordinal);
        if (!tokens[i].IsNumber || !word.EndsWith('s') || !int.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year % 10 != 0) return null;
        if (year < 100) year += year < 30 ? 2000 : 1900;
        return year is < 1500 or > 2100 ? null : new(DateExpression.Span(TimeGrain.Year, new(year, 1, 1), new(year + 10, 1, 1)), i + 1, false);
    }

    private Point? RelativeAt(int i)
    {
        var word = Word(i);
        if (word == "today") return Relative(TimeGrain.Day, i + 1, day => new(day.Date, day.Date.AddDays(1)));
        if (word == "yesterday") return Relative(TimeGrain.Day, i + 1, day => new(day.Date.AddDays(-1), day.Date));
        if (word is "ytd" or "mtd" or "qtd") return ToDate(word[0] switch { 'y' => TimeGrain.Year, 'm' => TimeGrain.Month, _ => TimeGrain.Quarter }, i + 1);
        if (UnitOf(i) is { } whole && Word(i + 1) == "to" && Word(i + 2) == "date") return ToDate(whole, i + 3);
        if (NumberOf(i) is { } back && UnitOf(i + 1) is { } ago && Word(i + 2) == "ago")
            return Relative(ago, i + 3, day => new(DateExpression.Add(DateExpression.Floor(day, ago), ago, -back), DateExpression.Add(DateExpression.Floor(day, ago), ago, 1 - back)));
        if (word is not ("last" or "past" or "previous" or "this" or "current" or "next" or "trailing" or "prior" or "recent" or "latest")) return null;
        if (NumberOf(i + 1) is { } count && UnitOf(i + 2) is { } unit && word is not ("this" or "current" or "next"))
            return Relative(unit, i + 3, day => LastUnits(day, unit, count));
        if (UnitOf(i + 1) is not { } single || Word(i + 1).EndsWith('s')) return null;
        var shift = word switch { "this" or "current" or "latest" or "recent" => 0, "next" => 1, _ => -1 };
        if (word is "past" or "trailing") return Relative(single, i + 2, day => LastUnits(day, single, 1));
        return Relative(single, i + 2, day => new(DateExpression.Add(DateExpression.Floor(day, single), single, shift), DateExpression.Add(DateExpression.Floor(day, single), single, shift + 1)));
    }

    /// <summary>Days and weeks roll back from the anchor's day; months, quarters and years are whole ones, the anchor's included when it is (nearly) complete.</summary>
    private static DateRange LastUnits(DateTime day, TimeGrain unit, int count)
    {
        if (unit is TimeGrain.Day or TimeGrain.Week or TimeGrain.Hour)
            return new(DateExpression.Add(day.Date.AddDays(1), unit, -count), day.Date.AddDays(1));
        var end = DateExpression.Floor(day.AddDays(1), unit);
        return end == day.Date.AddDays(1)
            ? new(DateExpression.Add(end, unit, -count), end)
            : new(DateExpression.Add(day.Date, unit, -count), day.Date.AddDays(1));
    }

    private static Point ToDate(TimeGrain unit, int next) => Relative(unit, next, day => new(DateExpression.Floor(day, unit), day.Date.AddDays(1)));

    private static Point Relative(TimeGrain unit, int next, Func<DateTime, DateRange> range) => new(new() { Unit = unit, Relative = range }, next, false);

    private static DateExpression Between(DateExpression first, DateExpression last) => new()
    {
        Unit = first.Unit, Ends = (first, last),
        Fixed = first.Fixed is not null && last.Fixed is not null ? new(first.Fixed.From, last.Fixed.To) : null,
        Relative = first.Fixed is not null && last.Fixed is not null ? null : day => new(first.Resolve(day).From, last.Resolve(day).To),
    };

    private static DateExpression Since(DateExpression time) => Bound(time, range => new(range.From, null));
    private static DateExpression After(DateExpression time) => Bound(time, range => new(range.To, null));
    private static DateExpression Before(DateExpression time) => Bound(time, range => new(null, range.From));
    private static DateExpression Until(DateExpression time) => Bound(time, range => new(null, range.To));

    private static DateExpression Bound(DateExpression time, Func<DateRange, DateRange> bound) => time.Fixed is { } known
        ? new() { Unit = time.Unit, Fixed = bound(known) }
        : new() { Unit = time.Unit, Relative = day => bound(time.Resolve(day)) };

    private static Span Make(int from, int to, DateExpression time, double score) => new(from, to, SpanKind.Date, time, score);

    private int SkipThe(int i) => Word(i) is "the" ? i + 1 : i;

    private string Word(int i) => i >= 0 && i < tokens.Count && !tokens[i].IsQuoted ? tokens[i].Norm : "";

    private int? MonthOf(int i)
    {
        var word = Word(i);
        if (word.Length < 3) return null;
        var month = Array.FindIndex(Months, name => name == word || (word.Length == 3 || word == "sept") && name.StartsWith(word, StringComparison.Ordinal));
        return month < 0 || word is "mar" && !tokens[i].IsCapital ? null : month + 1;
    }

    private int? DayOf(int i)
    {
        if (i >= tokens.Count || !tokens[i].IsNumber) return null;
        var word = Word(i);
        if (word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th") word = word[..^2];
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private int? NumberOf(int i) => i < tokens.Count ? NumberGrammar.SmallNumber(Word(i)) : null;

    private TimeGrain? UnitOf(int i) => Word(i) switch
    {
        "year" or "years" or "yr" or "yrs" => TimeGrain.Year, "quarter" or "quarters" => TimeGrain.Quarter, "month" or "months" => TimeGrain.Month,
        "week" or "weeks" => TimeGrain.Week, "day" or "days" => TimeGrain.Day, "hours" => TimeGrain.Hour, _ => null,
    };
}
