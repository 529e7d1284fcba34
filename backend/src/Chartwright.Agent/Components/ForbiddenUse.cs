using System.Text.RegularExpressions;

namespace Chartwright.Agent.Components;

/// <summary>Finds the plain ways to reach for what the frame does not have, so that the model can do without. Evasions are the validator's and the frame's to stop.</summary>
internal static partial class ForbiddenUse
{
    public static IEnumerable<string> FindProblems(string code) =>
        Uses().Matches(code).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Where(name => !Regex.IsMatch(code, $@"\b(?:const|let|var|function|class)\s+{name}\b"))
            .Select(name => $"`{name}` is not available: {Advise(name)}");

    private static string Advise(string name) => name switch
    {
        "fetch" or "XMLHttpRequest" or "WebSocket" or "EventSource" => "the frame has no network, the rows are in data.",
        "localStorage" or "sessionStorage" or "indexedDB" => "use useState, or declare a param.",
        "document" or "window" or "globalThis" => "render with JSX, size with ResponsiveContainer.",
        "require" or "import" => "write an import statement at the top.",
        "dangerouslySetInnerHTML" => "render with JSX.",
        _ => "write the code out.",
    };

    [GeneratedRegex(@"(?<![\w$.'""`/-])(?:(?<name>fetch|eval|require|import)\s*\(|new\s+(?<name>XMLHttpRequest|WebSocket|EventSource|Function)\b|(?<name>localStorage|sessionStorage|indexedDB|document|window|globalThis)(?:\.[A-Za-z]|\[)|(?<name>dangerouslySetInnerHTML)\s*[=:])")]
    private static partial Regex Uses();
}
