using System.Text.RegularExpressions;

namespace Chartwright.Analyst.Dialog;

/// <summary>Takes the wish for a job out of a question: "submit a spark job: sales by year", "sales by year as a batch job", "sales by year on spark".</summary>
internal static partial class JobAsk
{
    /// <returns>What is asked, and whether it is to run as a job.</returns>
    public static (string Question, bool IsJob) Read(string text)
    {
        foreach (var wish in (Regex[])[Before, After])
        {
            var rest = wish.Replace(text, "", 1).Trim();
            if (rest.Length < text.Trim().Length && rest.Length > 0) return (rest, true);
        }
        return (text, false);
    }

    [GeneratedRegex(
        @"^\s*(please\s+)?((submit|run|start|launch|create|make|do|use)\s+)?((this|it)\s+)?((as|with|in|on)\s+)?((a|an|the|new)\s+)*((spark|batch)\s+(sql\s+)?(job|query|task)|(?<=\b(on|with|using|use)\s+((the|a)\s+)*)spark)\b\s*((for|of|to\s+(get|compute|calculate|show|find)|that\s+(gets|computes|calculates|shows|finds))\b)?\s*[:,\-–]?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before { get; }

    [GeneratedRegex(
        @"[\s,;]*\b((as|in|with|using|via)\s+(a\s+)?(spark|batch)\s+(job|query)|(on|in|using|via|with)\s+(the\s+)?spark\s+cluster|(on|using|via)\s+spark)\s*[.!?]*\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After { get; }
}
