using System.Text;
using Chartwright.DuckDb.Vectors;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;
using VectorCalls = DuckDB.NET.Native.NativeMethods.Vectors;

namespace Chartwright.DuckDb.Native;

/// <summary>A running statement, read one chunk (at most 2,048 rows) at a time.</summary>
/// <remarks>Lifetime: vectors of a chunk die with the next <see cref="Next"/>. Not thread-safe.</remarks>
internal sealed class ResultStream : IDisposable
{
    private DuckDBResult _result; // a struct that owns native memory: never copied, closed once
    private DuckDBDataChunk? _chunk;
    private bool _closed;

    /// <summary>Starts the statement; rows are produced while they are fetched.</summary>
    /// <exception cref="DuckDbNativeException">It failed before the first row.</exception>
    public ResultStream(DuckDBPreparedStatement statement)
    {
        if (PreparedStatements.DuckDBExecutePreparedStreaming(statement, out _result).IsSuccess()) return;
        var failure = EngineConnection.Failure(ref _result);
        Dispose();
        throw failure;
    }

    public int ColumnCount => (int)Query.DuckDBColumnCount(ref _result);

    public string ColumnName(int column) => Query.DuckDBColumnName(ref _result, column) ?? "";

    public DuckDBLogicalType ColumnType(int column) => Query.DuckDBColumnLogicalType(ref _result, column);

    /// <summary>Fetches the next chunk and returns its rows, 0 at the end.</summary>
    /// <exception cref="DuckDbNativeException">The statement failed or was interrupted: the library reports both as an end, with the cause in the result.</exception>
    public int Next()
    {
        _chunk?.Dispose();
        _chunk = Query.DuckDBFetchChunk(_result);
        if (!_chunk.IsInvalid && DataChunks.DuckDBDataChunkGetSize(_chunk) is > 0 and var rows) return (int)rows;
        if (Query.DuckDBResultError(ref _result) is { Length: > 0 }) throw EngineConnection.Failure(ref _result);
        return 0;
    }

    /// <summary>First value of a BIGINT column of the current chunk.</summary>
    public unsafe long ReadInt64(int column) => *(long*)VectorCalls.DuckDBVectorGetData(Vector(column));

    /// <summary>First value of a VARCHAR column of the current chunk, which is not NULL.</summary>
    public unsafe string ReadText(int column) => Encoding.UTF8.GetString(StringVector.At(VectorCalls.DuckDBVectorGetData(Vector(column)), row: 0));

    public nint Vector(int column) => DataChunks.DuckDBDataChunkGetVector(_chunk!, column);

    public void Dispose()
    {
        if (_closed) return;
        _closed = true;
        _chunk?.Dispose();
        Query.DuckDBDestroyResult(ref _result);
    }
}
