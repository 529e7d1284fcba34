using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>Reads top and bottom N, superlatives, and the thing they rank.</summary>
internal static class RankReader
{
    private const int DefaultTop = 10;

    public static void Read(Draft draft)
    {
        var rank = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Rank));
        var superlative = draft.Items.FirstOrDefault(item => item.Is(SpanKind.Superlative));
        if (rank is null && superlative is null) return;
        if (rank is not null && superlative is null && rank.Span.As<RankMark>().ByTime) { ByTime(draft, rank); return; }

        ReadVerb(draft, superlative ?? rank!);
        var number = NumberBeside(draft, rank, superlative);
        var descending = superlative?.Span.As<SuperlativeMark>().Descending ?? rank!.Span.As<RankMark>().Descending;
        if (superlative is not null && rank is not null && rank.Span.As<RankMark>() is { Descending: false, ByTime: false }) descending = !descending;
        var target = TargetOf(draft, rank, superlative);
        var count = rank?.Span.As<RankMark>().Count ?? (number is null ? null : (int?)Math.Clamp((int)number.Span.As<NumberMark>().Value, 1, 1000));
        MarkUsed(rank, superlative, number);

        if (superlative is not null && target is { Kind: SpanKind.Table } && count is null && draft.Dimensions.Count > 0 && draft.Tokens[0].Norm == "how" && superlative.Span.As<SuperlativeMark>().Hints.Count > 0) target = null;
        if (superlative is not null && target is null) { AsAggregate(draft, superlative, descending); if (count is { } n) draft.Limit = new(n, descending); return; }
        if (target is null) { draft.Limit = new(count ?? DefaultTop, descending); return; }
        draft.Target = target;
        var groups = draft.Dimensions.ToList();
        ReadMeasure(draft, superlative, target);
        if (draft.RankedRows?.Column is { } ordered && IsBirth(ordered)) descending = !descending; // who is oldest was born first
        Rank(draft, target, descending, count ?? (draft.IsPlural(target) && !AsksForOne(draft, rank ?? superlative!) ? DefaultTop : 1), groups);
    }

    /// <summary>"who paid the most fines", "which shop sold the most": the verb between the things and the rank says no more than "has".</summary>
    private static void ReadVerb(Draft draft, Item rank)
    {
        var at = rank.Span.From - 1;
        if (at > 0 && draft.Tokens[at].Norm == "the") at--;
        if (at < 1 || draft.Items.Any(item => item.Span.From <= at && at < item.Span.To)) return;
        var isVerb = draft.Tokens[at].Norm is "paid" or "sold" or "won" or "made" or "spent" or "bought" or "ran" or "took" or "gave" or "got" or "drew" or "held" or "wrote" or "taught" || draft.Tokens[at].Norm.EndsWith("ed", StringComparison.Ordinal);
        if (isVerb && draft.Items.Any(item => item.Span.To == at && item.Kind is SpanKind.Table or SpanKind.Column)) draft.ReadBeside.Add(at);
    }

    /// <summary>"which genre has the longest books": one genre is asked for, that of the first.</summary>
    private static bool AsksForOne(Draft draft, Item rank) => draft.Tokens[0].Norm is "which" or "what"
        && draft.Items.FirstOrDefault(item => item.Kind is SpanKind.Column or SpanKind.Table) is { } asked && asked.Position < rank.Position && asked.Span.From == 1 && !draft.IsPlural(asked)
        && draft.Tokens[asked.Span.To].Norm is "has" or "had" or "have";

    private static void MarkUsed(params Item?[] items)
    {
        foreach (var item in items) if (item is not null) item.Role = ItemRole.Mark;
    }

    private static Item? NumberBeside(Draft draft, Item? rank, Item? superlative)
    {
        foreach (var item in (Item?[])[superlative, rank])
        {
            if (item is null) continue;
            if (draft.Previous(item) is { Kind: SpanKind.Number, IsFree: true } before && draft.Gap(before, item) <= 1) return before;
            if (draft.Next(item) is { Kind: SpanKind.Number, IsFree: true } after && Draft.AreAdjacent(item, after)) return after;
        }
        return null;
    }

    /// <summary>What is ranked: the thing right after the rank words, or the one the question asks which, what or who of.</summary>
    private static Item? TargetOf(Draft draft, Item? rank, Item? superlative)
    {
        var start = rank ?? superlative!;
        for (var at = start.Position + 1; draft.At(at) is { } item; at++)
        {
            if (draft.Gap(draft.Items[at - 1], item) > 2) break;
            if (item.Kind is SpanKind.Superlative or SpanKind.Number or SpanKind.Distinct || item.Role == ItemRole.Anchor || item.Role == ItemRole.Filter && item.Is(SpanKind.Value)) continue;
            if (Rankable(item) && !(rank is null && FollowedByMeasure(draft, superlative!, item))) return item;
            break;
        }
        if (superlative is null) return null;
        return draft.Items.FirstOrDefault(item => item.Position < superlative.Position && Rankable(item) && item.Role is ItemRole.None or ItemRole.Group && !IsEach(draft, item));
    }

    /// <summary>"the most restaurants": what follows is counted, not ranked, when something else was asked for before.</summary>
    private static bool FollowedByMeasure(Draft draft, Item superlative, Item item) =>
        superlative.Span.As<SuperlativeMark>() is { IsGeneric: true } && draft.Tokens[superlative.Span.To - 1].Norm is "most" or "least" or "fewest" or "highest" or "lowest"
        && draft.Items.Any(other => other.Position < superlative.Position && Rankable(other) && other != item);

    private static bool Rankable(Item item) => item.Role is ItemRole.None or ItemRole.Group
        && (item.Is(SpanKind.Table) || item.Is(SpanKind.Grain) || item.Column is { } column && (!column.IsNumber || column.Kind is ColumnKind.YearNumber or ColumnKind.SmallInteger) && column.Kind != ColumnKind.ForeignKey);

    private static bool IsEach(Draft draft, Item item)
    {
        for (var at = item.Position - 1; draft.At(at) is { } other; at--)
        {
            if (other.Kind is SpanKind.Group) return true;
            if (other.Kind is not (SpanKind.And or SpanKind.Distinct or SpanKind.Table or SpanKind.Column)) return false;
        }
        return false;
    }

    /// <summary>The measure a superlative names: the column after it, the column its adjective speaks of, or a count.</summary>
    private static void ReadMeasure(Draft draft, Item? superlative, Item target)
    {
        if (draft.Measures.Count > 0 || superlative is null) return;
        var mark = superlative.Span.As<SuperlativeMark>();
        var named = draft.Items.FirstOrDefault(item => item.Position > superlative.Position && item != target && item.IsNumericColumn && item.IsFree && !draft.Items.Any(between => between.Position > superlative.Position && between.Position < item.Position && between.Kind is SpanKind.Group && !between.Span.As<GroupMark>().By));
        if (named is not null && mark.Hints is not ["#count"]) { named.Role = ItemRole.Measure; AddRanked(draft, target, named.Column!); return; }
        var speaksOfPrice = mark.Hints.Any(hint => hint is "price" or "cost");
        var hinted = mark.Hints.SelectMany((hint, rank) => draft.Schema.Names.Columns(string.Join(' ', hint.Split(' ').Select(Stemmer.Stem))).Select(match => (match.Column, Score: match.Score - 0.08 * rank + Closeness(draft, target, match.Column))))
            .Where(pair => pair.Column is { IsNumber: true, IsIdentifier: false } && pair.Score > 0.5 && (speaksOfPrice || !IsPrice(pair.Column))).ToList();
        if (hinted.Count > 0) { AddRanked(draft, target, draft.Chooser.Pick($"rank@{superlative.Span.From}", hinted, column => column.Name)); return; }
        if (mark.Hints is ["age"] && (target.Table ?? target.Column?.Table)?.Columns.FirstOrDefault(IsBirth) is { } birth) { draft.RankedRows = (birth.Table, birth); return; }
        var counted = draft.Items.FirstOrDefault(item => item.Position > superlative.Position && item.Is(SpanKind.Table) && item.IsFree && item != target);
        if (counted is not null) { counted.Role = ItemRole.Measure; draft.AddMeasure(Measure.CountOf(counted.Table!, implied: !mark.IsGeneric)); return; }
        if (mark.IsGeneric && draft.Tokens[superlative.Span.From].Norm is "highest" or "lowest" or "largest" or "smallest" or "biggest" or "greatest") draft.Strained = true;
        var main = MainOf(draft, target);
        if (main is null && !mark.IsGeneric && mark.Hints.Count > 0) superlative.Role = ItemRole.None; // "longest" of what has no length
        if (main is not null) draft.AddMeasure(new(DefaultFn(main), main, main.Table, Implied: true));
        else if (Rating(draft, superlative, target) is { } rating) draft.RankedRows = (rating.Table, rating);
        else draft.CountsRows = true;
    }

    /// <summary>"the worst restaurants": by what they are rated.</summary>
    private static SchemaColumn? Rating(Draft draft, Item superlative, Item target) => draft.Tokens[superlative.Span.To - 1].Norm is "best" or "worst"
        ? target.Table?.Columns.FirstOrDefault(column => column.IsNumber && column.Words.Any(word => word is "rating" or "score" or "stars" or "satisfaction"))
        : null;

    private static bool IsPrice(SchemaColumn column) => column.Words.Any(word => word is "price" or "cost");

    /// <summary>When a thing began to be: a birth, an opening, a foundation.</summary>
    private static bool IsBirth(SchemaColumn column) => (column.IsTemporal || column.Kind == ColumnKind.YearNumber)
        && column.Words.Any(word => word is "birth" or "born" or "dob" or "birthdate" or "birthday" or "opened" or "opening" or "founded" or "established" or "built" or "constructed" or "construction" or "launched");

    private static double Closeness(Draft draft, Item target, SchemaColumn column) => column.Table == (target.Table ?? target.Column?.Table) ? 0.25
        : draft.Items.Any(item => item.Table == column.Table || item.Column?.Table == column.Table || item.Value?.Column.Table == column.Table) ? 0.15 : 0;

    /// <summary>"sold the most muffins": the units of the fact table that joins the things named.</summary>
    private static SchemaColumn? MainOf(Draft draft, Item target)
    {
        if (!draft.Tokens.Any(token => token.Norm is "sold" or "sells" or "sell" or "sales" or "bought" or "earned" or "spent" or "performing")) return null;
        var own = target.Table ?? target.Column?.Table;
        return MainOfFacts(draft, own);
    }

    /// <summary>The main number of the events that name <paramref name="own"/>.</summary>
    private static SchemaColumn? MainOfFacts(Draft draft, SchemaTable? own, bool isOwnLeftOut = false) =>
        draft.Schema.Tables.Where(table => table.IsFact && (own is null || table == own && !isOwnLeftOut || draft.Schema.Joins.EdgesFrom(table).Any(edge => edge.Parent == own)))
            .SelectMany(table => MeasureReader.MainMeasures(draft, table).Where(column => column.Additivity == Additivity.Additive).Take(1)).FirstOrDefault();

    /// <summary>A column of the ranked thing itself orders its rows; any other is put together for each.</summary>
    private static void AddRanked(Draft draft, Item target, SchemaColumn column)
    {
        if (target.Table == column.Table || target.Column is { Kind: ColumnKind.Label or ColumnKind.Key } label && label.Table == column.Table) draft.RankedRows = (column.Table, column);
        else draft.AddMeasure(new(DefaultFn(column), column, column.Table, Implied: true));
    }

    public static AggFn DefaultFn(SchemaColumn column) => column.Additivity == Additivity.Additive ? AggFn.Sum : AggFn.Avg;

    private static void Rank(Draft draft, Item target, bool descending, int count, List<Dimension> groups)
    {
        if (target.Role == ItemRole.None) target.Role = ItemRole.Target;
        if (draft.RankedRows is { } rows && groups.Count > 0 && rows.Column is { IsNumber: true } && groups.All(group => group.Table == rows.Entity)) // "how old is the youngest person for each job"
        {
            draft.RankedRows = null;
            draft.AddMeasure(new(descending ? AggFn.Max : AggFn.Min, rows.Column, rows.Column.Table));
            if (count == 1) return;
        }
        if (target.Is(SpanKind.Grain)) draft.TimeGroup ??= (target.Span.As<GrainMark>().Grain, false);
        else if (draft.RankedRows is null && draft.Measures.Count == 0 && !draft.CountsRows && NumericAfterBy(draft) is { } by) AddRanked(draft, target, Use(by));
        else if (draft.RankedRows is null && draft.Measures.Count == 0 && !draft.CountsRows && CountedAfterBy(draft, target) is { } events)
        {
            events.Role = ItemRole.Measure;
            draft.AddMeasure(Measure.CountOf(events.Table!));
        }
        else if (draft.RankedRows is null && draft.Measures.Count == 0 && target.Table is { } thing && MainOfFacts(draft, thing, isOwnLeftOut: true) is { } main) draft.AddMeasure(new(DefaultFn(main), main, main.Table, Implied: true)); // "top 5 products"
        var own = target.Table is { } table ? Draft.EntityDimension(table) : target.Column is { } column ? GroupReader.Of(column) : null;
        if (draft.RankedRows is null && own is not null)
        {
            draft.Dimensions.RemoveAll(dimension => dimension.SameAs(own));
            draft.Dimensions.Insert(0, own);
        }
        var others = groups.Where(dimension => own is null || !dimension.SameAs(own)).ToList();
        draft.Limit = new(count, descending, PerGroup: others.Count > 0 && draft.RankedRows is null);
        if (!draft.Limit.PerGroup) return;
        draft.Dimensions.RemoveAll(dimension => others.Any(dimension.SameAs));
        draft.Dimensions.InsertRange(0, others);
    }

    /// <summary>"top 5 members by loans".</summary>
    private static Item? CountedAfterBy(Draft draft, Item target) =>
        draft.Items.FirstOrDefault(item => item.IsFree && item.Is(SpanKind.Table) && item.Position > target.Position && item.Table != (target.Table ?? target.Column?.Table) && draft.Previous(item)?.Kind is SpanKind.Group or SpanKind.SortBy);

    private static Item? NumericAfterBy(Draft draft) =>
        draft.Items.FirstOrDefault(item => item.IsFree && item.IsNumericColumn && (draft.Previous(item)?.Kind is SpanKind.Group or SpanKind.SortBy or SpanKind.And || draft.Previous(item)?.Role == ItemRole.Anchor || item.IsMeasureColumn));

    private static SchemaColumn Use(Item item)
    {
        item.Role = ItemRole.Measure;
        return item.Column!;
    }

    /// <summary>"highest reading before 1980", "smallest enrolment of each state": a maximum or minimum.</summary>
    private static void AsAggregate(Draft draft, Item superlative, bool descending)
    {
        var mark = superlative.Span.As<SuperlativeMark>();
        var named = draft.Items.FirstOrDefault(item => item.Position > superlative.Position && item.IsNumericColumn && item.IsFree);
        var column = named?.Column ?? mark.Hints.SelectMany(hint => draft.Schema.Names.Columns(Stemmer.Stem(hint))).Where(match => match.Column is { IsNumber: true, IsIdentifier: false }).OrderByDescending(match => match.Score).Select(match => match.Column).FirstOrDefault();
        if (column is null) { draft.Limit = new(DefaultTop, descending); return; }
        if (named is not null) named.Role = ItemRole.Measure;
        if (draft.Measures.Count == 0 || named is not null) draft.AddMeasure(new(descending ? AggFn.Max : AggFn.Min, column, column.Table));
    }

    /// <summary>"last 10 orders", "latest order": rows by their date.</summary>
    private static void ByTime(Draft draft, Item rank)
    {
        var next = draft.Next(rank);
        if (next is null || draft.Gap(rank, next) > 2 || next.Table is null && next.Column is null) return;
        rank.Role = ItemRole.Mark;
        var mark = rank.Span.As<RankMark>();
        draft.Target = next;
        draft.OrdersByTime = true;
        draft.Limit = new(mark.Count ?? (draft.IsPlural(next) ? DefaultTop : 1), mark.Descending);
    }
}
