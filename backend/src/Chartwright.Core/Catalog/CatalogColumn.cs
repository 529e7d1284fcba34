namespace Chartwright.Core.Catalog;

/// <summary>One column with what is known of its values.</summary>
public sealed record CatalogColumn
{
    public required string Name { get; init; }

    /// <summary>DuckDB's name of the type.</summary>
    public required string Type { get; init; }

    public string? Description { get; init; }

    /// <summary>Other words the owner uses for this column.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Unit of the values where known: <c>USD</c>, <c>%</c>, <c>km</c> …</summary>
    public string? Unit { get; init; }

    public ColumnRole Role { get; init; }

    public ColumnProfile Profile { get; init; } = ColumnProfile.Unknown;
}

/// <summary>What a column is for, judged by key, type, name and values.</summary>
public enum ColumnRole
{
    Unknown,
    Key,
    Label,
    Category,
    Time,
    Measure,
    Flag,
    Text,
}

/// <summary>Computed over all rows. Min and max as DuckDB prints them; null for an empty column.</summary>
public sealed record ColumnProfile(string? Min, string? Max, long DistinctCount, long NullCount, IReadOnlyList<ValueCount> TopValues)
{
    public static ColumnProfile Unknown { get; } = new(null, null, 0, 0, []);
}

/// <summary>A value as DuckDB casts it to text, and how many rows hold it.</summary>
public sealed record ValueCount(string Value, long Count);
