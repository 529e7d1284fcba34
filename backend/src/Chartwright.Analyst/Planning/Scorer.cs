using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>How well a plan explains its question.</summary>
/// <param name="Coverage">Share of the claims in the question that the plan uses, 0 to 1.</param>
/// <param name="Unread">Words that claim something and were not understood.</param>
/// <param name="Ignored">Operators or values that were understood and found no place.</param>
internal sealed record PlanScore(double Total, double Coverage, IReadOnlyList<Token> Unread, IReadOnlyList<Item> Ignored);

/// <summary>Scores plans: coverage first, then the quality of links, then the cost of joins and of what had to be made up.</summary>
internal static class Scorer
{
    /// <summary>What it costs to leave out a table that the question names.</summary>
    private const double NamedTable = 0.4;

    /// <summary>What it costs to answer "who" with a number.</summary>
    private const double NumberForWho = 0.8;

    public static PlanScore Score(Draft draft, AnalysisPlan plan, JoinTree joins, double lattice, double choiceCost)
    {
        var covered = new bool[draft.Tokens.Count];
        foreach (var item in draft.Items)
            for (var i = item.Span.From; i < item.Span.To; i++) covered[i] = true;
        foreach (var index in draft.ReadBeside) covered[index] = true;
        double claims = 0, explained = 0;
        var unread = new List<Token>();
        foreach (var token in draft.Tokens)
        {
            var weight = Lattice.Weight(token);
            if (token.IsCapital && weight >= 1) weight = 1.3;
            claims += weight;
            if (draft.Unplaced.Contains(token.Index)) unread.Add(token);
            else if (covered[token.Index]) explained += weight;
            else if (weight >= 1) unread.Add(token);
        }
        var coverage = claims <= 0 ? 1 : explained / claims;
        var ignored = draft.Items.Where(item => item.IsFree && Importance(item) > 0 && !(item.Is(SpanKind.Table) && plan.Tables.Contains(item.Table!))).ToList();
        var links = draft.Items.Where(item => item.Kind is SpanKind.Column or SpanKind.Table or SpanKind.Value).Select(item => Math.Min(1, item.Score)).ToList();
        var total = 4.0 * coverage
            + (links.Count == 0 ? 0.5 : links.Average() + 0.3 * links.Min())
            + 0.3 * lattice
            - choiceCost
            - 0.5 * unread.Count
            - 0.12 * joins.Joins.Count - 0.1 * joins.Joins.Count(join => !join.Edge.Declared)
            - (plan.Measures.Any(measure => joins.Multiplies(measure.Table)) ? 0.25 : 0)
            - 0.15 * plan.Measures.Count(measure => measure.Implied)
            - (draft.Strained ? 0.5 : 0)
            - (plan.Shape == ResultShape.Scalar && draft.Tokens[0].Norm == "who" ? NumberForWho : 0)
            - ignored.Sum(Importance)
            - Unusual(plan);
        return new(total, coverage, unread, ignored);
    }

    /// <summary>What it costs to leave an understood span without a role.</summary>
    private static double Importance(Item item) => item.Kind switch
    {
        SpanKind.Value or SpanKind.Number or SpanKind.Date or SpanKind.Compare or SpanKind.CompareAverage => 1.0 * Math.Min(1, item.Span.Score),
        SpanKind.Negation or SpanKind.Absent => 0.8,
        SpanKind.Rank or SpanKind.Superlative => 0.6,
        SpanKind.Aggregate or SpanKind.Cumulative or SpanKind.Moving => 0.5,
        SpanKind.Growth or SpanKind.Share => 0.35,
        SpanKind.Group => item.Span.As<GroupMark>().By ? 0.3 : 0.15,
        SpanKind.Column => 0.4,
        SpanKind.Count => 0.4,
        SpanKind.Grain => 0.2,
        SpanKind.Table => item.How == MatchKind.Exact ? NamedTable : 0.12,
        SpanKind.Trend or SpanKind.Distribution or SpanKind.Correlation => 0.2,
        _ => 0,
    };

    private static double Unusual(AnalysisPlan plan)
    {
        var cost = 0.0;
        foreach (var measure in plan.Measures)
        {
            if (measure.Column is not { } column) continue;
            if (measure.Fn == AggFn.Sum && column.Additivity == Additivity.NonAdditive) cost += 0.15;
            if (column.Kind is ColumnKind.YearNumber && measure.Fn is AggFn.Sum or AggFn.Avg) cost += 0.5;
            if (column.IsIdentifier && measure.Fn is not (AggFn.Count or AggFn.CountDistinct)) cost += 1;
        }
        foreach (var dimension in plan.Dimensions)
        {
            if (dimension.Column.Kind is ColumnKind.Key && dimension.Entity is null || dimension.Column.Kind is ColumnKind.FreeText) cost += 0.4;
            if (dimension.Column.Kind == ColumnKind.Measure) cost += 0.3;
        }
        if (plan.Dimensions.Count > 2) cost += 0.2 * (plan.Dimensions.Count - 2);
        return cost;
    }
}
