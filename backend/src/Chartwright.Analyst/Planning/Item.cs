using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>What an item does in the plan.</summary>
internal enum ItemRole { None, Anchor, Filter, Group, Measure, Target, Sort, Mark }

/// <summary>A span with its ambiguity settled and, later, its role.</summary>
internal sealed class Item(Span span, int position)
{
    public Span Span { get; } = span;
    public int Position { get; } = position;
    public SpanKind Kind => Span.Kind;
    public SchemaColumn? Column { get; set; }
    public SchemaTable? Table { get; set; }
    public ValueRef? Value { get; set; }
    public MatchKind How { get; set; }
    public double Score { get; set; } = span.Score;
    public ItemRole Role { get; set; }

    public bool IsFree => Role == ItemRole.None;
    public bool Is(SpanKind kind) => Kind == kind;

    /// <summary>A number one can add up or average, not an identifier, not a year.</summary>
    public bool IsMeasureColumn => Column is { IsNumber: true } column && column.Kind is ColumnKind.Measure;

    public bool IsNumericColumn => Column is { IsNumber: true } column && column.Kind is ColumnKind.Measure or ColumnKind.SmallInteger or ColumnKind.YearNumber;
}
