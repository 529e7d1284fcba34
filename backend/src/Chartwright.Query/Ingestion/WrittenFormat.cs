namespace Chartwright.Query.Ingestion;

/// <summary>A way in which people write dates or numbers and DuckDB does not read them by itself.</summary>
/// <param name="Fits">An aggregate over a text: whether all values are written so.</param>
/// <param name="IsSettled">An aggregate over a text: whether some value can be meant in no other way.</param>
/// <param name="Parse">The text's value.</param>
internal sealed record WrittenFormat(Func<string, string> Fits, Func<string, string> IsSettled, Func<string, string> Parse)
{
    /// <summary>Of numbers: what parts their decimals. Null for dates.</summary>
    public bool? HasDecimalComma { get; private init; }

    /// <summary>1.234 as a thousand, for files that are known to write numbers so.</summary>
    public static WrittenFormat PointedThousands { get; } = Number(".", ",", 0, "BIGINT", "[.]");

    // where day and month cannot be told apart, the month is first
    private static readonly WrittenFormat[] Dates = [.. ((string[])
    [
        "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%d-%m-%Y", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%b %d %Y",
    ]).Select(Date)];

    private static readonly (int MaxScale, string Type)[] NumberTypes = [(0, "BIGINT"), (2, "DECIMAL(18, 2)"), (4, "DECIMAL(18, 4)"), (60, "DOUBLE")];

    /// <summary>All formats, the likelier first.</summary>
    /// <param name="hasDecimalComma">What the rest of the file tells of its numbers; null: nothing.</param>
    public static IReadOnlyList<WrittenFormat> List(bool? hasDecimalComma) =>
    [
        .. Dates,
        .. NumberTypes.Select(type => Number(",", ".", type.MaxScale, type.Type, hasDecimalComma == false ? "[,]" : Sign("[,]", "[.]"))),
        .. NumberTypes.Select(type => Number(".", ",", type.MaxScale, type.Type, hasDecimalComma == true ? "[,]" : Sign("[.]", "[,]"))),
    ];

    // %Y takes 17 for the year 17; what no format reads is NULL, which bool_and would pass over
    private static WrittenFormat Date(string format)
    {
        return new(value => All(value, $"coalesce(year({Parse(value)}) >= 1000, false)"), value => Some($"{Parse(value)} IS NOT NULL"), Parse);

        string Parse(string value) => $"CAST(try_strptime({CellText.Trimmed(value)}, {Sql.Literal(format)}) AS DATE)";
    }

    /// <summary>Numbers with marks between thousands, or a comma before the decimals.</summary>
    /// <param name="sign">What settles that they are meant so: 1,234 may be a thousand, or one and a bit.</param>
    private static WrittenFormat Number(string group, string point, int maxScale, string type, string sign)
    {
        var (g, p) = ($"[{group}]", $"[{point}]");
        var whole = type == "DOUBLE" ? $"[1-9][0-9]{{0,2}}({g}[0-9]{{3}})+|0|[1-9][0-9]*" : $"[1-9][0-9]{{0,2}}({g}[0-9]{{3}}){{1,3}}|0|[1-9][0-9]{{0,11}}";
        var written = maxScale == 0 ? $"[+-]?({whole})" : $"[+-]?({whole})({p}[0-9]{{1,{maxScale}}})?";
        return new(
            value => All(value, $"regexp_full_match({CellText.Trimmed(value)}, {Sql.Literal(written)})"),
            value => Some($"regexp_matches({CellText.Trimmed(value)}, {Sql.Literal(sign)})"),
            value => $"CAST(replace(replace({CellText.Trimmed(value)}, '{group}', ''), '{point}', '.') AS {type})") { HasDecimalComma = point == "," };
    }

    /// <summary>What cannot be a number with the marks the other way round.</summary>
    private static string Sign(string group, string point) => $"{group}[0-9]{{3}}({group}|{point})|{point}([0-9]{{1,2}}|[0-9]{{4,}})$|^[+-]?(0|[0-9]{{4,}}){point}";

    private static string All(string value, string condition) => $"coalesce(bool_and({condition} OR {CellText.IsAbsent(value)}), true)";

    private static string Some(string condition) => $"coalesce(bool_or({condition}), false)";
}
