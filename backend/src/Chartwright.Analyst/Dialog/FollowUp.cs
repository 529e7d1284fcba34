using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Dialog;

/// <summary>Reads a question as a change to the last plan.</summary>
internal static class FollowUp
{
    /// <returns>The changed plan, or null when the question stands by itself.</returns>
    public static Candidate? Apply(SchemaIndex schema, AnalysisPlan last, PlanResult result, DateTime today) => null;
}
