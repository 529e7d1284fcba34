using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;

namespace Chartwright.Analyst.Dialog;

/// <summary>Whether a plan explains enough of its question to be drawn without asking. A filter, a number or a quoted text is never dropped silently.</summary>
internal static class Confidence
{
    /// <summary>Plans whose scores are this near are worth offering beside the best.</summary>
    public const double NearTie = 0.25;

    private const double LeastCoverage = 0.6;
    private const double CoverageOfTwoUnread = 0.85;
    private const int MostUnread = 2;

    public static bool IsEnough(Candidate candidate)
    {
        var score = candidate.Score;
        if (score.Coverage < LeastCoverage || score.Unread.Count > MostUnread) return false;
        if (score.Unread.Count == MostUnread && score.Coverage < CoverageOfTwoUnread) return false;
        return !score.Unread.Any(token => token.IsQuoted || token.IsNumber || token.IsCapital) && !score.Ignored.Any(IsClaim);
    }

    /// <summary>Spans that change which rows count: without them the answer is to another question.</summary>
    private static bool IsClaim(Item item) => item.Kind switch
    {
        SpanKind.Value => item.Score >= 0.8,
        SpanKind.Compare or SpanKind.CompareAverage or SpanKind.Date or SpanKind.Absent => true,
        SpanKind.Negation => item.Span.Score > 0.5,
        SpanKind.Number => item.Span.Score > 0.8,
        _ => false,
    };
}
