using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Results.Exports;

/// <summary>What a column becomes in a table of cells.</summary>
internal static class ExportColumns
{
    /// <summary>One value, in SQL: lists and structs as their JSON, bytes as base64, the others as they are.</summary>
    public static string Cell(StoredColumn column) =>
        IsNested(column.Type) ? $"CAST(to_json({column.Read()}) AS VARCHAR)"
        : column.Type == "BLOB" ? $"base64({column.Read()})"
        : column.Read();

    /// <summary>True where a cell holds text that somebody else has written.</summary>
    public static bool IsText(StoredColumn column) =>
        !TypeKinds.IsNumber(column.Type) && !TypeKinds.IsTime(column.Type) && !TypeKinds.IsFlag(column.Type) && column.Type is not ("UUID" or "BLOB" or "BIT" or "INTERVAL");

    private static bool IsNested(string type) =>
        type.EndsWith(']') || type.StartsWith("STRUCT(", StringComparison.Ordinal) || type.StartsWith("MAP(", StringComparison.Ordinal);
}
