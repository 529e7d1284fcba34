using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Ingestion;

/// <summary>Rows of text, as many as said.</summary>
internal sealed record TextRelation(DuckDbEngine Engine, string Relation, long RowCount)
{
    /// <inheritdoc cref="ColumnScan.ReadAsync"/>
    public Task<IReadOnlyList<string?[]>> ScanAsync(IReadOnlyList<string> columns, Func<int, string, IEnumerable<string>> aggregatesOf, CancellationToken cancellationToken) =>
        ColumnScan.ReadAsync(Engine, Relation, RowCount, [.. columns.Select(column => (column, "VARCHAR"))], aggregatesOf, cancellationToken);
}
