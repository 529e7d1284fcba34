using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chartwright.Analyst.Text;

/// <summary>Splits a question into tokens. Every character that is not white space ends up in some token.</summary>
internal static partial class Tokenizer
{
    /// <summary>Longer questions are cut: nothing that is a question about data needs more.</summary>
    private const int MaxTokens = 120;

    public static IReadOnlyList<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var sentenceStart = true;
        foreach (Match match in TokenPattern().Matches(Plain(text)))
        {
            if (tokens.Count == MaxTokens) break;
            var token = Make(tokens.Count, match, sentenceStart);
            if (token is null) continue;
            tokens.Add(token);
            sentenceStart = (token.Flags & TokenFlags.Stop) != 0;
        }
        return tokens;
    }

    /// <summary>Lower case, accents removed, <c>'s</c> removed.</summary>
    public static string Normalize(string word)
    {
        var lower = Plain(word).ToLowerInvariant();
        if (lower.EndsWith("'s", StringComparison.Ordinal)) lower = lower[..^2];
        return lower.TrimEnd('\'');
    }

    /// <summary>Splits the name of a table or column: snake_case, camelCase, spaces and dashes, digits kept with their letters.</summary>
    public static IReadOnlyList<string> SplitName(string name) =>
        [.. NamePart().Matches(Plain(name)).Select(part => part.Value.ToLowerInvariant())];

    /// <summary>Folds accents and typographic quotes and dashes.</summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            builder.Append(c switch { '\u2018' or '\u2019' => '\'', '\u201c' or '\u201d' => '"', '\u2013' or '\u2014' => '-', _ => c });
        }
        return builder.ToString();
    }

    private static Token? Make(int index, Match match, bool sentenceStart)
    {
        var raw = match.Value;
        if (match.Groups["quoted"].Success)
        {
            var inner = raw[1..^1].Trim();
            return inner.Length == 0 ? null : new(index, inner, Normalize(inner), Normalize(inner), TokenFlags.Quoted);
        }
        if (match.Groups["number"].Success || match.Groups["date"].Success) return new(index, raw, raw.ToLowerInvariant(), raw.ToLowerInvariant(), TokenFlags.Number);
        if (match.Groups["op"].Success) return new(index, raw, raw, raw, TokenFlags.None);
        if (match.Groups["mark"].Success)
            return new(index, raw, raw, raw, raw is "." or "?" or "!" or "\n" ? TokenFlags.Stop : TokenFlags.Break);
        var norm = Normalize(raw);
        if (norm.Length == 0) return null;
        return new(index, raw, norm, Stemmer.Stem(norm), char.IsUpper(raw[0]) && !sentenceStart ? TokenFlags.Capital : TokenFlags.None);
    }

    [GeneratedRegex("""
        (?<quoted>"[^"]{1,200}"|(?<![A-Za-z0-9])'[^']{1,200}'(?![A-Za-z0-9]))
        |(?<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{2,4})
        |(?<number>(?:[$€£]\s?)?-?\d+(?:,\d{3})+(?:\.\d+)?(?:%|[kKmMbB]\b)?|(?:[$€£]\s?)?(?<![A-Za-z0-9])-?\d*\.?\d+(?:%|\s?[kKmMbB]\b|bn\b|(?:st|nd|rd|th)\b|(?:'?s)\b)?(?![A-Za-z]))
        |(?<op>>=|<=|!=|<>|>|<|=)
        |(?<word>[A-Za-z0-9]+(?:'[A-Za-z]+)?|[^\x00-\x7F]+)
        |(?<mark>[.,;:?!()\[\]&/+%*#\n-])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex TokenPattern();

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+|[^\\x00-\\x7F]+", RegexOptions.CultureInvariant)]
    private static partial Regex NamePart();
}
