using System.Text.Json;
using System.Text.Json.Serialization;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.Query.Files;
using Microsoft.Extensions.Logging;

namespace Chartwright.Query.Results;

/// <summary>Remembers which statement is behind a result, over restarts: one line of JSON each in a file of the workspace. The oldest are forgotten. Thread-safe.</summary>
internal sealed partial class StatementLedger(Workspace workspace, int maxEntries, ILogger<StatementLedger> logger) : IDisposable
{
    private const long MaxChars = 32 << 20; // of SQL and values, all together

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly LinkedList<Entry> _entries = []; // oldest first
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = [];
    private long _chars;
    private int _lines;
    private bool _isLoaded;

    private string FilePath => Path.Combine(workspace.Results, "statements.ndjson");

    public async Task<QueryRequest?> FindAsync(string cacheKey, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
            return _byKey.TryGetValue(cacheKey, out var node) ? node.Value.Request : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Keeps a statement. A disk that refuses it costs the memory over a restart, not the result.</summary>
    public async Task AddAsync(string cacheKey, QueryRequest request, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
            if (_byKey.ContainsKey(cacheKey)) return;
            var entry = Keep(new(cacheKey, request.Sql, request.Params, request.Limit));
            if (++_lines > 2 * maxEntries) await RewriteAsync(cancellationToken);
            else Append(entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(e.GetType().Name);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private Entry Keep(Entry entry)
    {
        if (_byKey.Remove(entry.Key, out var known)) Forget(known);
        _byKey[entry.Key] = _entries.AddLast(entry);
        _chars += entry.Chars;
        while ((_entries.Count > maxEntries || _chars > MaxChars) && _entries.First is { } oldest)
        {
            _byKey.Remove(oldest.Value.Key);
            Forget(oldest);
        }
        return entry;
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _entries.Remove(node);
        _chars -= node.Value.Chars;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded) return;
        if (File.Exists(FilePath))
        {
            await foreach (var line in File.ReadLinesAsync(FilePath, cancellationToken))
            {
                _lines++;
                if (Parse(line) is { } entry) Keep(entry);
            }
        }
        _isLoaded = true;
    }

    // a line cut short by a power cut is no entry
    private static Entry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line, ChartwrightJson.Options) is { Key: not null, Sql: not null, Params: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Into the system's memory, which outlives the process: no wait worth another thread.</summary>
    private void Append(Entry entry)
    {
        using var file = PrivateFiles.Create(FilePath, FileMode.Append, FileOptions.None);
        // the line break before it parts it from a line that was cut short
        file.Write([(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(entry, ChartwrightJson.Options)]);
    }

    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        var temporary = FilePath + ".tmp";
        await using (var file = PrivateFiles.Create(temporary))
        {
            foreach (var entry in _entries)
                await file.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(entry, ChartwrightJson.Options)], cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, FilePath, overwrite: true);
        _lines = _entries.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "a statement could not be written to the workspace ({Failure}); refresh of its result will not outlive a restart")]
    private partial void LogNotKept(string failure);

    private sealed record Entry(string Key, string Sql, QueryParams Params, int Limit)
    {
        [JsonIgnore]
        public QueryRequest Request => new(Sql, Params, Limit);

        [JsonIgnore]
        public long Chars => Sql.Length + Params.Sum(value => (long)value.Key.Length + value.Value.GetRawText().Length);
    }
}
