using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Turns a draft into a plan: gives what is still free a role, decides the shape, settles dates and the root.</summary>
internal static class Assembler
{
    /// <returns>The plan, or null when this reading cannot be one.</returns>
    public static AnalysisPlan? Assemble(Draft draft)
    {
        Collect(draft);
        var shape = ShapeReader.Decide(draft);
        if (shape is null || RootOf(draft, shape.Value) is not { } root) return null;
        MemberReader.Read(draft, shape.Value, root);
        if (draft.CountsRows && draft.Measures.Count == 0) draft.AddMeasure(Measure.CountOf(CountRoot(draft, root), implied: !draft.Has(SpanKind.Count)));
        if (!TimeReader.Settle(draft, root, shape.Value)) return null;
        if (shape is ResultShape.Aggregate or ResultShape.Scalar) shape = draft.Dimensions.Count > 0 ? ResultShape.Aggregate : ResultShape.Scalar;
        if (shape is ResultShape.Aggregate or ResultShape.Scalar && draft.Measures.Count == 0) return null;
        foreach (var column in draft.Compared) CompareAsSeries(draft, column, shape.Value);
        if (draft.Compared.Count > 0 && shape == ResultShape.Scalar && draft.Dimensions.Count > 0) shape = ResultShape.Aggregate;
        MergeLabels(draft);
        var columns = ColumnReader.Columns(draft, shape.Value, root);
        var plan = new AnalysisPlan
        {
            Shape = shape.Value, Root = root, Measures = draft.Measures.ToList(), Dimensions = draft.Dimensions.ToList(), Columns = columns,
            Filters = draft.Filters.ToList(), Exists = draft.Exists.ToList(), Having = draft.Having.ToList(),
            Limit = draft.Limit, Sort = SortReader.Read(draft, shape.Value), Derivation = DerivationOf(draft, shape.Value), Periods = draft.Periods,
            MovingWindow = draft.MovingWindow, Chart = draft.Chart, Compares = draft.Compares, Distinct = shape == ResultShape.Rows && IsDistinct(draft, columns),
        };
        return plan;
    }

    /// <summary>Sorts what is still free into bare measures, labels and anchors.</summary>
    private static void Collect(Draft draft)
    {
        foreach (var item in draft.Items.Where(item => item.IsFree && item.Column is not null).ToList())
        {
            var column = item.Column!;
            if (draft.Dimensions.Any(dimension => dimension.Columns.Contains(column)) || draft.Measures.Any(measure => measure.Column == column && !measure.Implied)) { item.Role = ItemRole.Anchor; continue; }
            if (column.Kind == ColumnKind.Measure) { item.Role = ItemRole.Measure; if (!draft.Bare.Contains(column)) draft.Bare.Add(column); continue; }
            if (draft.RankedRows?.Column == column) { item.Role = ItemRole.Anchor; continue; }
            if (IsHint(draft, item) || ListReader.IsNameOfGroup(draft, item)) { item.Role = ItemRole.Anchor; continue; }
            item.Role = ItemRole.Target;
            draft.Labels.Add(item);
        }
    }

    /// <summary>"diagnosed" for <c>diag_id</c>, "sold" for <c>sold_on</c>: a verb that shares a column's root says where to look, not what to show.</summary>
    private static bool IsHint(Draft draft, Item item)
    {
        if (item.How is not (MatchKind.Partial or MatchKind.Morphology or MatchKind.Synonym or MatchKind.Fuzzy)) return false;
        if (item.Column!.IsIdentifier) return !draft.Tokens.Skip(item.Span.From).Take(item.Span.Length).Any(token => token.Norm is "id" or "ids" or "number" or "code");
        var word = draft.Tokens[item.Span.To - 1].Norm;
        return item.Column.IsTemporal && item.Span.Length == 1 && word is not ("date" or "dates" or "time" or "day" or "month" or "year");
    }

    private static void CompareAsSeries(Draft draft, SchemaColumn column, ResultShape shape)
    {
        if (shape is not (ResultShape.Scalar or ResultShape.Aggregate) || draft.Dimensions.Any(dimension => !dimension.IsTime) && !draft.Compares || draft.Dimensions.Count > 1) return;
        draft.AddDimension(new([column], IsSeries: draft.Dimensions.Count > 0));
    }

