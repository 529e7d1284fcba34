namespace Chartwright.Server.Sse;

/// <summary>The frames of one stream in order, kept for readers that come later. The writer never waits for a reader.</summary>
/// <remarks>Thread-safe: one writer, any number of readers. Frames are immutable once appended. Ids are 1, 2, 3 …</remarks>
internal sealed class EventLog
{
    private readonly Lock _gate = new();
    private readonly List<byte[]> _frames = [];
    private readonly List<ReaderSignal> _readers = [];
    private bool _isComplete;

    public int Count
    {
        get { lock (_gate) return _frames.Count; }
    }

    /// <summary>Sum of all frames.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Appends the frame that <paramref name="write"/> makes for the next id; <paramref name="isLast"/> ends the stream.</summary>
    /// <returns>False when the stream has ended already.</returns>
    public bool Append(Func<int, byte[]> write, bool isLast = false)
    {
        lock (_gate)
        {
            if (_isComplete) return false;
            var frame = write(_frames.Count + 1);
            _frames.Add(frame);
            SizeBytes += frame.Length;
            _isComplete = isLast;
            foreach (var reader in _readers) reader.Set();
        }
        return true;
    }

    /// <summary>Ends the stream after what was appended.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isComplete = true;
            foreach (var reader in _readers) reader.Set();
        }
    }

    /// <summary>Signals <paramref name="reader"/> at every append until the answer is disposed.</summary>
    public IDisposable Follow(ReaderSignal reader)
    {
        lock (_gate) _readers.Add(reader);
        return new Subscription(this, reader);
    }

    /// <summary>Copies the frames after id <paramref name="lastId"/> into <paramref name="batch"/> (cleared first).</summary>
    /// <returns>True when these are the last the log will ever hold.</returns>
    public bool Read(int lastId, List<byte[]> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            for (var index = Math.Max(lastId, 0); index < _frames.Count; index++) batch.Add(_frames[index]);
            return _isComplete;
        }
    }

    private sealed class Subscription(EventLog owner, ReaderSignal reader) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._gate) owner._readers.Remove(reader);
        }
    }
}
