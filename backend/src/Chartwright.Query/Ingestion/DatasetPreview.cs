using Chartwright.Core.Json;

namespace Chartwright.Query.Ingestion;

/// <summary>Tables that are read but not made yet.</summary>
/// <param name="ExpiresAt">When it is dropped at the earliest.</param>
public sealed record DatasetPreview(Guid Id, DateTimeOffset ExpiresAt, IReadOnlyList<TablePreview> Tables);

/// <param name="Table">Names it within the preview.</param>
/// <param name="Name">Name it would get.</param>
/// <param name="Origin">The file and, where it holds several tables, which of them.</param>
/// <param name="IsTaken">Whether a table of this name exists.</param>
/// <param name="FreeName">Nearest name that no table has.</param>
/// <param name="Rows">The first rows, <c>[[…],…]</c>, by the rules of docs/data-contract.md.</param>
public sealed record TablePreview(
    int Table, string Name, string Origin, bool IsTaken, string FreeName, long RowCount, IReadOnlyList<ColumnPreview> Columns, RawJson Rows);

/// <param name="Header">As the file has it; empty when it names none.</param>
/// <param name="Type">Borne out by all values.</param>
/// <param name="Types">Types it can be given, this one included; values that do not fit refuse the commit.</param>
public sealed record ColumnPreview(string Name, string Header, string Type, IReadOnlyList<string> Types);

/// <summary>What is to become of one table of a preview; tables that are not chosen are not made.</summary>
/// <param name="Table">As in the preview.</param>
/// <param name="Name">Made into letters, digits and underscores.</param>
/// <param name="Replace">Whether a table of that name gives way.</param>
/// <param name="Columns">In the order the table is to have; those left out are dropped. Null: all, as they are.</param>
public sealed record TableChoice(int Table, string Name, bool Replace = false, IReadOnlyList<ColumnChoice>? Columns = null);

/// <param name="Column">Name in the preview.</param>
/// <param name="Name">Name it is to have; null keeps it.</param>
/// <param name="Type">One of the preview's types; null keeps it.</param>
public sealed record ColumnChoice(string Column, string? Name = null, string? Type = null);
