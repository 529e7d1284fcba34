namespace Chartwright.Core.Queries;

/// <summary>One column of a result.</summary>
/// <param name="Name">As the statement named it; not necessarily unique.</param>
/// <param name="Type">DuckDB's name of the type, e.g. <c>BIGINT</c>, <c>DECIMAL(18,2)</c>, <c>TIMESTAMP</c>.</param>
public sealed record ResultColumn(string Name, string Type);
