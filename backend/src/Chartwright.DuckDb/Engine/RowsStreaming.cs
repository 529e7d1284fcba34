using System.Buffers;
using System.IO.Pipelines;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Json;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>Streams all rows of a statement into a pipe, one flush a chunk; memory stays at one chunk.</summary>
internal static class RowsStreaming
{
    public static long Write(
        EngineConnection connection, QueryRequest request, PipeWriter output, Action<IReadOnlyList<ResultColumn>>? onColumns, QueryWatch watch, long maxChunkBytes)
    {
        using var cursor = QueryCursor.Open(connection, request, watch);
        using var json = new JsonBuffer(maxChunkBytes);
        var rows = cursor.Next(); // a statement that fails at once must leave the pipe untouched
        onColumns?.Invoke(cursor.Columns);
        json.WriteByte((byte)'[');
        var total = 0L;
        for (; rows > 0; rows = cursor.Next())
        {
            cursor.Writer.WriteChunk(json, rows, isFirst: total == 0);
            total += rows;
            if (!Flush(json, output, watch)) throw new OperationCanceledException("The reader has gone.");
        }

        json.WriteByte((byte)']');
        Flush(json, output, watch);
        return total;
    }

    /// <summary>Reads a statement whose rows were sent in part once more, for the failure that cut them short; it can never be the answer.</summary>
    public static long FindFailure(EngineConnection connection, QueryRequest request, QueryWatch watch)
    {
        using var cursor = QueryCursor.Open(connection, request, watch);
        while (cursor.Next() > 0) { }
        throw OwnInterrupts.WithoutCause();
    }

    /// <summary>Waits for the reader on this thread, which is the statement's own; its time limit and the caller's token end the wait.</summary>
    private static bool Flush(JsonBuffer json, PipeWriter output, QueryWatch watch)
    {
        output.Write(json.Written);
        json.Truncate(0);
        var flush = output.FlushAsync(watch.Token);
        var result = flush.IsCompletedSuccessfully ? flush.Result : flush.AsTask().GetAwaiter().GetResult();
        return !result.IsCompleted;
    }
}
