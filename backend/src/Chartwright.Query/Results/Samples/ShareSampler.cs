using Chartwright.Core.Queries;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Samples;

/// <summary>Takes some rows of each category, as many of one as of the other: where categories have too many rows for any to be there whole.</summary>
/// <remarks>The row with the greatest value of the first drawn column comes first, then the one with the least, then others by chance, the same each time.</remarks>
internal sealed class ShareSampler(StoredRowsReader reader)
{
    public async Task<(QueryResult Rows, Sampling Sampling)> SampleAsync(StoredResult stored, SampleColumns columns, int points, CancellationToken cancellationToken)
    {
        var (x, y) = (columns.X!, columns.Y[0]);
        var chosen = $"""
            SELECT r FROM (
                SELECT r, greatest, row_number() OVER (PARTITION BY k ORDER BY CASE r WHEN first THEN 0 WHEN last THEN 1 ELSE 2 END, hash(r), r) AS rank
                FROM (SELECT file_row_number AS r, k, max(v) OVER of_category AS greatest, arg_max(file_row_number, v) OVER of_category AS first, arg_min(file_row_number, v) OVER of_category AS last
                    FROM (SELECT file_row_number, {x.Read()} AS k, {SampleColumns.Drawn(y)} AS v FROM {stored.Relation}) WINDOW of_category AS (PARTITION BY k)))
            ORDER BY rank, greatest DESC NULLS LAST, r LIMIT {points}
            """;
        var rows = await reader.ReadAsync(stored, $"WHERE file_row_number IN ({chosen}) ORDER BY file_row_number", cancellationToken);
        return (rows, new(SamplingMethod.Share, stored.Manifest.RowCount, rows.ReturnedRows, x.Name, [.. columns.Y.Select(column => column.Name)], Series: null));
    }
}
