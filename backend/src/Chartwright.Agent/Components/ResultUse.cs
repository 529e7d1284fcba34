using System.Text.RegularExpressions;

namespace Chartwright.Agent.Components;

/// <summary>Which results a component reads, and whether they are there.</summary>
internal static partial class ResultUse
{
    private const string Main = "main";

    /// <param name="names">Results there are.</param>
    /// <returns>In words for whoever wrote the component; empty when every result it reads is there.</returns>
    public static IEnumerable<string> FindProblems(string code, IReadOnlyList<string> names)
    {
        var signature = Signature().Match(code);
        if (!signature.Success)
            return [];
        var body = code.Remove(signature.Index, signature.Length);
        var read = new SortedSet<string>(StringComparer.Ordinal);
        if (DataProp().IsMatch(signature.Value) && Data().IsMatch(body))
            read.Add(Main);
        if (ResultsProp().IsMatch(signature.Value))
            read.UnionWith(Results().Matches(body).Select(match => match.Groups["name"].Value));
        return read.Except(names).Select(name =>
            $"The component reads {(name == Main ? "data" : $"results.{name}")}, but no statement was run for it with run_sql (name \"{name}\"). There {(names.Count == 0 ? "is no result yet" : $"are: {string.Join(", ", names)}")}.");
    }

    [GeneratedRegex(@"\bfunction\s+Viz\s*\([^)]{0,400}\)")]
    private static partial Regex Signature();

    [GeneratedRegex(@"\bdata\b")]
    private static partial Regex DataProp();

    [GeneratedRegex(@"\bresults\b")]
    private static partial Regex ResultsProp();

    [GeneratedRegex(@"(?<![\w$.])data\s*(?:\?\.|[.\[\])},;])")]
    private static partial Regex Data();

    [GeneratedRegex(@"(?<![\w$.])results\s*(?:\?\.|\.)\s*(?:\[\s*['""])?(?<name>\w+)|(?<![\w$.])results\s*\[\s*['""](?<name>\w+)['""]")]
    private static partial Regex Results();
}
