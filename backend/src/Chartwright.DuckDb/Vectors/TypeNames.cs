using System.Text.RegularExpressions;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb.Vectors;

/// <summary>DuckDB's names of types, spelt as its <c>typeof</c> spells them.</summary>
internal static partial class TypeNames
{
    public static string Of(VectorTypeId id) => id switch
    {
        VectorTypeId.Boolean => "BOOLEAN",
        VectorTypeId.TinyInt => "TINYINT",
        VectorTypeId.SmallInt => "SMALLINT",
        VectorTypeId.Integer => "INTEGER",
        VectorTypeId.BigInt => "BIGINT",
        VectorTypeId.HugeInt => "HUGEINT",
        VectorTypeId.UTinyInt => "UTINYINT",
        VectorTypeId.USmallInt => "USMALLINT",
        VectorTypeId.UInteger => "UINTEGER",
        VectorTypeId.UBigInt => "UBIGINT",
        VectorTypeId.UHugeInt => "UHUGEINT",
        VectorTypeId.Float => "FLOAT",
        VectorTypeId.Double => "DOUBLE",
        VectorTypeId.Varchar or VectorTypeId.StringLiteral => "VARCHAR",
        VectorTypeId.Blob => "BLOB",
        VectorTypeId.Bit => "BIT",
        VectorTypeId.Uuid => "UUID",
        VectorTypeId.Date => "DATE",
        VectorTypeId.Time => "TIME",
        VectorTypeId.TimeNanos => "TIME_NS",
        VectorTypeId.TimeTz => "TIME WITH TIME ZONE",
        VectorTypeId.Timestamp => "TIMESTAMP",
        VectorTypeId.TimestampSeconds => "TIMESTAMP_S",
        VectorTypeId.TimestampMillis => "TIMESTAMP_MS",
        VectorTypeId.TimestampNanos => "TIMESTAMP_NS",
        VectorTypeId.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        VectorTypeId.Interval => "INTERVAL",
        VectorTypeId.BigNum => "BIGNUM",
        VectorTypeId.Geometry => "GEOMETRY",
        VectorTypeId.Variant => "VARIANT",
        VectorTypeId.IntegerLiteral => "INTEGER",
        VectorTypeId.SqlNull => "\"NULL\"",
        _ => "UNKNOWN",
    };

    /// <summary>Name of a STRUCT, MAP or UNION with its parts.</summary>
    public static string Of(VectorTypeId id, IReadOnlyList<(string Name, VectorType Type)> children) => id switch
    {
        VectorTypeId.Map => $"MAP({children[0].Type.Name}, {children[1].Type.Name})",
        VectorTypeId.Union => $"UNION({string.Join(", ", children.Select(Part))})",
        _ => $"STRUCT({string.Join(", ", children.Select(Part))})",
    };

    private static string Part((string Name, VectorType Type) child) =>
        child.Name.Length == 0 ? child.Type.Name : $"{Quote(child.Name)} {child.Type.Name}";

    private static string Quote(string name) => PlainName.IsMatch(name) ? name : SqlText.Identifier(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex PlainName { get; }
}
