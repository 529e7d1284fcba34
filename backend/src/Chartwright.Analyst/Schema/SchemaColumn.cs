using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>What a column can be used for in a question.</summary>
internal enum ColumnKind { Key, ForeignKey, Label, Category, SmallInteger, YearNumber, Time, Measure, Flag, FreeText }

/// <summary>How a measure is put together: sums, averages, or sums over things but not over time.</summary>
internal enum Additivity { Additive, SemiAdditive, NonAdditive }

internal enum DataKind { Text, Number, Date, Timestamp, Time, Boolean, Other }

/// <summary>A column with its words and its role. One instance per column of a snapshot: compared by reference.</summary>
internal sealed class SchemaColumn(SchemaTable table, CatalogColumn source, int ordinal)
{
    public SchemaTable Table { get; } = table;
    public CatalogColumn Source { get; } = source;
    public string Name => Source.Name;
    public int Ordinal { get; } = ordinal;
    public required DataKind Type { get; init; }

    /// <summary>Words of the name, abbreviations expanded, lower case.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public ColumnKind Kind { get; set; }
    public Additivity Additivity { get; set; }

    /// <summary>Text that holds ISO dates: to be cast before it is used as a time.</summary>
    public bool IsTextDate { get; init; }

    public double? Min { get; init; }
    public double? Max { get; init; }
    public DateTime? Earliest { get; init; }
    public DateTime? Latest { get; init; }
    public long Distinct => Source.Profile.DistinctCount;
    public string? Unit => Source.Unit;

    public bool IsNumber => Type == DataKind.Number;
    public bool IsText => Type == DataKind.Text;
    public bool IsTemporal => Type is DataKind.Date or DataKind.Timestamp || IsTextDate;
    public bool IsTime => IsTemporal || Kind == ColumnKind.YearNumber;
    public bool IsIdentifier => Kind is ColumnKind.Key or ColumnKind.ForeignKey;

    /// <summary>Numbers one can add up, average or compare.</summary>
    public bool IsMeasure => IsNumber && Kind is ColumnKind.Measure or ColumnKind.SmallInteger && IsNumber;

    /// <summary>Name in words, for titles: <c>unit_price</c> is "unit price".</summary>
    public string Title => string.Join(' ', NameWords);

    /// <summary>Words of the name as spelt, abbreviations not expanded; short all-capital names stay as they are.</summary>
    public required IReadOnlyList<string> NameWords { get; init; }

    public override string ToString() => $"{Table.Name}.{Name}";
}
