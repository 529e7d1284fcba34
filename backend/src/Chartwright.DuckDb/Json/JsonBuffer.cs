using System.Buffers;
using System.Runtime.CompilerServices;
using Chartwright.Core.Errors;

namespace Chartwright.DuckDb.Json;

/// <summary>Grows as JSON is written to it, up to a limit. Pooled: dispose it. Not thread-safe.</summary>
/// <param name="maxBytes">Bytes held at most; more is <see cref="ErrorCode.ResultTooLarge"/>.</param>
internal sealed class JsonBuffer(long maxBytes) : IDisposable
{
    private const int InitialBytes = 64 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Room for at least <paramref name="size"/> bytes behind what is written; call <see cref="Advance"/> with those used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size) Grow(size);
        return _bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int size) => Length += size;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    public void WriteNull() => Write("null"u8);

    /// <summary>Takes back what was written behind <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Grow(int size)
    {
        var needed = (long)Length + size;
        if (needed > Math.Min(maxBytes, Array.MaxLength)) throw ResultErrors.TooLarge(maxBytes);
        var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
        Written.CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
