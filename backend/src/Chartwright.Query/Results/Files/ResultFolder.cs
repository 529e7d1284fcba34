using Chartwright.Core.Json;
using Chartwright.Query.Files;
using Microsoft.Extensions.Logging;

namespace Chartwright.Query.Results.Files;

/// <summary>Results on disk within a number of bytes, over restarts; the one unused for longest leaves first. Thread-safe.</summary>
/// <remarks>A folder a result, named by its key and a number of its own. Readers of one that leaves keep the files they have open.</remarks>
internal sealed partial class ResultFolder(Workspace workspace, long maxBytes, TimeProvider clock, ILogger<ResultFolder> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = []; // latest first
    private long _bytes;
    private bool _isLoaded;

    public long MaxBytes => maxBytes;

    /// <summary>A new folder to write a result of that key to; <see cref="Put"/> or <see cref="Discard"/> follows.</summary>
    public string Begin(string key) => PrivateFiles.CreateFolder(Path.Combine(workspace.ResultFiles, $"{key}-{Guid.NewGuid():N}"));

    /// <returns>The result of that key, or null when there is none or its file has not the length it had.</returns>
    public StoredResult? Find(string key)
    {
        lock (_gate)
        {
            Load();
            if (!_entries.TryGetValue(key, out var node)) return null;
            var stored = node.Value.Stored;
            var file = new FileInfo(stored.Parquet);
            if (!file.Exists || file.Length != stored.Manifest.Bytes)
            {
                Drop(node);
                return null;
            }
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            Touch(stored);
            return stored;
        }
    }

    /// <summary>Replaces the result of that key and makes room for it.</summary>
    public void Put(StoredResult stored)
    {
        lock (_gate)
        {
            Load();
            Add(stored);
            Shrink();
        }
    }

    /// <summary>Counts a file that was added to a result.</summary>
    public void Grow(StoredResult stored, long bytes)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(stored.Manifest.Key, out var node) || node.Value.Stored.Folder != stored.Folder) return;
            node.Value.Bytes += bytes;
            _bytes += bytes;
            Shrink();
        }
    }

    public void Remove(string key)
    {
        lock (_gate)
        {
            Load();
            if (_entries.TryGetValue(key, out var node)) Drop(node);
        }
    }

    /// <summary>Takes a folder away; one that cannot be is tried again at the next start.</summary>
    public void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotRemoved(e.GetType().Name);
        }
    }

    private void Add(StoredResult stored)
    {
        if (_entries.TryGetValue(stored.Manifest.Key, out var old)) Drop(old);
        var bytes = new DirectoryInfo(stored.Folder).EnumerateFiles().Sum(file => file.Length);
        _entries[stored.Manifest.Key] = _byUse.AddFirst(new Entry(stored) { Bytes = bytes });
        _bytes += bytes;
    }

    private void Shrink()
    {
        while (_bytes > maxBytes && _byUse.Last is { } oldest && oldest != _byUse.First) Drop(oldest);
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Stored.Manifest.Key);
        _bytes -= node.Value.Bytes;
        Discard(node.Value.Stored.Folder);
    }

    /// <summary>The manifest's time is the time of its last use, for the order after a restart.</summary>
    private void Touch(StoredResult stored)
    {
        try
        {
            File.SetLastWriteTimeUtc(Path.Combine(stored.Folder, ResultManifest.FileName), clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the order after a restart is a little off
        }
    }

    private void Load()
    {
        if (_isLoaded) return;
        _isLoaded = true;
        foreach (var folder in new DirectoryInfo(workspace.ResultFiles).EnumerateDirectories().OrderBy(LastUse))
        {
            if (Read(folder.FullName) is { } stored) Add(stored);
            else Discard(folder.FullName);
        }
        Shrink();
    }

    private static DateTime LastUse(DirectoryInfo folder) => File.GetLastWriteTimeUtc(Path.Combine(folder.FullName, ResultManifest.FileName));

    private static StoredResult? Read(string folder)
    {
        try
        {
            var manifest = System.Text.Json.JsonSerializer.Deserialize<ResultManifest>(
                File.ReadAllBytes(Path.Combine(folder, ResultManifest.FileName)), ChartwrightJson.Options);
            return manifest is { Key: { } key, Columns: not null } && Path.GetFileName(folder).StartsWith(key + "-", StringComparison.Ordinal)
                ? new(folder, manifest) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "a result that is not needed any more could not be removed ({Failure})")]
    private partial void LogNotRemoved(string failure);

    private sealed class Entry(StoredResult stored)
    {
        public StoredResult Stored { get; } = stored;

        public long Bytes { get; set; }
    }
}
