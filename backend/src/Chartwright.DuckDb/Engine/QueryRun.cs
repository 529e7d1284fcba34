using System.Diagnostics;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Json;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>One query from prepare to JSON, on the worker's thread.</summary>
internal sealed class QueryRun(EngineConnection connection, QueryRequest request, QueryWatch watch, long maxResultBytes)
{
    private const int DrainedChunks = 8; // of 2,048 rows: about 1 ms of fetching

    public EngineResult Read()
    {
        var started = Stopwatch.GetTimestamp();
        using var cursor = QueryCursor.Open(connection, request, watch);
        using var json = new JsonBuffer(maxResultBytes);
        json.WriteByte((byte)'[');
        var returned = 0;
        var seen = 0L;
        while (seen <= request.Limit && cursor.Next() is > 0 and var rows)
        {
            var wanted = Math.Min(rows, request.Limit - returned);
            if (wanted > 0) cursor.Writer.WriteChunk(json, wanted, isFirst: returned == 0);
            if (json.Length > maxResultBytes) throw ResultErrors.TooLarge(maxResultBytes);
            returned += wanted;
            seen += rows;
        }

        json.WriteByte((byte)']');
        var total = seen > request.Limit ? Total(cursor, seen) : seen;
        return new(cursor.Columns, new RawJson(json.Written.ToArray()), returned, total, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Rows of the whole statement: reads on a little, so that most statements run once, then asks DuckDB to count.</summary>
    /// <remarks>By rows and not by time: whether a bad value beyond the limit is met must not depend on the machine's load.</remarks>
    private long Total(QueryCursor cursor, long seen)
    {
        for (var chunk = 0; chunk < DrainedChunks; chunk++)
        {
            if (cursor.Next() is > 0 and var rows) seen += rows;
            else return seen;
        }

        return cursor.CountWrapped() is { } counted ? Math.Max(counted, seen) : CountByReading();
    }

    private long CountByReading()
    {
        using var again = QueryCursor.Open(connection, request, watch);
        var total = 0L;
        while (again.Next() is > 0 and var rows) total += rows;
        return total;
    }
}
