using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>One way to read the question: spans that do not overlap, in order, and what they leave unread.</summary>
internal sealed record Segmentation(IReadOnlyList<Span> Spans, double Score);

/// <summary>Finds the best ways to cut the question into spans.</summary>
internal static class Lattice
{
    private const double LengthBonus = 0.12;
    private const double UnreadWord = -0.5;
    private const double UnreadClaim = -1.5;

    private sealed record Node(Node? Previous, Span? Span, double Score);

    /// <summary>The <paramref name="width"/> best segmentations, best first. The same input always gives the same order.</summary>
    public static IReadOnlyList<Segmentation> Best(IReadOnlyList<Token> tokens, IReadOnlyList<Span> spans, int width)
    {
        var byStart = spans.ToLookup(span => span.From);
        var nodes = new List<Node>[tokens.Count + 1];
        for (var i = 0; i <= tokens.Count; i++) nodes[i] = [];
        nodes[0].Add(new(null, null, 0));
        for (var i = 0; i < tokens.Count; i++)
        {
            var best = nodes[i].OrderByDescending(node => node.Score).Take(width).ToList();
            foreach (var node in best)
            {
                nodes[i + 1].Add(node with { Score = node.Score + Unread(tokens[i]) });
                foreach (var span in byStart[i]) nodes[span.To].Add(new(node, span, node.Score + Gain(tokens, span)));
            }
        }
        return [.. nodes[^1].OrderByDescending(node => node.Score).Take(width).Select(node => new Segmentation(Path(node), node.Score))];
    }

    /// <summary>How much of a claim a token makes: 0 for function words and marks.</summary>
    public static double Weight(Token token) => token.IsMark ? 0
        : token.IsQuoted ? 2
        : token.IsNumber ? 1.5
        : IsOperator(token.Norm) ? 0.5
        : FunctionWords.Contains(token.Norm) ? 0.05
        : 1;

    /// <summary>Small words that change the answer: leaving one unread is a sign of a wrong reading.</summary>
    private static bool IsOperator(string word) => word is "by" or "per" or "each" or "every" or "not" or "without" or "excluding" or "except" or "top" or "bottom" or "most" or "least";

    private static double Unread(Token token) => Weight(token) switch { 0 => 0, < 0.2 => -0.02, > 1 => UnreadClaim, _ => UnreadWord };

    private static double Gain(IReadOnlyList<Token> tokens, Span span)
    {
        var words = 0;
        for (var i = span.From; i < span.To; i++) if (!tokens[i].IsMark) words++;
        return span.Score * (Math.Max(words, 0.3) + LengthBonus * (words - 1));
    }

    private static List<Span> Path(Node? node)
    {
        var spans = new List<Span>();
        for (; node is not null; node = node.Previous) if (node.Span is { } span) spans.Add(span);
        spans.Reverse();
        return spans;
    }
}
