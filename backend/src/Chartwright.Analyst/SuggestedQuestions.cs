using Chartwright.Analyst.Planning;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Sql;
using Chartwright.Analyst.Wording;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst;

/// <summary>Questions that are known to work: each is planned before it is offered, and reads as exactly the plan it was written from.</summary>
public static class SuggestedQuestions
{
    /// <param name="count">Questions wanted at most; small catalogs may have fewer.</param>
    /// <returns>Best first, one for each table before a second one for any.</returns>
    public static IReadOnlyList<string> For(CatalogSnapshot snapshot, int count = 6)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return For(SchemaIndex.Build(snapshot), count);
    }

    internal static IReadOnlyList<string> For(SchemaIndex schema, int count)
    {
        var byTable = schema.Tables.Where(table => !table.IsEmpty).Select(table => Plans(schema, table).ToList()).Where(plans => plans.Count > 0).OrderByDescending(plans => Richness(schema, plans[0].Root)).ToList();
        var questions = new List<string>();
        for (var round = 0; questions.Count < count && byTable.Any(plans => plans.Count > round); round++)
        {
            foreach (var plan in byTable.Where(plans => plans.Count > round).Select(plans => plans[round]))
            {
                if (questions.Count < count && Verified(schema, plan) is { } question && !questions.Contains(question)) questions.Add(question);
            }
        }
        return questions;
    }

    /// <returns>A question for the plan, or null when the words for it would be read otherwise.</returns>
    internal static string? Verified(SchemaIndex schema, AnalysisPlan plan)
    {
        if (PlanQuestion.Write(plan) is not { } question) return null;
        var read = Planner.Plan(schema, question, DateTime.UnixEpoch).Best;
        return read is not null && read.Score.Unread.Count == 0 && PlanText.Meaning(read.Plan) == PlanText.Meaning(plan) && SqlWriter.Write(schema, plan) is not null ? question : null;
    }

    /// <summary>What the user brought before samples; facts with measures, categories, dates and joins first.</summary>
    private static double Richness(SchemaIndex schema, SchemaTable table) =>
        (table.Source.IsSample ? 0 : 20) + (2 * Math.Min(2, schema.Joins.EdgesFrom(table).Count())) + (table.MainTime is null ? 0 : 2) + Math.Min(3, table.Columns.Count(IsGoodMeasure)) + Math.Min(3, table.Columns.Count(IsGoodGroup)) + (table.Label.Count > 0 ? 0.5 : 0);

    private static IEnumerable<AnalysisPlan> Plans(SchemaIndex schema, SchemaTable table)
    {
        var measure = table.Columns.Where(IsGoodMeasure).OrderByDescending(column => column.Additivity == Additivity.Additive).ThenByDescending(column => ColumnWords.IsMoney(column.Words)).ThenBy(column => column.Ordinal).FirstOrDefault();
        var main = measure is null ? Measure.CountOf(table) : new Measure(RankReader.DefaultFn(measure), measure, table);
        var groups = table.Columns.Where(IsGoodGroup).Concat(schema.Joins.EdgesFrom(table).SelectMany(edge => edge.Parent.Columns.Where(IsGoodGroup))).ToList();
        if (groups.Count > 0) yield return Grouped(table, main, new Dimension([groups[0]]));
        if (table.MainTime is { } time) yield return Grouped(table, main, new([time], time.IsTemporal ? TimeReader.DefaultGrain(time, null) : null));
        if (measure is not null && table.Label.Count == 1 && !table.IsFact)
            yield return new() { Shape = ResultShape.Rows, Root = table, Columns = [table.Label[0], measure], Limit = new(5, true), Sort = new(null, measure, true) };
        if (groups.Count > 1) yield return Grouped(table, Measure.CountOf(table), new Dimension([groups[1]]));
        if (measure is not null && table.Source.RowCount > 30) yield return new() { Shape = ResultShape.Histogram, Root = table, Columns = [measure] };
        if (measure is null && groups.Count == 0 && table.Columns.FirstOrDefault(column => column.IsText) is { } any) yield return Grouped(table, Measure.CountOf(table), new Dimension([any]));
    }

    private static AnalysisPlan Grouped(SchemaTable table, Measure measure, Dimension dimension) =>
        new() { Shape = ResultShape.Aggregate, Root = table, Measures = [measure], Dimensions = [dimension] };

    private static bool IsGoodMeasure(SchemaColumn column) => column.Kind == ColumnKind.Measure && column.Distinct > 3 && !column.Words.Any(word => word is "latitude" or "longitude" or "code" or "zip" or "phone");

    private static bool IsGoodGroup(SchemaColumn column) => column.Kind == ColumnKind.Category && column.IsText && column.Distinct is >= 2 and <= 25;
}
