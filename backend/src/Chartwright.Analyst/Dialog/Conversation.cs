using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;

namespace Chartwright.Analyst.Dialog;

/// <summary>What the analyst makes of a question in its conversation.</summary>
/// <param name="Candidates">Plans that can be written as SQL, best first.</param>
/// <param name="Asks">The best is not good enough to draw: ask instead.</param>
/// <param name="Change">The candidate that changes the plan before, where the question can be read so.</param>
internal sealed record Understanding(
    string Question, PlanResult Result, IReadOnlyList<Candidate> Candidates, bool Asks, Candidate? Change)
{
    public Candidate? Best => Candidates.Count > 0 ? Candidates[0] : null;
}

/// <summary>Reads the questions of a conversation in order, the later ones as changes to the earlier where they are.</summary>
internal static class Conversation
{
    private const int Kept = 8;

    public static Understanding Understand(SchemaIndex schema, IReadOnlyList<string> earlier, string question, DateTime today)
    {
        AnalysisPlan? last = null;
        foreach (var before in earlier.TakeLast(Kept))
        {
            var understood = One(schema, before, last, today);
            if (!understood.Asks && understood.Best is { } best) last = best.Plan;
        }
        return One(schema, question, last, today);
    }

    private static Understanding One(SchemaIndex schema, string question, AnalysisPlan? last, DateTime today)
    {
        var result = Planner.Plan(schema, question, today);
        var candidates = result.Candidates;
        var change = last is null ? null : FollowUp.Apply(schema, last, result, today);
        if (change is not null) candidates = [change, .. candidates];
        var written = candidates.Where(candidate => SqlWriter.Write(schema, candidate.Plan) is not null).Take(6).ToList();
        return new(question, result, written, written.Count == 0 || !Confidence.IsEnough(written[0]), change);
    }
}
