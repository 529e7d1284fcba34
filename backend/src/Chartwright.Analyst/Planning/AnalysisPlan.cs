using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>What kind of table the answer is.</summary>
internal enum ResultShape { Scalar, Aggregate, Rows, Pairs, Histogram }

/// <summary>What is made of the first measure beside its value.</summary>
internal enum Derivation { None, Share, ShareOfAll, Growth, GrowthBetween, Cumulative, MovingAverage }

/// <param name="Column">Null only for a count of rows.</param>
/// <param name="Table">Whose rows are counted, or the column's table.</param>
/// <param name="Implied">The question named no aggregate.</param>
internal sealed record Measure(AggFn Fn, SchemaColumn? Column, SchemaTable Table, bool Implied = false)
{
    /// <summary>How many there are: its rows or, where each row stands for several, what its count adds up to.</summary>
    public static Measure CountOf(SchemaTable table, bool implied = false) => table.Columns.FirstOrDefault(IsCount) is { } counted ? new(AggFn.Sum, counted, table, implied) : new(AggFn.Count, null, table, implied);

    private static bool IsCount(SchemaColumn column) => column is { IsNumber: true, IsIdentifier: false, Words: ["count" or "counts" or "cnt" or "freq" or "frequency"] };

    /// <summary>For averages of counts ("orders per customer"): the count is divided by the distinct rows of this table.</summary>
    public SchemaTable? PerTable { get; init; }
}

/// <summary>What the answer has one row for each of.</summary>
/// <param name="Columns">One column; first and last name for people.</param>
/// <param name="Grain">Null for anything but time.</param>
/// <param name="Entity">Rows of this table are kept apart by its key even when their labels are equal.</param>
internal sealed record Dimension(IReadOnlyList<SchemaColumn> Columns, TimeGrain? Grain = null, SchemaTable? Entity = null, bool IsSeries = false)
{
    public SchemaColumn Column => Columns[0];
    public SchemaTable Table => Column.Table;
    public bool IsTime => Column.IsTime;
    public bool SameAs(Dimension other) => Grain == other.Grain && Columns.SequenceEqual(other.Columns);
}

internal enum FilterOp { In, Compare, Dates, Months, Weekdays, IsTrue, IsNull, AboveAverage, BelowAverage, Contains }

/// <summary>A condition on one column. Values are what the column stores; numbers are doubles.</summary>
internal sealed record Filter(SchemaColumn Column, FilterOp Op)
{
    public IReadOnlyList<string> Texts { get; init; } = [];
    public CompareOp Compare { get; init; }
    public IReadOnlyList<double> Numbers { get; init; } = [];
    public DateRange? Range { get; init; }
    public IReadOnlyList<int> Recurring { get; init; } = [];
    public bool Negated { get; init; }

    /// <summary>A part of the range that is left out: two periods that do not touch.</summary>
    public DateRange? Gap { get; init; }

    /// <summary>The range was relative ("last month") and was resolved against the end of the data.</summary>
    public bool IsRelative { get; init; }
}

/// <summary>Rows of <paramref name="Table"/> for which a row of <paramref name="Other"/> exists; negated, for which none does.</summary>
internal sealed record ExistsFilter(SchemaTable Table, JoinEdge Edge, SchemaTable Other, bool Negated)
{
    /// <summary>What the other row has to meet, itself or in a row that is joined to it.</summary>
    public Filter? Condition { get; init; }

    /// <summary>From <see cref="Other"/> to the table of the condition.</summary>
    public IReadOnlyList<(JoinEdge Edge, SchemaTable Added)> Joins { get; init; } = [];
}

/// <summary>A condition on an aggregate.</summary>
internal sealed record HavingFilter(Measure Measure, CompareOp Op, IReadOnlyList<double> Numbers);

/// <param name="PerGroup">At most this many for each value of the first dimension.</param>
internal sealed record RowLimit(int Count, bool Descending, bool PerGroup = false);

/// <param name="Measure">Sort by this measure, or when null by <paramref name="Column"/>, or when both are null by the first dimension.</param>
internal sealed record SortKey(int? Measure, SchemaColumn? Column, bool Descending);

/// <summary>A typed, complete reading of a question. Immutable; SQL, chart, code and sentence are functions of it.</summary>
internal sealed record AnalysisPlan
{
    public required ResultShape Shape { get; init; }
    public required SchemaTable Root { get; init; }
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<Dimension> Dimensions { get; init; } = [];

    /// <summary>Columns of <see cref="ResultShape.Rows"/> and <see cref="ResultShape.Pairs"/>, and the one of a histogram.</summary>
    public IReadOnlyList<SchemaColumn> Columns { get; init; } = [];

    public IReadOnlyList<Filter> Filters { get; init; } = [];
    public IReadOnlyList<ExistsFilter> Exists { get; init; } = [];
    public IReadOnlyList<HavingFilter> Having { get; init; } = [];
    public RowLimit? Limit { get; init; }
    public SortKey? Sort { get; init; }
    public Derivation Derivation { get; init; }

    /// <summary>Periods compared by <see cref="Derivation.GrowthBetween"/>.</summary>
    public (DateRange First, DateRange Last, SchemaColumn Column)? Periods { get; init; }

    public int MovingWindow { get; init; }
    public bool Distinct { get; init; }

    /// <summary>The chart the question asks for; null when it names none.</summary>
    public ChartKind? Chart { get; init; }

    /// <summary>The question compares side by side.</summary>
    public bool Compares { get; init; }

    /// <summary>Tables the statement reads, root included.</summary>
    public IEnumerable<SchemaTable> Tables => Measures.SelectMany(m => m.PerTable is null ? [m.Table] : new[] { m.Table, m.PerTable })
        .Concat(Dimensions.Select(d => d.Table)).Concat(Columns.Select(c => c.Table)).Concat(Filters.Select(f => f.Column.Table))
        .Concat(Exists.Select(exists => exists.Table)).Concat(Having.Select(h => h.Measure.Table)).Append(Root).Distinct();
}
