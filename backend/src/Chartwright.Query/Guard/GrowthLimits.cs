using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Puts bounded forms before the functions that make much of little: DuckDB's memory limit does not count the texts and lists of an expression,
/// and its planner computes constant ones before any time limit can stop it.</summary>
/// <remarks>The forms are macros in the engine's own schema, which a name without a catalog finds first. <c>range</c> in FROM is another function and has no bound.</remarks>
internal static class GrowthLimits
{
    private const int MaxItems = 100_000; // characters of a text, items of a list
    private const int MaxCompared = 1_000_000; // characters of one text times those of the other
    private const int MaxReplaced = 10_000_000; // characters a replacement may make of one text
    private const int MaxFormatArguments = 12;
    private const string RegexWork = $"CASE WHEN {MatchLimits.RegexIsHeavy} THEN 10000000000 ELSE (len(s::VARCHAR) + 1)::HUGEINT * len(t) END";

    public static Task ApplyAsync(DuckDbEngine engine, CancellationToken cancellationToken) => engine.ExecuteAsync(
        $"""
        CREATE OR REPLACE MACRO repeat(s, n) AS {Bounded("n * len(s)", $"system.main.repeat(s, {AtMost("n", $"{MaxItems} // greatest(len(s), 1)")})")};
        CREATE OR REPLACE MACRO lpad(s, n, fill) AS {Bounded("n", $"system.main.lpad(s, {AtMost("n", MaxItems)}::INTEGER, fill)")};
        CREATE OR REPLACE MACRO rpad(s, n, fill) AS {Bounded("n", $"system.main.rpad(s, {AtMost("n", MaxItems)}::INTEGER, fill)")};
        CREATE OR REPLACE MACRO bitstring(s, n) AS {Bounded("n", $"system.main.bitstring(s, {AtMost("n", MaxItems)}::INTEGER)")};
        {Resize("list_resize")}
        {Resize("array_resize")}
        {Series("range")}
        {Series("generate_series")}
        {Distance("levenshtein")}
        {Distance("editdist3")}
        {Distance("damerau_levenshtein")}
        {Distance("jaro_similarity")}
        {Distance("jaro_winkler_similarity")}
        CREATE OR REPLACE MACRO replace(s, f, t) AS {Within("replace", MaxReplaced, "len(s::VARCHAR)::HUGEINT // greatest(len(f), 1) * len(t)", "s", "f, t")};
        CREATE OR REPLACE MACRO regexp_replace(s, p, t) AS {Within("regexp_replace", MaxReplaced, RegexWork, "s", "p, t")},
            (s, p, t, o) AS {Within("regexp_replace", MaxReplaced, RegexWork, "s", "p, t, o")};
        {Formatted("format", @"\{[^}]*(\d{5}|\{)")}
        {Formatted("printf", @"%[^a-zA-Z%]*(\d{5}|\*)")}
        """,
        cancellationToken);

    private static string Bounded(string size, string call) =>
        $"CASE WHEN {size} > {MaxItems} THEN error('A text or list of more than {MaxItems} items may not be made in an expression.') ELSE {call} END";

    // the planner may compute a branch that no row takes, so the call itself is bounded too; least() would make a number of NULL
    private static string AtMost(string value, object most) => $"CASE WHEN {value} > {most} THEN {most} ELSE {value} END";

    /// <summary>Distances of two texts take time by the product of their lengths, and nothing stops one that has begun.</summary>
    private static string Distance(string function)
    {
        const string size = "len(a::VARCHAR)::BIGINT * len(b::VARCHAR)";
        var (left, right) = ($"CASE WHEN {size} > {MaxCompared} THEN '' ELSE a END", "b");
        var refusal = $"CASE WHEN {size} > {MaxCompared} THEN error('Texts of more than {MaxCompared} pairs of characters may not be compared.') ELSE ";
        var withCutoff = function.StartsWith("jaro", StringComparison.Ordinal) ? $", (a, b, cutoff) AS {refusal}system.main.{function}({left}, {right}, cutoff) END" : "";
        return $"CREATE OR REPLACE MACRO {function}(a, b) AS {refusal}system.main.{function}({left}, {right}) END{withCutoff};";
    }

    private static string Within(string function, int most, string work, string text, string others) =>
        $"CASE WHEN {work} > {most} THEN error('{function} may not do that much with one text.') ELSE system.main.{function}(CASE WHEN {work} > {most} THEN '' ELSE {text} END, {others}) END";

    // a width or precision of five digits, or one that is an argument itself
    private static string Formatted(string function, string tooWide)
    {
        var wide = $"regexp_matches(f, '{tooWide}')";
        var forms = Enumerable.Range(0, MaxFormatArguments + 1).Select(count =>
        {
            var arguments = string.Concat(Enumerable.Range(1, count).Select(number => $", a{number}"));
            return $"(f{arguments}) AS CASE WHEN {wide} THEN error('{function} may not make so wide a text.') ELSE system.main.{function}(CASE WHEN {wide} THEN NULL ELSE f END{arguments}) END";
        });
        return $"CREATE OR REPLACE MACRO {function}{string.Join(", ", forms)};";
    }

    private static string Resize(string function) =>
        $"""
        CREATE OR REPLACE MACRO {function}(l, n) AS {Bounded("n", $"system.main.{function}(l, {AtMost("n", MaxItems)})")},
            (l, n, v) AS {Bounded("n", $"system.main.{function}(l, {AtMost("n", MaxItems)}, v)")};
        """;

    private static string Series(string function)
    {
        const string count = "abs((b::HUGEINT - a::HUGEINT) // nullif(c, 0))";
        // of a span of time the step decides: a month is taken as its 30 days, as DuckDB does when it compares
        const string timeCount = "abs(epoch(b) - epoch(a)) / nullif(abs(epoch(c)), 0)";
        return $"""
            CREATE OR REPLACE MACRO {function}(b BIGINT) AS {Bounded("b", $"system.main.{function}({AtMost("b", MaxItems)})")},
                (a BIGINT, b BIGINT) AS {Bounded("b::HUGEINT - a::HUGEINT", $"system.main.{function}(a, CASE WHEN b::HUGEINT - a::HUGEINT > {MaxItems} THEN a ELSE b END)")},
                (a BIGINT, b BIGINT, c BIGINT) AS {Bounded(count, $"system.main.{function}(a, CASE WHEN {count} > {MaxItems} THEN a ELSE b END, c)")},
                (a TIMESTAMP, b TIMESTAMP, c INTERVAL) AS {Bounded(timeCount, $"system.main.{function}(a, CASE WHEN {timeCount} > {MaxItems} THEN a ELSE b END, c)")},
                (a TIMESTAMPTZ, b TIMESTAMPTZ, c INTERVAL) AS {Bounded(timeCount, $"system.main.{function}(a, CASE WHEN {timeCount} > {MaxItems} THEN a ELSE b END, c)")};
            """;
    }
}
