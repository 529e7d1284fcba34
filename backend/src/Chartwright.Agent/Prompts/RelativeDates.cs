using System.Text.RegularExpressions;

namespace Chartwright.Agent.Prompts;

/// <summary>Tells whether a question counts from today. Only then is the model told the date: otherwise it filters by it unasked.</summary>
internal static partial class RelativeDates
{
    public static bool IsIn(string question) => Words().IsMatch(question);

    [GeneratedRegex(@"\b(?:today|yesterday|tomorrow|now|ago|recent(?:ly)?|year to date|ytd|mtd|qtd|so far|(?:this|last|past|current|previous|next|trailing)\s+(?:\d+\s+|few\s+|couple of\s+)?(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
