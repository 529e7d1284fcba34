using System.Runtime.CompilerServices;
using VectorCalls = DuckDB.NET.Native.NativeMethods.Vectors;

namespace Chartwright.DuckDb.Json;

/// <summary>Writes the cells of one column as JSON, chunk after chunk.</summary>
/// <remarks>Shapes: data is <c>T[rows]</c> by type; validity <c>uint64[ceil(rows/64)]</c>, bit set = not NULL, null pointer = no NULLs.
/// Lifetime: both pointers die with the chunk, which the caller keeps. Source: duckdb.h, Vector Interface.</remarks>
internal abstract unsafe class ColumnWriter
{
    private ulong* _validity;

    /// <summary>Start of the vector's values; null for STRUCT, whose values are in its children.</summary>
    protected void* Data { get; private set; }

    /// <summary>Points the writer, and those nested in it, at a vector of the current chunk.</summary>
    public void Attach(nint vector)
    {
        Data = VectorCalls.DuckDBVectorGetData(vector);
        _validity = VectorCalls.DuckDBVectorGetValidity(vector);
        AttachChildren(vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(JsonBuffer json, long row)
    {
        if (IsNull(row)) json.WriteNull();
        else WriteValue(json, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(long row) => _validity is not null && (_validity[row >> 6] >> (int)(row & 63) & 1) == 0;

    /// <summary>Writes a value that is not NULL.</summary>
    protected abstract void WriteValue(JsonBuffer json, long row);

    protected virtual void AttachChildren(nint vector) { }
}
