using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Puts bounded forms before the functions that make much of little: DuckDB's memory limit does not count the texts and lists of an expression,
/// and its planner computes constant ones before any time limit can stop it.</summary>
/// <remarks>The forms are macros in the engine's own schema, which a name without a catalog finds first. <c>range</c> in FROM is another function and has no bound.</remarks>
internal static class GrowthLimits
{
    private const int MaxItems = 100_000; // characters of a text, items of a list
    private const int MaxCompared = 1_000_000; // characters of one text times those of the other

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
