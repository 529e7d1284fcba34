using System.Runtime.CompilerServices;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Names of a schema by root, so that "cancellations" finds <c>cancelled_on</c>. Kept as long as the schema is.</summary>
internal sealed class RootIndex
{
    private static readonly ConditionalWeakTable<NameIndex, RootIndex> Known = [];
    private readonly Dictionary<string, List<string>> _names;

    private RootIndex(NameIndex names) => _names = names.Vocabulary
        .Where(key => !key.Contains(' ', StringComparison.Ordinal))
        .GroupBy(Stemmer.Root, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public static RootIndex For(NameIndex names) => Known.GetValue(names, static key => new(key));

    public IReadOnlyList<string> Find(string root) => _names.TryGetValue(root, out var list) ? list : [];

    /// <summary>Values that are one word with this root: "failed" finds <c>Fail</c>.</summary>
    public static IEnumerable<ValueRef> Values(SchemaIndex schema, string root)
    {
        foreach (var suffix in (string[])["", "e", "ed", "ing", "er", "y", "ion", "al"])
            foreach (var value in schema.Values.Find(root + suffix)) yield return value;
    }
}
