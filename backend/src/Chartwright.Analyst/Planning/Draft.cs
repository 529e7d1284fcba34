using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Planning;

/// <summary>A date the question names whose column is not settled yet.</summary>
internal sealed record PendingDate(DateExpression Time, SchemaColumn? Column, bool Negated);

/// <summary>A plan in the making: items in order, and what has been read from them so far.</summary>
internal sealed class Draft(SchemaIndex schema, IReadOnlyList<Token> tokens, IReadOnlyList<Item> items, Chooser chooser, DateTime today)
{
    public SchemaIndex Schema { get; } = schema;
    public IReadOnlyList<Token> Tokens { get; } = tokens;
    public IReadOnlyList<Item> Items { get; } = items;
    public Chooser Chooser { get; } = chooser;
    public DateTime Today { get; } = today;

    public List<Measure> Measures { get; } = [];
    public List<Dimension> Dimensions { get; } = [];
    public List<Filter> Filters { get; } = [];
    public List<PendingDate> Dates { get; } = [];
    public List<ExistsFilter> Exists { get; } = [];
    public List<HavingFilter> Having { get; } = [];

    /// <summary>Text columns asked for by name, without a group mark.</summary>
    public List<Item> Labels { get; } = [];

    /// <summary>Time dimension asked for by a trend or grain word; the column may not be settled.</summary>
    public (TimeGrain? Grain, bool IsSeries)? TimeGroup { get; set; }

    public RowLimit? Limit { get; set; }
    /// <summary>Something had to be made up that the words hardly bear.</summary>
    public bool Strained { get; set; }

    /// <summary>Tokens read beside an item that belong to no span, such as the unit of a number.</summary>
    public HashSet<int> ReadBeside { get; } = [];

    /// <summary>Tokens of what was understood and cannot be computed: they count as unread.</summary>
    public HashSet<int> Unplaced { get; } = [];

    public bool OrdersByTime { get; set; }

    /// <summary>A count was asked for without saying of what: rows of the root.</summary>
    public bool CountsRows { get; set; }
    public SortKey? Sort { get; set; }
    public ChartKind? Chart { get; set; }

    /// <summary>Thing the question asks which, who or what of, or the top of.</summary>
    public Item? Target { get; set; }

    public bool Compares { get; set; }

    /// <summary>Columns of which several values are set side by side: they become a dimension when the plan has room.</summary>
    public HashSet<SchemaColumn> Compared { get; } = [];

    /// <summary>Numeric columns named without an aggregate, in order.</summary>
    public List<SchemaColumn> Bare { get; } = [];

    /// <summary>The table whose rows are listed.</summary>
    public SchemaTable? RowsOf { get; set; }

    /// <summary>The columns of a scatter plot or histogram.</summary>
    public List<SchemaColumn> PairColumns { get; set; } = [];

    public (DateRange First, DateRange Last, SchemaColumn Column)? Periods { get; set; }

    public int MovingWindow { get; set; } = 3;

    /// <summary>Rows of a table ordered by one of its own columns: "the 5 heaviest cars".</summary>
    public (SchemaTable Entity, SchemaColumn Column)? RankedRows { get; set; }

    public IEnumerable<Item> Free(SpanKind kind) => Items.Where(item => item.IsFree && item.Kind == kind);

    public bool Has(SpanKind kind) => Items.Any(item => item.Kind == kind);

    public Item? At(int position) => position >= 0 && position < Items.Count ? Items[position] : null;

    public Item? Next(Item item) => At(item.Position + 1);

    public Item? Previous(Item item) => At(item.Position - 1);

    /// <summary>Words between two items, marks not counted.</summary>
    public int Gap(Item first, Item second)
    {
        var gap = 0;
        for (var i = first.Span.To; i < second.Span.From; i++) if (!Tokens[i].IsMark) gap++;
        return gap;
    }

    public static bool AreAdjacent(Item? first, Item? second) => first is not null && second is not null && first.Span.To == second.Span.From;

    /// <summary>The words between two items.</summary>
    public IEnumerable<string> Between(Item first, Item second)
    {
        for (var i = first.Span.To; i < second.Span.From; i++) yield return Tokens[i].Norm;
    }

    public bool IsPlural(Item item)
    {
        var word = Tokens[item.Span.To - 1];
        return word.Norm.EndsWith('s') && word.Norm != word.Stem || word.Norm is "people" or "children" or "men" or "women";
    }

    public void AddDimension(Dimension dimension)
    {
        if (!Dimensions.Any(other => other.SameAs(dimension) || other.Column == dimension.Column && (other.Grain == dimension.Grain || dimension.Grain is null))) Dimensions.Add(dimension);
    }

    public void AddMeasure(Measure measure)
    {
        if (!Measures.Any(other => other.Fn == measure.Fn && other.Column == measure.Column && other.Table == measure.Table)) Measures.Add(measure);
    }

    public static Dimension EntityDimension(SchemaTable table) => table.Label.Count > 0
        ? new(table.Label, null, table)
        : new([table.Key.Count > 0 ? table.Key[0] : table.Columns.FirstOrDefault(ColumnClassifier.LooksLikeId) ?? table.Columns[0]], null, table);
}
