namespace Chartwright.DuckDb.Vectors;

/// <summary>Reads values of VARCHAR, BLOB and BIT vectors in place.</summary>
internal static unsafe class StringVector
{
    private const int InlineBytes = 12;
    private const int ValueBytes = 16;

    /// <summary>Bytes of one value. Lifetime: the chunk's.</summary>
    /// <param name="data">Shape: 16 bytes a value: uint32 length, then 12 bytes in place, or a 4-byte prefix and a pointer.</param>
    public static ReadOnlySpan<byte> At(void* data, long row)
    {
        var value = (byte*)data + row * ValueBytes;
        var length = *(int*)value;
        return new(length <= InlineBytes ? value + 4 : *(byte**)(value + 8), length);
    }
}
