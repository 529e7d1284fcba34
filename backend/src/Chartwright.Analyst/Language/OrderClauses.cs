using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Reads clauses that only say how to sort: "and list by the y axis from high to low", "in descending order", "sorted by name".</summary>
internal static class OrderClauses
{
    private static readonly (string[] Words, bool? Descending)[] Directions =
    [
        (["in", "descending", "order"], true), (["in", "ascending", "order"], false), (["in", "alphabetical", "order"], false), (["in", "chronological", "order"], false), (["from", "high", "to", "low"], true), (["from", "low", "to", "high"], false), (["high", "to", "low"], true), (["low", "to", "high"], false),
        (["descending", "order"], true), (["ascending", "order"], false), (["desc", "order"], true), (["asc", "order"], false), (["descending"], true), (["ascending"], false), (["desc"], true), (["asc"], false), (["decreasing", "order"], true), (["increasing", "order"], false),
        (["descennding", "order"], true), (["alphabetical", "order"], false), (["alphabetically"], false), (["largest", "first"], true), (["highest", "first"], true), (["biggest", "first"], true), (["smallest", "first"], false), (["lowest", "first"], false), (["most", "first"], true), (["largest", "to", "smallest"], true),
        (["smallest", "to", "largest"], false), (["highest", "to", "lowest"], true), (["lowest", "to", "highest"], false), (["from", "largest", "to", "smallest"], true), (["from", "smallest", "to", "largest"], false), (["from", "highest", "to", "lowest"], true), (["from", "lowest", "to", "highest"], false),
        (["most", "to", "least"], true), (["least", "to", "most"], false), (["from", "most", "to", "least"], true), (["from", "the", "oldest", "to", "the", "youngest"], true), (["from", "the", "youngest", "to", "the", "oldest"], false), (["from", "oldest", "to", "youngest"], true), (["newest", "first"], true), (["latest", "first"], true),
        (["oldest", "first"], false), (["earliest", "first"], false), (["chronologically"], false), (["a", "to", "z"], false), (["z", "to", "a"], true), (["from", "a", "to", "z"], false), (["from", "z", "to", "a"], true), (["best", "to", "worst"], true), (["worst", "to", "best"], false), (["best", "first"], true), (["worst", "first"], false), (["decreasing"], true), (["increasing"], false),
        (["from", "large", "to", "small"], true), (["from", "small", "to", "large"], false), (["descendingly"], true), (["ascendingly"], false), (["descennding"], true),
    ];

    private const int ReachBack = 14;
    private static readonly HashSet<string> Verbs = new(["sort", "sorted", "order", "ordered", "rank", "ranked", "list", "listed", "show", "display", "organize", "organized", "arrange", "arranged", "sorting", "ranking", "ordering", "displayed", "shown", "orderd", "in"], StringComparer.Ordinal);
    private static readonly HashSet<string> Lead = new(["and", "could", "can", "you", "i", "want", "would", "like", "to", "please", "also", "them", "it", "the", "results", "result", "then", "by", ",", "me", "?", ".", "with", "that", "help", "let", "lets", "should", "be", "is", "are"], StringComparer.Ordinal);
    private static readonly HashSet<string> Tail = new(["please", "order", "by", "the", "x", "y", "axis", "-", "bar", "bars", "of", "total", "number", "names", "name", "in", "count", "value", "values", "a", "x-axis", "y-axis"], StringComparer.Ordinal);

    public static IEnumerable<Span> Read(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var (words, descending) in Directions)
            {
                if (!Matches(tokens, i, words)) continue;
                yield return Clause(tokens, i, i + words.Length, descending);
                break;
            }
        }
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var j = 0; j < words.Length; j++) if (tokens[at + j].Norm != words[j]) return false;
        return true;
    }

    /// <summary>Widens a direction to its whole clause: back to the verb that opens it, forward over its key.</summary>
    private static Span Clause(IReadOnlyList<Token> tokens, int from, int to, bool? descending)
    {
        var start = from;
        for (var i = from - 1; i >= Math.Max(0, from - ReachBack); i--)
        {
            if ((tokens[i].Flags & TokenFlags.Stop) != 0 && from - i > 1 || tokens[i].Norm == ",") break;
            if (!Verbs.Contains(tokens[i].Norm)) continue;
            if (tokens[i].Norm is "show" or "list" or "display" or "in" && !IsSortKey(tokens, i + 1, from)) continue;
            start = i;
            if (tokens[i].Norm != "in" && !(tokens[i].Norm == "order" && i > 0 && tokens[i - 1].Norm is "in" or "the" or "ascending" or "descending" or "alphabetical")) break;
        }
        var end = to;
        var key = "";
        if (end < tokens.Count && tokens[end].Norm is "by" or "on" or "of" or "for" || end + 1 < tokens.Count && tokens[end].Norm == "order" && tokens[end + 1].Norm == "by")
            while (end < tokens.Count && (Tail.Contains(tokens[end].Norm) || !tokens[end].IsMark && end > to && tokens[end - 1].Norm is "by" or "the" or "of" or "number" or "total") && end - to < 9) end++;
        else while (end < tokens.Count && tokens[end].Norm is "please" or "order") end++;
        for (var i = start; i < end; i++) if (i < from || i >= to) key += " " + tokens[i].Norm;
        while (start > 0 && start < from && Lead.Contains(tokens[start - 1].Norm)) start--;
        if (start > 0 && start == from && tokens[start - 1].Norm is "," or "and") start--;
        return new(start, end, SpanKind.Order, new OrderMark(descending, Target(key)), 1.02);
    }

    /// <summary>What stands between a verb such as "show" and the direction must look like a sort key, or the verb opens something else.</summary>
    private static bool IsSortKey(IReadOnlyList<Token> tokens, int from, int to)
    {
        var words = Enumerable.Range(from, Math.Max(0, to - from)).Select(i => tokens[i].Norm).ToList();
        if (words.Count == 0 || words[0] is "by" || words is ["in"]) return true;
        if (words.Any(word => word is "by")) return words.Count <= 3 && words[0] is "the" or "it" or "them" or "results" or "in";
        return words.All(word => word is "the" or "x" or "y" or "axis" or "-" or "bar" or "bars" or "total" or "number" or "names" or "name" or "from" or "in" or "of" or "values") && words.Any(word => word is "x" or "y" or "axis" or "bar" or "bars" or "names" or "number" or "total");
    }

    private static string Target(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Contains("y") || words.Contains("count") || words.Contains("total") && words.Contains("number")) return "y";
        if (words.Contains("x") || words.Contains("bar") || words.Contains("bars") || words.Contains("names") || words.Contains("name") || words.Contains("alphabetical")) return "x";
        return string.Join(' ', words.Where(word => !Verbs.Contains(word) && !Lead.Contains(word) && word is not ("of" or "from" or "order" or "on" or "axis")));
    }
}
