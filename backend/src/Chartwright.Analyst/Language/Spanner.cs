using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Collects every reading of every run of tokens: the grammar's own phrases, numbers, dates, order clauses, and links to the data.</summary>
internal static class Spanner
{
    public static List<Span> Read(SchemaIndex schema, IReadOnlyList<Token> tokens)
    {
        var spans = new List<Span>();
        spans.AddRange(Phrases(tokens));
        spans.AddRange(SuperlativePhrases(schema, tokens));
        spans.AddRange(NumberGrammar.Read(tokens));
        spans.AddRange(new DateGrammar(tokens).Read());
        spans.AddRange(OrderClauses.Read(tokens));
        spans.AddRange(new Linker(schema, tokens).Link(spans));
        return spans;
    }

    private static IEnumerable<Span> Phrases(IReadOnlyList<Token> tokens)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            var phrase = "";
            for (var to = from; to < Math.Min(tokens.Count, from + Lexicon.LongestPhrase); to++)
            {
                if (tokens[to].IsQuoted) break;
                if (tokens[to].Norm == "-" && phrase.Length > 0) continue; // "x-axis", "scatter-plot"
                phrase = phrase.Length == 0 ? tokens[to].Norm : $"{phrase} {tokens[to].Norm}";
                if (Lexicon.Find(phrase) is { } entry) yield return new(from, to + 1, entry.Kind, entry.Payload, entry.Score);
            }
        }
    }

    private static IEnumerable<Span> SuperlativePhrases(SchemaIndex schema, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Norm;
            var next = i + 1 < tokens.Count ? tokens[i + 1].Norm == "-" && i + 2 < tokens.Count ? i + 2 : i + 1 : -1;
            if (word is "most" or "least" or "highest" or "lowest" or "best" or "worst" or "top" or "longest" or "bottom" && next > 0)
            {
                var most = word is "most" or "highest" or "best" or "top" or "longest";
                if (Superlatives.OfAdjective(tokens[next].Norm, most) is { } known) yield return new(i, next + 1, SpanKind.Superlative, known, 1.0);
                else if (word is "most" or "least" && tokens[next].Norm.Length > 4 && tokens[next].Norm.EndsWith("ed", StringComparison.Ordinal)
                    && RootIndex.For(schema.Names).Find(Stemmer.Root(tokens[next].Norm)) is { Count: > 0 } names)
                    yield return new(i, next + 1, SpanKind.Superlative, new SuperlativeMark(most, [.. names], IsGeneric: false), 0.95);
                if (word is "most" or "least" or "highest" or "lowest" && i + 2 < tokens.Count && tokens[i + 1].Norm is "number" or "amount" or "count" && tokens[i + 2].Norm == "of")
                    yield return new(i, i + 3, SpanKind.Superlative, new SuperlativeMark(most, ["#count"], IsGeneric: false), 1.0);
            }
            if (Superlatives.OfWord(word) is { } mark && word is not ("top" or "maximum" or "max" or "minimum" or "min")) yield return new(i, i + 1, SpanKind.Superlative, mark, 0.95);
            if (word is "top" or "bottom" or "first" or "last" && i + 1 < tokens.Count && NumberGrammar.SmallNumber(tokens[i + 1].Norm) is > 0 and < 1000 and { } count)
                yield return new(i, i + 2, SpanKind.Rank, new RankMark(word is "top" or "last", count, ByTime: word is "first" or "last"), 1.0);
        }
    }
}
