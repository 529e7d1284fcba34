using System.Text.Json.Serialization;
using Chartwright.Core.Catalog;

namespace Chartwright.Query.Catalog;

/// <summary>What the owner says of tables and columns, beside what came with the data. Kept in the workspace; a table that is replaced keeps it. Thread-safe.</summary>
public interface ICatalogWords
{
    /// <summary>Says what a table is.</summary>
    /// <returns>The table as the catalog has it now, or null if there is none of that name.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>invalid_request</c>: too long or too many.</exception>
    Task<CatalogTable?> DescribeTableAsync(string table, TableWords words, CancellationToken cancellationToken);

    /// <summary>Says what a column is.</summary>
    /// <returns>The table as the catalog has it now, or null if there is no such column.</returns>
    /// <exception cref="Core.Errors.ChartwrightException"><c>invalid_request</c>: too long or too many.</exception>
    Task<CatalogTable?> DescribeColumnAsync(string table, string column, ColumnWords words, CancellationToken cancellationToken);
}

/// <param name="Description">One sentence; empty for none.</param>
/// <param name="Synonyms">Other words for the table.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TableWords(string Description, IReadOnlyList<string> Synonyms);

/// <param name="Description">One sentence; empty for none.</param>
/// <param name="Unit">Of the values: <c>USD</c>, <c>km</c>; empty for none.</param>
/// <param name="Synonyms">Other words for the column.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ColumnWords(string Description, string Unit, IReadOnlyList<string> Synonyms);
