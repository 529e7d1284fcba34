using System.Collections.Frozen;
using System.Text.Json;

namespace Chartwright.Agent.Components;

/// <summary>What a component can import, as the frame really offers it. Source: the lists generated from the installed packages, shared with the browser's validator.</summary>
internal static class ComponentModules
{
    private const string UiPrefix = "@/components/ui/";
    private const string Icons = "lucide-react";
    private const int MaxNearNames = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Exports = ReadExports();

    /// <summary>Names under <c>@/components/ui/</c>, in order.</summary>
    public static IReadOnlyList<string> UiComponents { get; } =
        [.. Exports.Keys.Where(module => module.StartsWith(UiPrefix, StringComparison.Ordinal)).Select(module => module[UiPrefix.Length..]).Order(StringComparer.Ordinal)];

    /// <returns>Why the module cannot be imported, or null when it can.</returns>
    public static string? FindModuleProblem(string module)
    {
        if (Exports.ContainsKey(module))
            return null;
        return module.StartsWith(UiPrefix, StringComparison.Ordinal)
            ? $"There is no `{module}`. There are: {string.Join(", ", UiComponents)}."
            : $"`{module}` cannot be imported. There are: react, recharts, {Icons}, {UiPrefix}*.";
    }

    /// <param name="module">One that can be imported.</param>
    /// <returns>Why the name cannot be imported from it, with near matches, or null when it can.</returns>
    public static string? FindNameProblem(string module, string name)
    {
        if (Has(module, name))
            return null;
        var elsewhere = ListModulesOf(name);
        if (elsewhere.Count > 0)
            return $"`{name}` comes from \"{elsewhere[0]}\", not from \"{module}\".";
        var near = Exports[module]
            .Select(known => (Name: known, Distance: Distance(known, name)))
            .Where(candidate => candidate.Distance <= 1 + (name.Length / 4) || candidate.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxNearNames).Select(candidate => candidate.Name).ToList();
        return $"\"{module}\" has no `{name}`." + (near.Count > 0 ? $" Near to it: {string.Join(", ", near)}." : "");
    }

    /// <returns>Modules that export the name; Recharts first.</returns>
    public static IReadOnlyList<string> ListModulesOf(string name) =>
        [.. Exports.Keys.Where(module => Has(module, name)).OrderBy(module => module switch { "recharts" => 0, "react" => 1, Icons => 3, _ => 2 }).ThenBy(module => module, StringComparer.Ordinal)];

    private static bool Has(string module, string name)
    {
        var names = Exports[module];
        return names.Contains(name) ||
            (module == Icons && ((name.EndsWith("Icon", StringComparison.Ordinal) && names.Contains(name[..^4])) ||
                (name.StartsWith("Lucide", StringComparison.Ordinal) && names.Contains(name[6..])))); // every icon has three names
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }

    private static FrozenDictionary<string, FrozenSet<string>> ReadExports()
    {
        var modules = Read<Dictionary<string, string[]>>("module-exports");
        modules[Icons] = [.. Read<string[]>("icon-names"), "Icon", "icons", "createLucideIcon"];
        return modules.ToFrozenDictionary(module => module.Key, module => module.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(ComponentModules).Assembly.GetManifestResourceStream($"Components.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream)!;
    }
}
