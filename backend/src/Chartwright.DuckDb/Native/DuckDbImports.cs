using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb.Native;

/// <summary>Entry points of libduckdb that the bindings package lacks or declares wrongly. Source: duckdb.h of 1.5.</summary>
internal static unsafe partial class DuckDbImports
{
    private const string Library = "duckdb";

    /// <summary>Kind of the statement before it runs; the numbers are the C enum's (<see cref="StatementKind"/>).</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_prepared_statement_type")]
    internal static partial StatementKind PreparedStatementType(DuckDBPreparedStatement statement);

    /// <summary>Name of a 0-based column of a statement that reads, before it runs; to be freed; null when out of range.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_prepared_statement_column_name")]
    internal static partial byte* PreparedColumnName(DuckDBPreparedStatement statement, ulong column);

    /// <summary>Finds a parameter by name. The C function writes 8 bytes: the package's <c>int</c> would be overrun.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial DuckDBState BindParameterIndex(DuckDBPreparedStatement statement, out ulong index, string name);

    /// <summary>Name of the 1-based parameter, to be freed with <c>duckdb_free</c>; null when out of range.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_parameter_name")]
    internal static partial byte* ParameterName(DuckDBPreparedStatement statement, ulong index);

    /// <summary>A text value with its length: the package's own call ends at U+0000.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_create_varchar_length")]
    internal static partial DuckDBValue CreateVarchar(byte* utf8, ulong length);

    /// <summary>Alias of a type (<c>JSON</c> over VARCHAR, a named ENUM), to be freed; null when it has none.</summary>
    [LibraryImport(Library, EntryPoint = "duckdb_logical_type_get_alias")]
    internal static partial byte* LogicalTypeAlias(DuckDBLogicalType type);

    /// <summary>Type id as the C enum has it: the package's enum ends before TIME_NS, GEOMETRY and VARIANT.</summary>
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "duckdb_get_type_id")]
    internal static partial VectorTypeId TypeId(DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_union_type_member_count")]
    internal static partial ulong UnionMemberCount(DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_union_type_member_name")]
    internal static partial byte* UnionMemberName(DuckDBLogicalType type, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_union_type_member_type")]
    internal static partial DuckDBLogicalType UnionMemberType(DuckDBLogicalType type, ulong index);

    [LibraryImport(Library, EntryPoint = "duckdb_array_type_array_size")]
    internal static partial ulong ArraySize(DuckDBLogicalType type);

    [LibraryImport(Library, EntryPoint = "duckdb_free")]
    private static partial void Free(void* pointer);

    /// <summary>Copies a string that the library gave away, and frees it.</summary>
    internal static string? TakeString(byte* utf8)
    {
        if (utf8 is null) return null;
        var text = Marshal.PtrToStringUTF8((nint)utf8);
        Free(utf8);
        return text;
    }
}
