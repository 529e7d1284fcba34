using Chartwright.DuckDb.Native;
using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb;

/// <summary>How a type goes through a Parquet file without loss: DuckDB itself would write HUGEINT, and so every sum of integers, as DOUBLE.</summary>
/// <param name="Store">Type to cast to for the file; null to write it as it is.</param>
/// <param name="Read">Type to cast back to; null for none.</param>
internal readonly record struct StorageType(string? Store, string? Read)
{
    /// <summary>Holds 38 digits exactly; a HUGEINT of 39 does not fit and the cast fails.</summary>
    public const string Wide = "DECIMAL(38,0)";

    public const string Text = "VARCHAR";

    /// <summary>For what Parquet has no type for at all: the value's JSON.</summary>
    public static StorageType Json { get; } = new("JSON", null);

    /// <param name="wide"><see cref="Wide"/>, or <see cref="Text"/> for numbers of 39 digits.</param>
    public static StorageType Of(VectorType type, string wide) => type.Id switch
    {
        VectorTypeId.HugeInt => new(wide, "HUGEINT"),
        VectorTypeId.UHugeInt => new(wide, "UHUGEINT"),
        VectorTypeId.TimestampSeconds => new("TIMESTAMP", "TIMESTAMP_S"),
        VectorTypeId.TimestampMillis => new("TIMESTAMP", "TIMESTAMP_MS"),
        VectorTypeId.Interval => new(Text, "INTERVAL"),
        VectorTypeId.Bit => new(Text, "BIT"),
        VectorTypeId.TimeNanos => new(Text, "TIME_NS"),
        VectorTypeId.TimeTz => new(Text, "TIMETZ"),
        VectorTypeId.Enum => new(Text, null),
        VectorTypeId.List or VectorTypeId.Array => OfElement(Of(type.Children[0].Type, wide)),
        VectorTypeId.Struct or VectorTypeId.Map => type.Children.Any(child => child.Name.Length == 0 || !IsPlain(Of(child.Type, wide))) ? Json : default,
        VectorTypeId.Union => Json,
        _ when type.NeedsCast => new(Text, null),
        _ => default,
    };

    private static bool IsPlain(StorageType type) => type is { Store: null, Read: null };

    private static StorageType OfElement(StorageType element) =>
        element == Json ? Json : new(element.Store is null ? null : element.Store + "[]", element.Read is null ? null : element.Read + "[]");

    /// <summary>The stored form of <paramref name="column"/>, in SQL.</summary>
    public string Write(string column) => this == Json ? $"CAST(to_json({column}) AS VARCHAR)" : Store is null ? column : $"CAST({column} AS {Store})";
}
