using System.Diagnostics.CodeAnalysis;
using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>A scored reading of a question.</summary>
internal sealed record Candidate(AnalysisPlan Plan, JoinTree Joins, PlanScore Score, IReadOnlyList<ChoicePoint> Choices);

/// <summary>Everything a question was read as, best first.</summary>
/// <param name="Tokens">The question as it was split.</param>
internal sealed record PlanResult(IReadOnlyList<Token> Tokens, IReadOnlyList<Candidate> Candidates)
{
    public Candidate? Best => Candidates.Count > 0 ? Candidates[0] : null;
}

/// <summary>Question to scored plans: spans, lattice, then a search over the choices each reading had. Deterministic; no state.</summary>
internal static class Planner
{
    private const int Segmentations = 8;
    private const int RunsPerSegmentation = 14;

    /// <param name="today">The day relative dates count from when the data is not older.</param>
    public static PlanResult Plan(SchemaIndex schema, string question, DateTime today)
    {
        var tokens = Tokenizer.Split(question);
        var spans = Spanner.Read(schema, tokens);
        var found = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var segmentation in Lattice.Best(tokens, spans, Segmentations))
        {
            foreach (var candidate in Search(schema, tokens, segmentation, today))
            {
                var key = PlanText.Canonical(candidate.Plan);
                if (!found.TryGetValue(key, out var known) || known.Score.Total < candidate.Score.Total) found[key] = candidate;
            }
        }
        return new(tokens, [.. found.OrderByDescending(pair => pair.Value.Score.Total)
            .ThenBy(pair => pair.Value.Joins.Joins.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
    }

    /// <summary>The best reading, then readings with one or more choices taken otherwise, cheapest first.</summary>
    private static IEnumerable<Candidate> Search(SchemaIndex schema, IReadOnlyList<Token> tokens, Segmentation segmentation, DateTime today)
    {
        var open = new PriorityQueue<Dictionary<string, int>, (double, int)>();
        open.Enqueue([], (0, 0));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = 0;
        for (var run = 0; run < RunsPerSegmentation && open.TryDequeue(out var forced, out var priority); run++)
        {
            var chooser = new Chooser(forced);
            if (Read(schema, tokens, segmentation, chooser, today) is { } candidate) yield return candidate;
            foreach (var point in chooser.Points)
            {
                if (forced.ContainsKey(point.Slot)) continue;
                for (var option = 1; option < point.Scores.Count; option++)
                {
                    var next = new Dictionary<string, int>(forced, StringComparer.Ordinal) { [point.Slot] = option };
                    if (seen.Add(string.Join(';', next.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))))
                        open.Enqueue(next, (priority.Item1 + point.Scores[0] - point.Scores[option], ++order));
                }
            }
        }
    }

    private static Candidate? Read(SchemaIndex schema, IReadOnlyList<Token> tokens, Segmentation segmentation, Chooser chooser, DateTime today)
    {
        var draft = new Draft(schema, tokens, Resolver.Resolve(segmentation, tokens, chooser), chooser, today);
        ChartReader.Read(draft);
        DateReader.Read(draft);
        ValueFilters.Read(draft);
        CompareFilters.Read(draft);
        GroupReader.Read(draft);
        ListReader.ReadLead(draft);
        MeasureReader.Read(draft);
        ListReader.ReadNamed(draft);
        RankReader.Read(draft);
        if (Assembler.Assemble(draft) is not { } plan) return null;
        if (JoinPlanner.Connect(schema, plan.Root, plan.Tables) is not { } joins) return null;
        return new(plan, joins, Scorer.Score(draft, plan, joins, segmentation.Score, chooser.Cost), chooser.Points);
    }
}
