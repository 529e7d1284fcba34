using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Chartwright.DuckDb.Vectors;

/// <summary>A column's type with everything needed to read its vector, copied out of the library.</summary>
/// <param name="Id">Physical family.</param>
/// <param name="Name">DuckDB's name, e.g. <c>DECIMAL(18,2)</c>, <c>STRUCT(a INTEGER)</c>; a bare <c>ENUM</c> without its labels.</param>
internal sealed record VectorType(VectorTypeId Id, string Name)
{
    /// <summary>DECIMAL: digits behind the point.</summary>
    public int Scale { get; private init; }

    /// <summary>DECIMAL and ENUM: the integer type of the vector.</summary>
    public VectorTypeId Storage { get; private init; }

    /// <summary>ARRAY: elements per value.</summary>
    public int ArraySize { get; private init; }

    /// <summary>ENUM: labels by code.</summary>
    public IReadOnlyList<string> Labels { get; private init; } = [];

    /// <summary>Element of LIST and ARRAY, key and value of MAP, fields of STRUCT, members of UNION.</summary>
    public IReadOnlyList<(string Name, VectorType Type)> Children { get; private init; } = [];

    /// <summary>True when the vector, or one nested in it, has no public layout: the statement has to cast the column to text.</summary>
    public bool NeedsCast => Id is VectorTypeId.BigNum or VectorTypeId.Geometry or VectorTypeId.Variant or VectorTypeId.Any or VectorTypeId.Invalid
        or VectorTypeId.StringLiteral or VectorTypeId.IntegerLiteral or > VectorTypeId.Variant || Children.Any(child => child.Type.NeedsCast);

    /// <summary>Reads a type and those inside it. The handle stays the caller's.</summary>
    public static unsafe VectorType Read(DuckDBLogicalType type)
    {
        var id = DuckDbImports.TypeId(type);
        var alias = DuckDbImports.TakeString(DuckDbImports.LogicalTypeAlias(type));
        var read = id switch
        {
            VectorTypeId.Decimal => new VectorType(id, $"DECIMAL({LogicalType.DuckDBDecimalWidth(type)},{LogicalType.DuckDBDecimalScale(type)})")
            {
                Scale = LogicalType.DuckDBDecimalScale(type),
                Storage = (VectorTypeId)LogicalType.DuckDBDecimalInternalType(type),
            },
            VectorTypeId.Enum => new(id, "ENUM") { Storage = (VectorTypeId)LogicalType.DuckDBEnumInternalType(type), Labels = ReadLabels(type) },
            VectorTypeId.List => OfElement(id, LogicalType.DuckDBListTypeChildType(type), "[]"),
            VectorTypeId.Array => OfElement(id, LogicalType.DuckDBArrayTypeChildType(type), $"[{DuckDbImports.ArraySize(type)}]") with
            {
                ArraySize = (int)DuckDbImports.ArraySize(type),
            },
            VectorTypeId.Map => OfChildren(id, [("key", Take(LogicalType.DuckDBMapTypeKeyType(type))), ("value", Take(LogicalType.DuckDBMapTypeValueType(type)))]),
            VectorTypeId.Struct => OfChildren(id, [.. Enumerable.Range(0, (int)LogicalType.DuckDBStructTypeChildCount(type)).Select(index =>
                (LogicalType.DuckDBStructTypeChildName(type, index) ?? "", Take(LogicalType.DuckDBStructTypeChildType(type, index))))]),
            VectorTypeId.Union => OfChildren(id, ReadMembers(type)),
            _ => new(id, TypeNames.Of(id)),
        };
        return string.IsNullOrEmpty(alias) ? read : read with { Name = alias };
    }

    private static VectorType Take(DuckDBLogicalType type)
    {
        using (type) return Read(type);
    }

    private static VectorType OfElement(VectorTypeId id, DuckDBLogicalType type, string suffix)
    {
        var element = Take(type);
        return new(id, element.Name + suffix) { Children = [("", element)] };
    }

    private static VectorType OfChildren(VectorTypeId id, IReadOnlyList<(string, VectorType)> children) =>
        new(id, TypeNames.Of(id, children)) { Children = children };

    private static unsafe List<(string, VectorType)> ReadMembers(DuckDBLogicalType type)
    {
        var members = new List<(string, VectorType)>();
        for (var index = 0UL; index < DuckDbImports.UnionMemberCount(type); index++)
            members.Add((DuckDbImports.TakeString(DuckDbImports.UnionMemberName(type, index)) ?? "", Take(DuckDbImports.UnionMemberType(type, index))));
        return members;
    }

    private static string[] ReadLabels(DuckDBLogicalType type)
    {
        var labels = new string[LogicalType.DuckDBEnumDictionarySize(type)];
        for (var code = 0; code < labels.Length; code++) labels[code] = LogicalType.DuckDBEnumDictionaryValue(type, code) ?? "";
        return labels;
    }
}
