namespace Chartwright.Query.Ingestion.Sources;

/// <summary>A table as a file holds it: the import's engine can read it, names and types are not settled yet.</summary>
/// <param name="Name">What the file calls it, where one file holds several: a sheet, a table of a database.</param>
/// <param name="Relation">What stands behind FROM; the files it reads live as long as the import.</param>
/// <param name="IsText">Whether all columns are text as written, whose types the values have to show.</param>
internal sealed record SourceTable(string? Name, string Relation, IReadOnlyList<SourceColumn> Columns, bool IsText)
{
    /// <summary>Whether the name stands for itself, a table of a database, and not within its file, a sheet.</summary>
    public bool HasOwnName { get; init; }

    /// <summary>Whether numbers in its text have a comma before the decimals; null where nothing tells.</summary>
    public bool? HasDecimalComma { get; init; }

    /// <summary>Lines above the table that were left out.</summary>
    public int SkippedLines { get; init; }

    /// <summary>Columns of the primary key, by <see cref="SourceColumn.Name"/>.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];
}

/// <param name="Name">In the relation.</param>
/// <param name="Header">As its author wrote it; empty when nobody named it.</param>
/// <param name="Type">Of the relation's column.</param>
internal sealed record SourceColumn(string Name, string Header, string Type = "VARCHAR")
{
    /// <summary>The column as a value that Parquet keeps whole.</summary>
    public string Expression => Type switch
    {
        "JSON" or "BIGNUM" or "VARIANT" or "BIT" or "TIME WITH TIME ZONE" => $"CAST({Sql.Identifier(Name)} AS VARCHAR)",
        "HUGEINT" or "UHUGEINT" => $"CAST({Sql.Identifier(Name)} AS DECIMAL(38, 0))", // Parquet would store it as DOUBLE
        _ => Sql.Identifier(Name),
    };
}
