using Chartwright.Analyst.Language;
using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Dialog;

/// <summary>Reads a question as a change to the last plan: "by month", "only Technology", "as a bar chart", "top 5", "what about profit?".</summary>
internal static class FollowUp
{
    private static readonly HashSet<string> Marks = new(
        ["now", "instead", "only", "just", "also", "same", "remove", "exclude", "without", "add", "replace", "change", "switch", "make", "it", "this", "that", "them", "those", "sort", "order", "then", "again", "but", "filter", "drop", "break", "split", "keep"], StringComparer.Ordinal);

    /// <returns>The changed plan, or null when the question stands by itself.</returns>
    public static Candidate? Apply(SchemaIndex schema, AnalysisPlan last, PlanResult result, DateTime today)
    {
        var tokens = result.Tokens;
        if (tokens.Count == 0) return null;
        var segmentation = Lattice.Best(tokens, Spanner.Read(schema, tokens), 1)[0];
        var chooser = new Chooser(new Dictionary<string, int>());
        var items = Resolver.Resolve(segmentation, tokens, chooser, last.Tables.ToHashSet());
        var draft = new Draft(schema, tokens, items, chooser, today);
        if (!IsChange(draft, last, result)) return null;
        var edit = new PlanEdit(draft, last);
        if (edit.Make() is not { } plan) return null;
        if (JoinPlanner.Connect(schema, plan.Root, plan.Tables) is not { } joins) return null;
        var score = Scorer.Score(draft, plan, joins, segmentation.Score, 0);
        return score.Coverage < 0.6 || score.Unread.Count > 1 ? null : new(plan, joins, score with { Total = score.Total + 0.3 }, chooser.Points);
    }

    /// <summary>A change names no subject of its own, or says that it is one.</summary>
    private static bool IsChange(Draft draft, AnalysisPlan last, PlanResult result)
    {
        var words = draft.Tokens.Where(token => !token.IsMark).Select(token => token.Norm).ToList();
        if (words.Count == 0) return false;
        var marked = words.Any(Marks.Contains) || words[0] is "and" or "by" or "per" or "as" or "in" or "for" or "what" && words.Count > 1 && words[1] is "about" || words[0] is "group" or "top" or "bottom" or "last" or "since" or "before" or "color" or "only";
        var subject = draft.Items.Any(item => item.Kind is SpanKind.Aggregate or SpanKind.Count) || draft.Items.Any(item => item.Is(SpanKind.Table) && item.Table != last.Root && draft.Previous(item) is not { Kind: SpanKind.Group });
        if (result.Best is { } own && own.Score.Coverage > 0.9 && !words.Any(word => word is "now" or "instead" or "only" or "just" or "also" or "remove" or "replace" or "it" or "this" or "same"))
        {
            // a full question of its own: a measure with its groups
            var complete = own.Plan.Measures.Any(measure => !measure.Implied) && own.Plan.Dimensions.Count > 0 || own.Plan.Shape is ResultShape.Pairs or ResultShape.Histogram && words.Count > 2;
            if (complete && !(words.Contains("number") && words.Contains("how"))) return false;
        }
        if (marked) return !subject || words.Any(word => word is "now" or "instead" or "also" or "it" or "this" or "how" or "about");
        return words.Count <= 5 && !subject && !draft.Items.Any(item => item.IsMeasureColumn && item.Column is not null && words.Count > 2);
    }
}
