using System.Diagnostics;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Json;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>One query from prepare to JSON, on the worker's thread.</summary>
internal sealed class QueryRun(EngineConnection connection, QueryRequest request, QueryWatch watch, long maxResultBytes)
{
    private static readonly TimeSpan MinDrain = TimeSpan.FromMilliseconds(10);

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
        var total = seen > request.Limit ? Total(cursor, seen, Stopwatch.GetElapsedTime(started)) : seen;
        return new(cursor.Columns, new RawJson(json.Written.ToArray()), returned, total, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Rows of the whole statement: reads on for as long as the query took so far, then asks DuckDB to count instead.</summary>
    private long Total(QueryCursor cursor, long seen, TimeSpan spent)
    {
        var budget = spent > MinDrain ? spent : MinDrain;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < budget)
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
