using System.Globalization;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Reads amounts: <c>200k</c>, <c>$1,000</c>, <c>5%</c>, <c>1.5 million</c>, <c>twelve</c>.</summary>
internal static class NumberGrammar
{
    private static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["hundred"] = 100, ["zero"] = 0,
    };

    public static int? SmallNumber(string word) => Small.TryGetValue(word, out var value) ? value
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < 10_000 ? value : null;

    public static IEnumerable<Span> Read(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsQuoted || Parse(tokens[i].Norm, tokens[i].IsNumber) is not { } number) continue;
            var next = i + 1;
            var scale = next < tokens.Count ? Scale(tokens[next].Norm) : 1;
            var value = number.Value;
            var scaled = number.IsScaled;
            if (scale > 1) { value *= scale; next++; scaled = true; }
            var percent = number.IsPercent;
            if (next < tokens.Count && tokens[next].Norm is "%" or "percent") { percent = true; next++; }
            var money = number.IsMoney;
            if (next < tokens.Count && tokens[next].Norm is "dollars" or "dollar" or "usd" or "euros" or "euro" or "pounds") { money = true; next++; }
            else if (next < tokens.Count && tokens[next].Norm is "years" or "kg" or "lbs" or "km" or "miles" or "minutes" or "mins" or "hours" or "cm" or "inches" or "pts" or "mph" or "feet" && next + 1 < tokens.Count && tokens[next + 1].Norm is "old" or "long" or "tall") next += 2;
            yield return new(i, next, SpanKind.Number, number with { Value = value, IsPercent = percent, IsMoney = money, IsScaled = scaled }, tokens[i].IsNumber ? 0.9 : tokens[i].Norm == "one" ? 0.3 : 0.8);
        }
    }

    private static NumberMark? Parse(string word, bool isNumber)
    {
        if (!isNumber) return Small.TryGetValue(word, out var small) ? new(small, null, false, false, false, word) : null;
        var money = word[0] is '$' or '€' or '£';
        var text = word.TrimStart('$', '€', '£', ' ').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var percent = text.EndsWith('%');
        if (percent) text = text[..^1];
        var factor = 1.0;
        if (text.EndsWith("bn", StringComparison.Ordinal)) (factor, text) = (1e9, text[..^2]);
        else if (text.Length > 1 && text[^1] is 'k' or 'm' or 'b') (factor, text) = (text[^1] switch { 'k' => 1e3, 'm' => 1e6, _ => 1e9 }, text[..^1]);
        else if (text.Length > 2 && text[^2..] is "st" or "nd" or "rd" or "th") text = text[..^2];
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(value * factor, null, percent, money, factor > 1, word) : null;
    }

    private static double Scale(string word) => word switch { "thousand" or "k" => 1e3, "million" or "millions" or "mn" or "mio" => 1e6, "billion" or "billions" or "bn" => 1e9, _ => 1 };
}
