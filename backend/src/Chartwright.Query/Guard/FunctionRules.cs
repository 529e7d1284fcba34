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
        "parse_duckdb_log_message", "nextval", "currval", "setseed", "sleep_ms", "current_query", "current_query_id", "current_connection_id",
        "current_transaction_id", "txid_current", "variant_bytes_to_variant", "variant_to_parquet_variant", "remap_struct", "finalize", "combine", "glob",
    ];

    private static readonly string[] ForbiddenPrefixes = ["__internal_", "duckdb_", "pragma_", "pg_get_", "read_", "parquet_", "inet_", "enable_", "disable_"];

    public static bool IsAllowedInFrom(string function) => AllowedInFrom.Contains(function);

    // a catalog before the name would step around the bounded forms of GrowthLimits
    public static bool IsAllowedInExpression(string function) =>
        !function.Contains('.', StringComparison.Ordinal) && !Forbidden.Contains(function) && !ForbiddenPrefixes.Any(prefix => function.StartsWith(prefix, StringComparison.Ordinal));
}
