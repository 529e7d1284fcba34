namespace Chartwright.Query.Catalog;

/// <summary>Families of DuckDB types, by the name DuckDB gives them.</summary>
internal static class TypeKinds
{
    private static readonly HashSet<string> Integers =
    [
        "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
    ];

    public static bool IsInteger(string type) => Integers.Contains(type);

    public static bool IsNumber(string type) =>
        IsInteger(type) || type is "FLOAT" or "DOUBLE" or "BIGNUM" || type.StartsWith("DECIMAL", StringComparison.Ordinal);

    public static bool IsText(string type) => type == "VARCHAR" || type.StartsWith("ENUM", StringComparison.Ordinal);

    public static bool IsTime(string type) =>
        type == "DATE" || type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type.StartsWith("TIME", StringComparison.Ordinal);

    public static bool IsFlag(string type) => type == "BOOLEAN";

    /// <summary>Types whose values can be compared, counted and shown as one short text.</summary>
    public static bool IsScalar(string type) => IsNumber(type) || IsText(type) || IsTime(type) || IsFlag(type) || type == "UUID";

    /// <summary>Whether a value of one type can be a key of the other.</summary>
    public static bool AreComparable(string type, string other) => type == other || IsInteger(type) && IsInteger(other);
}
