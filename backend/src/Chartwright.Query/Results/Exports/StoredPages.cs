using System.Runtime.CompilerServices;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Exports;

/// <summary>All rows of a stored result, a bounded number at a time: memory does not grow with the result.</summary>
internal sealed class StoredPages(DuckDbEngine engine)
{
    private const int MaxCells = 1_000_000;
    private const int MaxRows = 50_000;

    /// <param name="selectList">What is read of each row, in SQL.</param>
    /// <returns>Rows as <c>[[…],…]</c>, page after page.</returns>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(StoredResult stored, string selectList, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rowsAtOnce = Math.Clamp(MaxCells / stored.Manifest.Columns.Count, 1, MaxRows);
        for (var start = 0L; start < stored.Manifest.RowCount; start += rowsAtOnce)
        {
            var sql = $"SELECT {selectList} FROM {stored.Relation} AS whole WHERE file_row_number >= {start} AND file_row_number < {start + rowsAtOnce} ORDER BY file_row_number";
            yield return (await engine.QueryAsync(new(sql, QueryParams.Empty, rowsAtOnce), cancellationToken)).Rows.Utf8;
        }
    }
}
