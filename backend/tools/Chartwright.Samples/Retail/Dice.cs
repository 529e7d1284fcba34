namespace Chartwright.Samples.Retail;

/// <summary>A small generator of pseudo-random numbers with the same sequence on every platform and runtime. Not thread-safe.</summary>
/// <remarks>Source: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).</remarks>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An integer in [<paramref name="low"/>, <paramref name="high"/>], both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>True in <paramref name="perMille"/> of 1,000 throws.</summary>
    public bool Chance(int perMille) => Between(0, 999) < perMille;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>An index of <paramref name="weights"/>, each as likely as its weight.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights) total += weight;
        var left = Between(0, total - 1);
        for (var index = 0; index < weights.Length; index++)
        {
            if (left < weights[index]) return index;
            left -= weights[index];
        }
        throw new InvalidOperationException("the weights have no sum");
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
