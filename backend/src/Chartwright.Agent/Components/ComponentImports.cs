using System.Text.RegularExpressions;

namespace Chartwright.Agent.Components;

/// <summary>One name taken from a module.</summary>
/// <param name="Name">As the module exports it; empty for <c>* as x</c> and for a default import.</param>
/// <param name="Local">As the code calls it.</param>
internal sealed record ImportedName(string Module, string Name, string Local);

/// <summary>The import statements of a component, read by their usual shape.</summary>
internal static partial class ComponentImports
{
    /// <returns>Module of every <c>import</c> and <c>export … from</c>, in order.</returns>
    public static IEnumerable<string> ListModules(string code) => Statements().Matches(code).Select(match => match.Groups["module"].Value);

    /// <returns>Names of all import statements that are no types.</returns>
    public static IReadOnlyList<ImportedName> ListNames(string code)
    {
        var names = new List<ImportedName>();
        foreach (var statement in Statements().Matches(code).Where(match => match.Groups["clause"].Success))
        {
            var (module, clause) = (statement.Groups["module"].Value, statement.Groups["clause"].Value);
            if (TypeOnly().IsMatch(clause))
                continue;
            var braces = clause.IndexOf('{', StringComparison.Ordinal);
            if (Identifier().Match(braces < 0 ? clause : clause[..braces]) is { Success: true } whole)
                names.Add(new(module, "", whole.Value));
            if (braces < 0)
                continue;
            foreach (Match name in Specifiers().Matches(clause[(braces + 1)..]).Where(match => !match.Groups["type"].Success))
                names.Add(new(module, name.Groups["name"].Value, name.Groups["local"] is { Success: true, Value: var local } ? local : name.Groups["name"].Value));
        }
        return names;
    }

    [GeneratedRegex(@"^[ \t]*(?:import|export)\b(?:(?<clause>[^;'""`=(<]{0,2000}?)\bfrom)?\s*['""](?<module>[^'""\n]*)['""]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statements();

    [GeneratedRegex(@"^\s*type\s")]
    private static partial Regex TypeOnly();

    [GeneratedRegex(@"[A-Za-z_$][\w$]*(?=\s*,?\s*$)")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<type>\btype\s+)?(?<name>[A-Za-z_$][\w$]*)(?:\s+as\s+(?<local>[A-Za-z_$][\w$]*))?")]
    private static partial Regex Specifiers();
}
