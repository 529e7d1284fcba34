using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Puts bounded forms before what compares a text with a pattern. DuckDB tries every place of every wildcard of a LIKE that it cannot take apart, so that its time grows with a power of the text's length,
/// and nothing stops a comparison that has begun.</summary>
/// <remarks>Operators are functions by name, so macros stand before them too. With a pattern that is constant and harmless the form is folded away, and the optimizer sees the plain operator.</remarks>
internal static class MatchLimits
{
    // wildcards beyond one, but for one at the end
    private const string LikeIsHeavy = "(len(b) - len(system.main.replace(b, '%', '')) - CASE WHEN system.main.suffix(b, '%') THEN 1 ELSE 0 END >= 2 OR len(b) > 256)";
    private const string GlobIsHeavy = "(len(b) - len(system.main.replace(b, '*', '')) - CASE WHEN system.main.suffix(b, '*') THEN 1 ELSE 0 END >= 2 OR len(b) > 256)";
    /// <summary>Of a text <c>s</c> and a pattern <c>p</c>.</summary>
    internal const string RegexIsHeavy = @"len(s::VARCHAR) > 5000 AND (len(p) > 500 OR len(p) - len(system.main.replace(p, '{', '')) > 3 OR system.main.regexp_matches(p, '\{\d*,?(\d{3,}|[5-9]\d)'))";

    // the same pattern for an engine whose time grows with the text's length alone
    private const string LikeAsRegex = @"system.main.replace(system.main.replace(system.main.regexp_escape(b), '\%', '.*'), '_', '.')";

    public static Task ApplyAsync(DuckDbEngine engine, CancellationToken cancellationToken) => engine.ExecuteAsync(
        $"""
        {Like("~~", "s")}
        {Like("!~~", "s", "NOT ")}
        {Like("~~*", "si")}
        {Like("!~~*", "si", "NOT ")}
        {Refused("~~~", "a, b", GlobIsHeavy, "A GLOB may have one * before its end. Use LIKE.")}
        {Escaped("like_escape")}
        {Escaped("not_like_escape")}
        {Escaped("ilike_escape")}
        {Escaped("not_ilike_escape")}
        {Regex("regexp_matches", "s, p", "s, p, o")}
        {Regex("regexp_full_match", "s, p", "s, p, o")}
        {Regex("regexp_extract", "s, p", "s, p, g", "s, p, g, o")}
        {Regex("regexp_extract_all", "s, p", "s, p, g", "s, p, g, o")}
        {Regex("regexp_split_to_array", "s, p", "s, p, o")}
        {Regex("string_split_regex", "s, p", "s, p, o")}
        {Regex("str_split_regex", "s, p", "s, p, o")}
        """,
        cancellationToken);

    private static string Like(string name, string flags, string not = "") =>
        $"""CREATE OR REPLACE MACRO "{name}"(a, b) AS CASE WHEN {LikeIsHeavy} THEN {not}system.main.regexp_full_match(a, {LikeAsRegex}, '{flags}') ELSE system.main."{name}"(a, b) END;""";

    private static string Escaped(string name) => Refused(name, "a, b, c", LikeIsHeavy, "A LIKE with ESCAPE may have one % before its end.");

    private static string Refused(string name, string arguments, string isHeavy, string why) =>
        $"""CREATE OR REPLACE MACRO "{name}"({arguments}) AS CASE WHEN {isHeavy} THEN error('{why}') ELSE system.main."{name}"({arguments.Replace("b", $"CASE WHEN {isHeavy} THEN '' ELSE b END", StringComparison.Ordinal)}) END;""";

    private static string Regex(string name, params string[] forms)
    {
        var macros = forms.Select(arguments =>
            $"({arguments}) AS CASE WHEN {RegexIsHeavy} THEN error('A regular expression with large repetitions may not be tried on so long a text.') ELSE system.main.{name}({arguments}) END");
        return $"CREATE OR REPLACE MACRO {name}{string.Join(", ", macros)};";
    }
}
