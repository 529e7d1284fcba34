namespace Chartwright.Analyst.Text;

/// <summary>Damerau-Levenshtein (optimal string alignment), and what still counts as a typo.</summary>
internal static class EditDistance
{
    /// <returns>The distance, or <paramref name="limit"/> + 1 as soon as it is certain to be more.</returns>
    public static int Between(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }
            if (best > limit) return limit + 1;
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }

    /// <summary>1 for four to six letters, 2 from seven, none below.</summary>
    public static int Tolerance(string word) => word.Length switch { < 4 => 0, < 7 => 1, _ => 2 };

    /// <returns>Distance when <paramref name="word"/> may be a misspelling of <paramref name="target"/>, else null. The first letter holds, or is transposed.</returns>
    public static int? AsTypo(string word, string target)
    {
        var limit = Math.Min(Tolerance(word), Tolerance(target));
        if (limit == 0 || target.Length == 0) return null;
        if (word[0] != target[0] && !(word[0] == target[1] && word[1] == target[0])) return null;
        var distance = Between(word, target, limit);
        return distance <= limit && distance > 0 ? distance : null;
    }
}
