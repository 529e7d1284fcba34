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
/// <param name="ValueCount">Rows that hold a value.</param>
internal readonly record struct Verdict(string? Type, bool IsOpen, Kind Kind, long ValueCount);

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
        return values == 0 ? Is(null, Kind.Any)
            : integers == values ? Is("BIGINT", Kind.Integers)
            : integers + wide == values ? Is("DECIMAL(38, 0)", Kind.Numbers) // Parquet would store a HUGEINT as DOUBLE
            : integers + fractions == values && digits / 100 <= MaxScale && digits % 100 <= MaxWholeDigits ? Is($"DECIMAL(18, {digits / 100})", Kind.Numbers)
            : numbers == values ? Is("DOUBLE", Kind.Numbers)
            : flags == values ? Is("BOOLEAN", Kind.Flags)
            : dates == values ? Is("DATE", Kind.Dates)
            : dates + Math.Abs(times) == values ? Is(times < 0 ? "TIMESTAMPTZ" : "TIMESTAMP", Kind.Times)
            : new(null, IsOpen: false, Kind.Any, values);

        Verdict Is(string? type, Kind kind) => new(type, IsOpen: true, kind, values);
    }

    private static string Matches(string value, string pattern) => $"regexp_full_match({value}, {Sql.Literal(pattern)})";
}
