using Chartwright.DuckDb;

namespace Chartwright.Query.Guard;

/// <summary>Which functions a statement may call: in FROM only those listed, in expressions all but those that reach out of the data.</summary>
internal static class FunctionRules
{
    private static readonly HashSet<string> AllowedInFrom =
    [
        "range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree", "summary", "histogram", "histogram_values", "generate_subscripts",
    ];

    // settings and environment; SQL hidden in a string; the log; state of the connection; waiting; bytes read as if they were DuckDB's own
    private static readonly HashSet<string> Forbidden =
    [
        "getenv", "current_setting", "getvariable", "query", "query_table", "json_execute_serialized_sql", "json_serialize_plan", "write_log",
        "parse_duckdb_log_message", "nextval", "currval", "setseed", "sleep_ms", "pg_sleep", "current_query", "current_query_id", "current_connection_id",
        "current_transaction_id", "txid_current", "variant_bytes_to_variant", "variant_to_parquet_variant", "remap_struct", "finalize", "combine", "glob",
        "map_concat", // takes time by the product of its maps, and nothing stops it
    ];

    // a reduction runs without a stop, and one that doubles its text or list at each step ends in all memory there is
    // row: how the tree writes the parameters
    private static readonly HashSet<string> AllowedInReduction =
    [
        "row", "+", "-", "*", "/", "//", "%", "**", "^", "&", "|", "xor", "add", "subtract", "multiply", "divide", "greatest", "least", "abs", "sign", "round", "floor",
        "ceil", "sqrt", "ln", "exp", "mod", "gcd", "lcm", "date_diff", "datediff", "contains", "starts_with", "is_nan", "isnan", "~~", "!~~", "~~*",
    ];

    // each makes at most what GrowthLimits lets it; the planner puts constants together pair by pair, in time by the square of their number, and nothing stops it
    private const int MaxGrowing = 50;
    private static readonly HashSet<string> Growing = ["repeat", "lpad", "rpad", "bitstring", "list_resize", "array_resize", "range", "generate_series", "hex", "to_hex", "url_encode", "array_to_string"];

    private static readonly string[] ForbiddenPrefixes = ["__internal_", "duckdb_", "pragma_", "pg_get_", "read_", "parquet_", "inet_", "enable_", "disable_"];

    public static bool IsAllowedInFrom(string function) => AllowedInFrom.Contains(function);

    /// <returns>Why a function of the statement may not be called; null when all may.</returns>
    public static string? Refusal(StatementFacts facts)
    {
        if (facts.TableFunctions.FirstOrDefault(function => !IsAllowedInFrom(function)) is { } table)
            return $"The table function {table} may not be used. Query the tables of the catalog.";
        if (facts.ScalarFunctions.Keys.FirstOrDefault(function => !IsAllowedInExpression(function)) is { } scalar) return $"The function {scalar} may not be used.";
        if (facts.ScalarFunctions.Where(call => Growing.Contains(call.Key)).Sum(call => call.Value) > MaxGrowing)
            return $"{string.Join(", ", facts.ScalarFunctions.Keys.Where(Growing.Contains))} may be called at most {MaxGrowing} times in one statement.";
        return facts.ReductionFunctions.FirstOrDefault(function => !AllowedInReduction.Contains(function)) is { } reduction
            ? $"{reduction} may not be used in the lambda of a list_reduce, only arithmetic and comparisons. To join texts or lists use array_to_string or flatten."
            : null;
    }

    // a catalog before the name would step around the bounded forms of GrowthLimits
    public static bool IsAllowedInExpression(string function) =>
        !function.Contains('.', StringComparison.Ordinal) && !Forbidden.Contains(function) && !ForbiddenPrefixes.Any(prefix => function.StartsWith(prefix, StringComparison.Ordinal));
}
