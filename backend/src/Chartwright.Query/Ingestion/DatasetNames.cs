using System.Globalization;
using System.Text;

namespace Chartwright.Query.Ingestion;

/// <summary>Makes names that need no quotes in SQL and no care in a path, of whatever a file or a header holds.</summary>
internal static class DatasetNames
{
    private const int MaxLength = 60;

    // DuckDB 1.5: cannot stand for a column or a table without quotes
    private static readonly HashSet<string> Reserved =
    [
        "all", "analyse", "analyze", "and", "anti", "any", "array", "as", "asc", "asof", "asymmetric", "at", "authorization", "binary", "both", "by",
        "case", "cast", "check", "collate", "collation", "column", "concurrently", "constraint", "create", "cross", "default", "deferrable", "desc",
        "describe", "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "freeze", "from", "full", "glob", "group",
        "having", "ilike", "in", "initially", "inner", "intersect", "into", "is", "isnull", "join", "lambda", "lateral", "leading", "left", "like",
        "limit", "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "pivot", "pivot_longer",
        "pivot_wider", "placing", "positional", "primary", "qualify", "references", "returning", "right", "select", "semi", "show", "similar",
        "some", "summarize", "symmetric", "table", "tablesample", "then", "to", "trailing", "true", "union", "unique", "unpack", "unpivot", "using",
        "variadic", "verbose", "when", "where", "window", "with",
    ];

    /// <summary>The table's name for a file: its own name without folder and extensions.</summary>
    public static string OfFile(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = last.IndexOf('.', Math.Min(1, last.Length));
        return Of(dot > 0 ? last[..dot] : last, "data");
    }

    /// <summary>Lower-case letters (of any script), digits and underscores; starts with a letter; no word that SQL reserves.</summary>
    public static string Of(string text, string fallback)
    {
        var name = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                name.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value == '%') name.Append("_pct_");
            else name.Append('_');
            if (name.Length >= MaxLength) break;
        }
        var made = string.Join('_', name.ToString().Split('_', StringSplitOptions.RemoveEmptyEntries));
        if (made.Length == 0) return fallback;
        if (char.IsDigit(made[0])) made = (fallback[0] == 'c' ? "c_" : "t_") + made;
        return Reserved.Contains(made) ? made + "_" : made;
    }

    /// <summary>A name for each header, all different: an empty one is <c>column_N</c>, a second <c>x</c> is <c>x_2</c>.</summary>
    public static IReadOnlyList<string> OfColumns(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>(headers.Count);
        for (var index = 0; index < headers.Count; index++)
        {
            names.Add(Free(Of(headers[index], $"column_{index + 1}"), name => !taken.Add(name)));
        }
        return names;
    }

    /// <summary>The name itself, or with the first number from 2 that makes it one that is not taken.</summary>
    public static string Free(string name, Func<string, bool> isTaken)
    {
        var free = name;
        for (var number = 2; isTaken(free); number++) free = $"{name}_{number}";
        return free;
    }

    /// <summary>Whether a text is a name as <see cref="Of"/> makes them, or one with capitals.</summary>
    public static bool IsPlain(string text) => text.Length is > 0 and <= MaxLength && text.All(character => char.IsLetterOrDigit(character) || character == '_');
}
