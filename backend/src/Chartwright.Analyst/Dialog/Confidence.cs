using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;

namespace Chartwright.Analyst.Dialog;

/// <summary>Whether a plan explains its question well enough to be drawn without asking. A word that claims something is never dropped silently, nor is a filter or a number.</summary>
internal static class Confidence
{
    /// <summary>Plans whose scores are this near are worth offering beside the best.</summary>
    public const double NearTie = 0.25;

    private const double LeastCoverage = 0.6;

    public static bool IsEnough(Candidate candidate) =>
        candidate.Score is { Unread.Count: 0 } score && score.Coverage >= LeastCoverage && !score.Ignored.Any(IsClaim) && !CountsItself(candidate.Plan) && !GrowsByNothing(candidate.Plan) && !LeavesOutRowsOnly(candidate);

    /// <summary>"Employees with no sick leave" are not those with some other leave: leaving out rows of another table leaves out no thing.</summary>
    private static bool LeavesOutRowsOnly(Candidate candidate)
    {
        var things = candidate.Plan.Shape == ResultShape.Rows ? candidate.Plan.Root : candidate.Plan.Measures is [{ Fn: AggFn.Count, Column: null } count] ? count.Table : null;
        return things is not null && candidate.Plan.Filters.Any(filter => filter.Negated && filter.Column.Table != things) && candidate.Joins.Multiplies(things);
    }

    /// <summary>"Which category grew the most": of what, the question does not say.</summary>
    private static bool GrowsByNothing(AnalysisPlan plan) =>
        plan.Derivation is Derivation.Growth or Derivation.GrowthBetween && plan.Measures.All(measure => measure is { Implied: true, Fn: AggFn.Count });

    /// <summary>"The most restaurants by restaurant": each counts once, so the ranking says nothing.</summary>
    private static bool CountsItself(AnalysisPlan plan) =>
        plan.Limit is not null && plan.Measures is [{ Fn: AggFn.Count, Column: null, PerTable: null } count] && plan.Dimensions.Any(dimension => dimension.Entity == count.Table || dimension.Columns.SequenceEqual(count.Table.Label));

    /// <summary>Spans that change which rows count: without them the answer is to another question.</summary>
    private static bool IsClaim(Item item) => item.Kind switch
    {
        SpanKind.Value => item.Score >= 0.8,
        SpanKind.Compare or SpanKind.CompareAverage or SpanKind.Date or SpanKind.Absent => true,
        SpanKind.Negation => item.Span.Score > 0.5,
        SpanKind.Number => item.Span.Score > 0.8,
        SpanKind.Grain or SpanKind.Superlative or SpanKind.Rank or SpanKind.Aggregate or SpanKind.Cumulative or SpanKind.Moving or SpanKind.Growth or SpanKind.Column => true,
        _ => false,
    };
}
