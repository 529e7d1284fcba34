using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Language;

internal enum SpanKind
{
    Column, Value, Table, Number, Date, Grain, Aggregate, Count, Distinct, Group, Trend, Rank, Superlative, Compare, CompareAverage, Order, SortBy, Negation, Absent,
    Share, Growth, Cumulative, Moving, Distribution, Correlation, Versus, Chart, And, Or, Everything, Listing, Target, Flag,
}

/// <summary>A reading of a run of tokens. Readings overlap; the lattice picks sets that do not.</summary>
/// <param name="To">One past the last token.</param>
/// <param name="Payload">What was read; its type follows from the kind.</param>
/// <param name="Score">0 to about 1.1: how sure the reading is, for each token it explains.</param>
internal sealed record Span(int From, int To, SpanKind Kind, object? Payload, double Score)
{
    public int Length => To - From;
    public T As<T>() => (T)Payload!;
    public IReadOnlyList<ColumnMatch> Columns => As<IReadOnlyList<ColumnMatch>>();
    public IReadOnlyList<TableMatch> Tables => As<IReadOnlyList<TableMatch>>();
    public IReadOnlyList<ValueMatch> Values => As<IReadOnlyList<ValueMatch>>();

    public override string ToString() => $"{Kind}[{From}..{To}) {Score:0.00}";
}

internal sealed record ValueMatch(ValueRef Value, double Score, MatchKind How);

internal enum AggFn { None, Sum, Avg, Median, Min, Max, Count, CountDistinct, StdDev }

internal enum TimeGrain { Year, Quarter, Month, Week, Day, Hour, Weekday, MonthOfYear, HourOfDay }

internal enum CompareOp { Greater, GreaterOrEqual, Less, LessOrEqual, Equal, NotEqual, Between }

internal enum ChartKind { Bar, GroupedBar, StackedBar, Line, Area, Pie, Scatter, Histogram, Number, Table }

/// <param name="Series">Colour, stack or split words: the second dimension.</param>
/// <param name="Postfix">"club wise": marks what stands before it.</param>
/// <param name="Each">Each, every, per: one row for each thing named.</param>
internal sealed record GroupMark(bool Series = false, bool Postfix = false, bool Each = false, bool By = false);

/// <param name="Hints">Words of the column the adjective speaks of; empty for most and least.</param>
internal sealed record SuperlativeMark(bool Descending, IReadOnlyList<string> Hints, bool IsGeneric);

/// <param name="Count">Null when the question names no number.</param>
internal sealed record RankMark(bool Descending, int? Count, bool ByTime = false);

internal sealed record CompareMark(CompareOp Op, IReadOnlyList<string> Hints, bool Postfix = false);

internal sealed record NumberMark(double Value, double? Upper, bool IsPercent, bool IsMoney, bool IsScaled, string Text);

/// <param name="Descending">Null: the direction that fits the key.</param>
/// <param name="Target">x, y, or the words of the key; empty when only the direction was said.</param>
internal sealed record OrderMark(bool? Descending, string Target);

internal sealed record GrainMark(TimeGrain Grain, bool Adverb);
