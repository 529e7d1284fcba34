using System.Text;
using System.Text.RegularExpressions;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Components;

/// <summary>What was found in a component.</summary>
/// <param name="Problems">In words for whoever wrote it; empty when the component can be shown.</param>
internal sealed record ComponentCheck(IReadOnlyList<string> Problems, IReadOnlyDictionary<string, ParamDefinition> Params);

/// <summary>A first look at a component before it is stored, so that the model can repair it. The browser's validator is the wall; this is none.</summary>
internal static partial class ComponentChecker
{
    /// <summary>The browser's validator takes no larger source.</summary>
    public const int MaxBytes = 100 * 1024;

    public static ComponentCheck Check(string code)
    {
        if (Encoding.UTF8.GetByteCount(code) > MaxBytes)
            return new(["The component is larger than 100 KB. Put data into the query result, not into the code."], new Dictionary<string, ParamDefinition>());
        var problems = new List<string>();
        if (!DefaultExport().IsMatch(code))
            problems.Add("There is no `export default function Viz({ data, params })`.");
        problems.AddRange(ComponentImports.ListModules(code).Select(ComponentModules.FindModuleProblem).OfType<string>());
        foreach (var import in ComponentImports.ListNames(code))
        {
            if (import.Name.Length > 0 && ComponentModules.FindModuleProblem(import.Module) is null && IsUsedAsValue(code, import.Local) &&
                ComponentModules.FindNameProblem(import.Module, import.Name) is { } problem)
            {
                problems.Add(problem);
            }
        }
        problems.AddRange(ForbiddenUse.FindProblems(code));
        var reading = ParamsLiteralReader.Read(code);
        if (reading.Error is { } error)
            problems.Add(error + ".");
        return new(problems, reading.Params);
    }

    /// <summary>A name of a type may be imported like a value; it is gone when the code runs.</summary>
    private static bool IsUsedAsValue(string code, string name) =>
        Regex.IsMatch(code, $@"(?<![\w$)\]])<{Regex.Escape(name)}(?![\w$])|(?<![\w$.]){Regex.Escape(name)}\s*[(.]|=\s*\{{?\s*{Regex.Escape(name)}(?![\w$])");

    [GeneratedRegex(@"^[ \t]*export\s+default\s+function\s+Viz\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex DefaultExport();
}
