namespace Chartwright.Query.Ingestion;

/// <summary>What is worth counting in a column.</summary>
[Flags]
internal enum Kind
{
    Integers = 1,
    Numbers = 2 | Integers,
    Flags = 4,
    Dates = 8,
    Times = 16 | Dates,
    Any = Numbers | Flags | Times,
}

/// <param name="IsOpen">False when some value is a word: whatever the other rows hold, the column is text.</param>
/// <param name="Kind">What to count to confirm it.</param>
internal readonly record struct Verdict(string? Type, bool IsOpen, Kind Kind);

/// <summary>Counts, for each type, how many values of a text column are written in it.</summary>
internal static class ColumnEvidence
{
    private const int MaxScale = 4; // beyond it, numbers are measurements, and DOUBLE
    private const int MaxWholeDigits = 14; // with MaxScale within DECIMAL(18)

    /// <summary>Nine expressions for <see cref="Judge"/>; those that are not of the kind are 0.</summary>
    public static IEnumerable<string> Of(string value, string isAbsent, Kind kind)
    {
        yield return $"count(*) FILTER (NOT {isAbsent})";
        // a number that prints as it was written has no leading zero, no point and no other spelling
        yield return If(Kind.Integers, $"count(*) FILTER (CAST(TRY_CAST({value} AS BIGINT) AS VARCHAR) = {value})");
        yield return If(Kind.Numbers, $"count(*) FILTER (length({value}) > 18 AND TRY_CAST({value} AS BIGINT) IS NULL AND {Matches(value, "-?[1-9][0-9]{18,36}")})");
        yield return If(Kind.Numbers, $"count(*) FILTER ({Matches(value, @"-?(0|[1-9][0-9]*)?\.[0-9]+")})");
        yield return If(Kind.Numbers, $"count(*) FILTER ({Matches(value, @"[+-]?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?|[+-]?\.[0-9]+([eE][+-]?[0-9]+)?")})");
        yield return If(Kind.Numbers, $"max(CASE WHEN contains({value}, '.') THEN length({value}) - strpos({value}, '.') ELSE 0 END) * 100"
            + $" + max(CASE WHEN contains({value}, '.') THEN strpos({value}, '.') - 1 ELSE length({value}) END)");
        yield return If(Kind.Flags, $"count(*) FILTER (lower({value}) IN ('true', 'false'))");
        yield return If(Kind.Dates, $"count(*) FILTER ({Matches(value, "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")} AND TRY_CAST({value} AS DATE) IS NOT NULL)");
        yield return If(Kind.Times, $"count(*) FILTER (regexp_matches({value}, '^[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}[ T][0-9]') AND TRY_CAST({value} AS TIMESTAMPTZ) IS NOT NULL)"
            + $" * CASE WHEN bool_or(regexp_matches({value}, '([zZ]|[+-][0-9]{{2}}(:?[0-9]{{2}})?)$')) FILTER (contains({value}, ':')) THEN -1 ELSE 1 END");

        string If(Kind needed, string expression) => (kind & needed) == needed ? expression : "0";
    }

    /// <param name="counts">Of the expressions of <see cref="Of"/>; the last is negative when the times carry an offset.</param>
    public static Verdict Judge(long[] counts)
    {
        if (counts is not [var values, var integers, var wide, var fractions, var numbers, var digits, var flags, var dates, var times]) throw new ArgumentException("nine counts", nameof(counts));
        if (values == 0) return new(null, IsOpen: true, Kind.Any);
        if (integers == values) return new("BIGINT", true, Kind.Integers);
        if (integers + wide == values) return new("DECIMAL(38, 0)", true, Kind.Numbers); // Parquet would store a HUGEINT as DOUBLE
        if (integers + fractions == values && digits / 100 <= MaxScale && digits % 100 <= MaxWholeDigits) return new($"DECIMAL(18, {digits / 100})", true, Kind.Numbers);
        if (numbers == values) return new("DOUBLE", true, Kind.Numbers);
        if (flags == values) return new("BOOLEAN", true, Kind.Flags);
        if (dates == values) return new("DATE", true, Kind.Dates);
        if (dates + Math.Abs(times) == values) return new(times < 0 ? "TIMESTAMPTZ" : "TIMESTAMP", true, Kind.Times);
        return new(null, IsOpen: false, Kind.Any);
    }

    private static string Matches(string value, string pattern) => $"regexp_full_match({value}, {Sql.Literal(pattern)})";
}
