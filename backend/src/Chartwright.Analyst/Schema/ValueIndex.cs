using Chartwright.Analyst.Text;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>A value of a column, as stored.</summary>
internal sealed record ValueRef(SchemaColumn Column, string Value, long Rows);

/// <summary>Values of text columns by their words, for exact, partial and misspelt look-ups.</summary>
internal sealed class ValueIndex
{
    private const int PartialWords = 6;
    private readonly Dictionary<string, List<ValueRef>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ValueRef>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _keysByLetter = [];

    public void Add(SchemaColumn column, IReadOnlyList<ValueCount> values)
    {
        foreach (var value in values)
        {
            var words = Words(value.Value);
            if (words.Count is 0 or > 12) continue;
            var reference = new ValueRef(column, value.Value, value.Count);
            Put(_whole, Key(words), reference);
            if (words.Count is > 1 and <= PartialWords)
                foreach (var word in words.Distinct()) if (word.Length > 2) Put(_byWord, word, reference);
        }
    }

    /// <summary>Values whose words are exactly these stems, in this order.</summary>
    public IReadOnlyList<ValueRef> Find(string key) => _whole.TryGetValue(key, out var list) ? list : [];

    /// <summary>Values of two to six words of which this is one.</summary>
    public IReadOnlyList<ValueRef> FindByWord(string stem) => _byWord.TryGetValue(stem, out var list) ? list : [];

    /// <summary>Longer values in which these stems stand side by side: "New York" in "New York City".</summary>
    public IReadOnlyList<ValueRef> FindByWords(IReadOnlyList<string> stems) =>
        [.. FindByWord(stems.MaxBy(stem => stem.Length)!).Where(value => $" {Key(Words(value.Value))} ".Contains($" {Key(stems)} ", StringComparison.Ordinal))];

    /// <summary>Keys of values one or two typos away, nearest first.</summary>
    public IReadOnlyList<(string Key, int Distance)> FindTypos(string key)
    {
        if (key.Length < 4) return [];
        return [.. new[] { key[0], key[1] }.Distinct()
            .SelectMany(letter => _keysByLetter.TryGetValue(letter, out var keys) ? keys : [])
            .Select(candidate => (Key: candidate, Distance: EditDistance.AsTypo(key, candidate)))
            .Where(pair => pair.Distance is not null)
            .Select(pair => (pair.Key, pair.Distance!.Value))
            .OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(5)];
    }

    public static string Key(IEnumerable<string> stems) => string.Join(' ', stems);

    public static IReadOnlyList<string> Words(string value) =>
        [.. Tokenizer.Split(value.Length > 120 ? value[..120] : value).Where(token => !token.IsMark).SelectMany(token => token.IsQuoted ? token.Norm.Split(' ') : [token.Stem])];

    private void Put(Dictionary<string, List<ValueRef>> map, string key, ValueRef reference)
    {
        if (map.TryGetValue(key, out var list)) { list.Add(reference); return; }
        map[key] = [reference];
        if (!ReferenceEquals(map, _whole) || key.Length < 4) return;
        if (!_keysByLetter.TryGetValue(key[0], out var keys)) _keysByLetter[key[0]] = keys = [];
        keys.Add(key);
    }
}
