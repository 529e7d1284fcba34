using System.Text.RegularExpressions;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Components;

/// <summary>What was found in a component.</summary>
/// <param name="Problems">In words for whoever wrote it; empty when the component can be shown.</param>
internal sealed record ComponentCheck(IReadOnlyList<string> Problems, IReadOnlyDictionary<string, ParamDefinition> Params);

/// <summary>A first look at a component before it is stored, so that the model can repair it. The browser's validator is the wall; this is none.</summary>
internal static partial class ComponentChecker
{
    private static readonly HashSet<string> Modules = new(StringComparer.Ordinal) { "react", "recharts", "lucide-react" };

    /// <summary>Components under <c>@/components/ui/</c>.</summary>
    public static IReadOnlyList<string> UiComponents { get; } =
    [
        "alert", "badge", "button", "card", "checkbox", "input", "label", "progress", "scroll-area", "select",
        "separator", "skeleton", "slider", "switch", "table", "tabs", "toggle-group", "tooltip",
    ];

    public static ComponentCheck Check(string code)
    {
        var problems = new List<string>();
        if (!DefaultExport().IsMatch(code))
            problems.Add("There is no `export default function Viz({ data, params })`.");
        foreach (Match import in Imports().Matches(code))
        {
            if (FindImportProblem(import.Groups["module"].Value) is { } problem)
                problems.Add(problem);
        }
        var reading = ParamsLiteralReader.Read(code);
        if (reading.Error is { } error)
            problems.Add(error + ".");
        return new(problems, reading.Params);
    }

    private static string? FindImportProblem(string module)
    {
        const string ui = "@/components/ui/";
        if (Modules.Contains(module))
            return null;
        if (!module.StartsWith(ui, StringComparison.Ordinal))
            return $"`{module}` cannot be imported. There are: react, recharts, lucide-react, {ui}*.";
        return UiComponents.Contains(module[ui.Length..])
            ? null
            : $"There is no `{module}`. There are: {string.Join(", ", UiComponents)}.";
    }

    [GeneratedRegex(@"^[ \t]*export\s+default\s+(?:function\s+Viz\b|Viz\b)|^[ \t]*export\s*\{[^}]*\bViz\s+as\s+default\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex DefaultExport();

    [GeneratedRegex(@"^[ \t]*(?:import|export)\b(?:[^;'""`=(<]*\bfrom)?\s*['""](?<module>[^'""\n]*)['""]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Imports();
}
