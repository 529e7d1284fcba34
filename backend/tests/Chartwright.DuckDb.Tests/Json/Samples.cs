using CsCheck;

namespace Chartwright.DuckDb.Tests.Json;

/// <summary>The same random values on every run: the library's own sampling fixes only its first one.</summary>
internal static class Samples
{
    private const uint Stream = 42;
    private const ulong Seed = 20170131;

    public static IEnumerable<T> Take<T>(this Gen<T> generator, int count)
    {
        var random = new PCG(Stream, Seed);
        for (var sample = 0; sample < count; sample++) yield return generator.Generate(random, null, out _);
    }
}
