using System.Text.RegularExpressions;

namespace Chartwright.Agent.Components;

/// <summary>Adds imports that a model forgot: names used only as elements or hooks, which the frame's modules export.</summary>
internal static partial class ImportMender
{
    /// <returns>The code, with import statements put before it where they were missing.</returns>
    public static string Mend(string code)
    {
        if (code.Length > ComponentChecker.MaxBytes)
            return code;
        var used = ComponentImports.ListModules(code).ToHashSet(StringComparer.Ordinal);
        var missing = Elements().Matches(code).Concat(Hooks().Matches(code))
            .Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Where(name => IsUndeclared(code, name))
            .Select(name => (Name: name, Module: Choose(ComponentModules.ListModulesOf(name), used)))
            .Where(found => found.Module is not null)
            .GroupBy(found => found.Module!, found => found.Name, StringComparer.Ordinal);
        return string.Concat(missing.Select(module => $"import {{ {string.Join(", ", module)} }} from \"{module.Key}\"\n")) + code;
    }

    /// <summary>A name that never stands anywhere else was declared nowhere.</summary>
    private static bool IsUndeclared(string code, string name) =>
        Regex.Count(code, $@"(?<![\w$]){name}(?![\w$])") == Regex.Count(code, $@"(?:(?<![\w$)\]])</?{name}(?![\w$])|(?<![\w$.]|function\s+){name}\s*(?:<[\w\[\]| ]*>)?\()");

    private static string? Choose(IReadOnlyList<string> modules, HashSet<string> used) =>
        modules.FirstOrDefault(used.Contains) ?? (modules.Count > 0 ? modules[0] : null);

    [GeneratedRegex(@"(?<![\w$)\]])<(?<name>[A-Z]\w*)(?=[\s/>])")]
    private static partial Regex Elements();

    [GeneratedRegex(@"(?<![\w$.])(?<name>use[A-Z]\w*)\s*(?:<[\w\[\]| ]*>)?\(")]
    private static partial Regex Hooks();
}
