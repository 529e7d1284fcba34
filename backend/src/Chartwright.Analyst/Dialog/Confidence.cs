using Chartwright.Analyst.Planning;

namespace Chartwright.Analyst.Dialog;

/// <summary>Whether a plan explains enough of its question to be drawn without asking.</summary>
internal static class Confidence
{
    private const double LeastCoverage = 0.55;

    /// <summary>Plans whose scores are this near are worth offering beside the best.</summary>
    public const double NearTie = 0.25;

    public static bool IsEnough(Candidate candidate) =>
        candidate.Score.Coverage >= LeastCoverage && !candidate.Score.Unread.Any(token => token.IsQuoted);
}
