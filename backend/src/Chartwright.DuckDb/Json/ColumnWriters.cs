using Chartwright.DuckDb.Native;
using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb.Json;

/// <summary>Chooses the writer of a type. What each type becomes is decided in docs/data-contract.md.</summary>
internal static class ColumnWriters
{
    public static ColumnWriter Create(VectorType type) => type.Id switch
    {
        VectorTypeId.Boolean => new BooleanWriter(),
        VectorTypeId.TinyInt => new IntegerWriter<sbyte>(),
        VectorTypeId.SmallInt => new IntegerWriter<short>(),
        VectorTypeId.Integer => new IntegerWriter<int>(),
        VectorTypeId.UTinyInt => new IntegerWriter<byte>(),
        VectorTypeId.USmallInt => new IntegerWriter<ushort>(),
        VectorTypeId.UInteger => new IntegerWriter<uint>(),
        VectorTypeId.BigInt => new WideIntegerWriter<long>(),
        VectorTypeId.UBigInt => new WideIntegerWriter<ulong>(),
        VectorTypeId.HugeInt => new WideIntegerWriter<Int128>(),
        VectorTypeId.UHugeInt => new WideIntegerWriter<UInt128>(),
        VectorTypeId.Float => new FloatWriter(),
        VectorTypeId.Double => new DoubleWriter(),
        VectorTypeId.Decimal => DecimalOf(type),
        VectorTypeId.Varchar => new VarcharWriter(),
        VectorTypeId.Blob => new BlobWriter(),
        VectorTypeId.Bit => new BitWriter(),
        VectorTypeId.Uuid => new UuidWriter(),
        VectorTypeId.Enum => EnumOf(type),
        VectorTypeId.Date => new DateWriter(),
        VectorTypeId.Time => new TimeWriter(fractionDigits: 6),
        VectorTypeId.TimeNanos => new TimeWriter(fractionDigits: 9),
        VectorTypeId.TimeTz => new TimeTzWriter(),
        VectorTypeId.TimestampSeconds => new TimestampWriter(fractionDigits: 0, isUtc: false),
        VectorTypeId.TimestampMillis => new TimestampWriter(fractionDigits: 3, isUtc: false),
        VectorTypeId.Timestamp => new TimestampWriter(fractionDigits: 6, isUtc: false),
        VectorTypeId.TimestampNanos => new TimestampWriter(fractionDigits: 9, isUtc: false),
        VectorTypeId.TimestampTz => new TimestampWriter(fractionDigits: 6, isUtc: true),
        VectorTypeId.Interval => new IntervalWriter(),
        VectorTypeId.List => new ListWriter(Create(type.Children[0].Type)),
        VectorTypeId.Array => new ArrayWriter(Create(type.Children[0].Type), type.ArraySize),
        VectorTypeId.Map => new MapWriter(Create(type.Children[0].Type), Create(type.Children[1].Type)),
        VectorTypeId.Struct => new StructWriter(type.Children),
        VectorTypeId.Union => new UnionWriter(type.Children),
        VectorTypeId.SqlNull => new NullWriter(),
        _ => throw new InvalidOperationException($"no writer for vectors of type {type.Name}"),
    };

    private static ColumnWriter DecimalOf(VectorType type) => type.Storage switch
    {
        VectorTypeId.SmallInt => new DecimalWriter<short>(type.Scale),
        VectorTypeId.Integer => new DecimalWriter<int>(type.Scale),
        VectorTypeId.BigInt => new DecimalWriter<long>(type.Scale),
        _ => new HugeDecimalWriter(type.Scale),
    };

    private static ColumnWriter EnumOf(VectorType type) => type.Storage switch
    {
        VectorTypeId.UTinyInt => new EnumWriter<byte>(type.Labels),
        VectorTypeId.USmallInt => new EnumWriter<ushort>(type.Labels),
        _ => new EnumWriter<uint>(type.Labels),
    };
}
