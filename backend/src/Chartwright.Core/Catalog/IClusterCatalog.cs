namespace Chartwright.Core.Catalog;

/// <summary>The tables a batch job can read on the configured cluster. Thread-safe.</summary>
public interface IClusterCatalog
{
    /// <summary>Ordered by name; a minute old at most.</summary>
    /// <exception cref="Errors.QueryException">The cluster does not answer or refuses us.</exception>
    ValueTask<IReadOnlyList<ClusterTable>> ListTablesAsync(CancellationToken cancellationToken);
}

/// <summary>One table of a cluster.</summary>
/// <param name="Name">As a statement for the cluster writes it, quoted where it must be: <c>sales.orders</c>.</param>
public sealed record ClusterTable(string Name, IReadOnlyList<ClusterColumn> Columns);

/// <param name="Type">DuckDB's name of the type; Spark's where DuckDB has none.</param>
/// <param name="Description">The column's comment, or null.</param>
public sealed record ClusterColumn(string Name, string Type, string? Description = null);