    /// <summary>"customer's first name" beside "each customer": the name asked for takes the place of the entity's own label.</summary>
    private static void MergeLabels(Draft draft)
    {
        foreach (var entity in draft.Dimensions.Where(dimension => dimension.Entity is not null).ToList())
        {
            var named = draft.Dimensions.Where(other => other != entity && other.Table == entity.Entity && (other.Column.Kind == ColumnKind.Label || entity.Columns.Contains(other.Column))).ToList();
            if (named.Count == 0) continue;
            draft.Dimensions[draft.Dimensions.IndexOf(entity)] = entity with { Columns = [.. named.SelectMany(other => other.Columns).Distinct()] };
            draft.Dimensions.RemoveAll(named.Contains);
        }
    }

    private static Derivation DerivationOf(Draft draft, ResultShape shape)
    {
        if (draft.Periods is not null) return Derivation.GrowthBetween;
        var time = draft.Dimensions.Any(dimension => dimension.IsTime);
        if (draft.Has(SpanKind.Cumulative) && time) return Use(draft, SpanKind.Cumulative, Derivation.Cumulative);
        if (draft.Has(SpanKind.Moving) && time) return Use(draft, SpanKind.Moving, Derivation.MovingAverage);
        if (draft.Has(SpanKind.Growth) && time && draft.Limit is null) return Use(draft, SpanKind.Growth, Derivation.Growth);
        if (!draft.Has(SpanKind.Share)) return Derivation.None;
        var additive = draft.Measures.All(measure => measure.Fn is AggFn.Sum or AggFn.Count or AggFn.CountDistinct);
        if (shape == ResultShape.Aggregate && additive) return Use(draft, SpanKind.Share, Derivation.Share);
        if (shape == ResultShape.Scalar && additive && draft.Filters.Count > 0) return Use(draft, SpanKind.Share, Derivation.ShareOfAll);
        return shape == ResultShape.Aggregate ? Use(draft, SpanKind.Share, Derivation.None) : Derivation.None;
    }

    private static Derivation Use(Draft draft, SpanKind kind, Derivation derivation)
    {
        foreach (var item in draft.Free(kind)) item.Role = ItemRole.Mark;
        return derivation;
    }

    private static bool IsDistinct(Draft draft, IReadOnlyList<SchemaColumn> columns) =>
        draft.Has(SpanKind.Distinct) || columns.Count > 0 && draft.Filters.Count == 0 && draft.Exists.Count == 0 && columns.All(column => column.Kind is ColumnKind.Category or ColumnKind.Flag or ColumnKind.SmallInteger or ColumnKind.YearNumber) && draft.Limit is null;

    private static SchemaTable CountRoot(Draft draft, SchemaTable root) => draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && !item.Table!.IsEmpty && item.Role != ItemRole.Group && item.Role != ItemRole.Filter)?.Table
        ?? draft.Filters.Select(filter => filter.Column.Table).FirstOrDefault(table => table != root && JoinPlanner.Connect(draft.Schema, table, [root]) is { } tree && !tree.Multiplies(table)) // "sales above 1000 by region": sales, not stores
        ?? root;

    private static SchemaTable? RootOf(Draft draft, ResultShape shape)
    {
        if (draft.RankedRows is { } ranked) return ranked.Entity;
        if (draft.Measures.Count > 0) return draft.Measures[0].Table;
        if (shape == ResultShape.Rows) return ColumnReader.RowsRoot(draft);
        if (draft.Bare.Count > 0) return draft.Bare[0].Table;
        return draft.Items.FirstOrDefault(item => item.Is(SpanKind.Table) && item.Role != ItemRole.Group && !item.Table!.IsEmpty)?.Table
            ?? draft.Dimensions.FirstOrDefault()?.Table ?? draft.Labels.FirstOrDefault()?.Column!.Table ?? draft.Filters.FirstOrDefault()?.Column.Table
            ?? draft.Items.FirstOrDefault(item => item.Table is not null)?.Table ?? (draft.Schema.Tables.Count == 1 ? draft.Schema.Tables[0] : null);
    }
}
