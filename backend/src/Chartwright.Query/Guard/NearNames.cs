namespace Chartwright.Query.Guard;

/// <summary>Names somebody may have meant.</summary>
internal static class NearNames
{
    private const int Most = 5;
    private const double LeastLikeness = 0.6;

    /// <returns>The nearest of <paramref name="known"/>, best first; empty when none is near.</returns>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known) =>
        [.. known.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(candidate => (Name: candidate, Likeness: Likeness(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Likeness >= LeastLikeness)
            .OrderByDescending(candidate => candidate.Likeness).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(Most).Select(candidate => candidate.Name)];

    /// <summary>1 for equal names, 0 for nothing in common; a name within the other counts as near.</summary>
    private static double Likeness(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        var edits = 1 - (double)Distance(one, other) / Math.Max(one.Length, other.Length);
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        var isPart = shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal);
        return isPart ? Math.Max(edits, 0.7 + 0.3 * shorter.Length / longer.Length) : edits;
    }

    // Levenshtein, two rows
    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        var current = new int[other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[other.Length];
    }
}
