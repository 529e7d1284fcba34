using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Chartwright.DuckDb.Native;

/// <summary>What this process takes of memory, and how much it may take.</summary>
/// <remarks>Source: proc(5), statm; setrlimit(2), RLIMIT_DATA, which since Linux 4.7 counts private writable mappings.</remarks>
[SupportedOSPlatform("linux")]
internal sealed unsafe partial class ProcessLimits : IDisposable
{
    private const int DataResource = 2;

    private readonly SafeFileHandle _statm = File.OpenHandle("/proc/self/statm");
    private readonly nuint _most;

    /// <exception cref="IOException">There is no /proc here.</exception>
    public ProcessLimits() => _most = GetLimit(DataResource, out var limit) == 0 ? limit.Most : nuint.MaxValue;

    /// <summary>Bytes in memory, and bytes of private writable mappings, touched or not. Allocates nothing.</summary>
    public (long Resident, long Mapped) Read()
    {
        Span<byte> text = stackalloc byte[128];
        text = text[..RandomAccess.Read(_statm, text, fileOffset: 0)];
        Span<long> pages = stackalloc long[7]; // size resident shared text lib data dt
        foreach (ref var field in pages)
        {
            if (!System.Buffers.Text.Utf8Parser.TryParse(text, out field, out var length)) break;
            text = text[Math.Min(length + 1, text.Length)..];
        }
        return (pages[1] * Environment.SystemPageSize, pages[5] * Environment.SystemPageSize);
    }

    /// <summary>Mappings beyond so many bytes are refused from now on: an allocation fails. Null for no limit of ours.</summary>
    public void SetMapped(long? bytes)
    {
        var wanted = bytes is { } some ? (nuint)some : nuint.MaxValue;
        var limit = new Limit(wanted < _most ? wanted : _most, _most);
        _ = SetLimit(DataResource, limit); // refused: the limit before stands
    }

    public void Dispose() => _statm.Dispose();

    private readonly record struct Limit(nuint Now, nuint Most);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);
}
