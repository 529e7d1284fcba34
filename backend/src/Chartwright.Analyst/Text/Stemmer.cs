namespace Chartwright.Analyst.Text;

/// <summary>Two keys for comparing words: <see cref="Stem"/> folds number, <see cref="Root"/> also folds word class. Neither need be a word.</summary>
internal static class Stemmer
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["persons"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["feet"] = "foot", ["indices"] = "index",
        ["criteria"] = "criterion", ["media"] = "medium", ["data"] = "data", ["staff"] = "staff", ["mice"] = "mouse", ["lives"] = "life", ["wives"] = "wife",
        ["movie"] = "movy", ["movies"] = "movy", ["series"] = "series", ["species"] = "species", ["analyses"] = "analys", ["analysis"] = "analys",
        ["diagnoses"] = "diagnos", ["diagnosis"] = "diagnos", ["gas"] = "gas", ["news"] = "news", ["this"] = "this", ["is"] = "is", ["was"] = "was",
        ["has"] = "has", ["does"] = "does", ["his"] = "his", ["its"] = "its", ["yes"] = "yes", ["less"] = "less", ["plus"] = "plus", ["versus"] = "versus",
    };

    private static readonly string[] Suffixes =
        ["izations", "ization", "ations", "ation", "itions", "ition", "tions", "tion", "ments", "ment", "ances", "ance", "ences", "ence",
         "sions", "sion", "ings", "ing", "ers", "ies", "ied", "ions", "ion", "als", "al", "ive", "ed", "er", "or", "ly", "y", "e"];

    /// <summary>The word without its plural ending: <c>countries</c> and <c>country</c> meet.</summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known)) return known;
        if (word.Length <= 3) return word.Length == 3 && word[2] == 's' && !"aeious".Contains(word[1], StringComparison.Ordinal) ? word[..2] : word;
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        if (word.EndsWith("ie", StringComparison.Ordinal)) return word[..^2] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("zes", StringComparison.Ordinal) || word.EndsWith("ses", StringComparison.Ordinal))
            return word[..^2];
        if (word.EndsWith("se", StringComparison.Ordinal) || word.EndsWith("ze", StringComparison.Ordinal)) return word[..^1];
        if (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal)) return word;
        return word[^1] == 's' ? word[..^1] : word;
    }

    /// <summary>A shorter key under which <c>cancellations</c>, <c>cancelled</c> and <c>cancel</c> meet; at least four letters, else the stem.</summary>
    public static string Root(string word)
    {
        var stem = Stem(word);
        foreach (var suffix in Suffixes)
        {
            if (stem.Length - suffix.Length < 4 || !stem.EndsWith(suffix, StringComparison.Ordinal)) continue;
            stem = stem[..^suffix.Length];
            break;
        }
        return stem.Length > 4 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
