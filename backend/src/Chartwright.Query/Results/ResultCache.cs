using Chartwright.Core.Queries;

namespace Chartwright.Query.Results;

/// <summary>Results in memory, each for a time and all within a number of bytes; the one unused for longest leaves first. Thread-safe.</summary>
internal sealed class ResultCache(long maxBytes, TimeSpan ttl, TimeProvider clock)
{
    private const int Overhead = 512; // bytes of an entry besides its rows, roughly

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = []; // latest first
    private long _bytes;

    /// <returns>The result, marked as cached, or null when there is none young enough.</returns>
    public QueryResult? Find(string key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var node)) return null;
            if (clock.GetElapsedTime(node.Value.PutAt) >= ttl)
            {
                Remove(node);
                return null;
            }
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Result with { FromCache = true };
        }
    }

    /// <summary>Replaces the result of that key. One larger than the whole cache is not kept.</summary>
    public void Put(QueryResult result)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(result.CacheKey, out var old)) Remove(old);
            if (SizeOf(result) > maxBytes) return;
            _entries[result.CacheKey] = _byUse.AddFirst(new Entry(result, clock.GetTimestamp()));
            _bytes += SizeOf(result);
            while (_bytes > maxBytes && _byUse.Last is { } oldest) Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Result.CacheKey);
        _bytes -= SizeOf(node.Value.Result);
    }

    private static long SizeOf(QueryResult result) => result.Rows.Utf8.Length + Overhead;

    private sealed record Entry(QueryResult Result, long PutAt);
}
