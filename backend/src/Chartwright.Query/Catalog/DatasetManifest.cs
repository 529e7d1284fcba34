namespace Chartwright.Query.Catalog;

/// <summary>What <c>dataset.json</c> says of the tables in its folder; written by an import, by hand for samples.</summary>
public sealed record DatasetManifest
{
    public const string FileName = "dataset.json";

    public string? Description { get; init; }

    /// <summary>Where the data came from.</summary>
    public string? Source { get; init; }

    public string? License { get; init; }

    public required IReadOnlyList<TableManifest> Tables { get; init; }
}

/// <summary>One table: a Parquet file in the same folder and what its owner says of it.</summary>
public sealed record TableManifest
{
    public required string Name { get; init; }

    /// <summary>A plain file name, no folder.</summary>
    public required string File { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    public IReadOnlyList<ForeignKeyManifest> ForeignKeys { get; init; } = [];

    /// <summary>By column name; columns nobody described are absent.</summary>
    public IReadOnlyDictionary<string, ColumnManifest> Columns { get; init; } = new Dictionary<string, ColumnManifest>();
}

public sealed record ForeignKeyManifest(IReadOnlyList<string> Columns, string ToTable, IReadOnlyList<string> ToColumns);

public sealed record ColumnManifest(string? Description = null, string? Unit = null, IReadOnlyList<string>? Synonyms = null);
