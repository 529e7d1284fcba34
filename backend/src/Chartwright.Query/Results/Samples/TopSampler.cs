using System.Globalization;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Samples;

/// <summary>Keeps the categories with the greatest values of the first drawn column. The others are added up only when the caller says that this makes sense.</summary>
internal sealed class TopSampler(DuckDbEngine engine, StoredRowsReader reader)
{
    public async Task<(QueryResult Rows, Sampling Sampling)> SampleAsync(StoredResult stored, SampleColumns columns, SampleRequest request, CancellationToken cancellationToken)
    {
        var (x, y) = (columns.X!, columns.Y[0]);
        var series = columns.SeriesCandidates is [var only] ? only : null;
        var restRows = request.IsSum ? await CountRestRowsAsync(stored, series, cancellationToken) : 0;
        var canAddUp = request.IsSum && restRows < request.Points / 2;
        var kept = Kept(stored, x, y, request.IsSum, request.Points - (canAddUp ? restRows : 0));
        var rows = await reader.ReadAsync(stored, $"WHERE EXISTS (FROM ({kept}) AS kept WHERE kept.k IS NOT DISTINCT FROM {x.Read()}) ORDER BY file_row_number", cancellationToken);
        Sampling Describe(int count, SamplingRest? rest) =>
            new(SamplingMethod.Top, stored.Manifest.RowCount, count, x.Name, [.. columns.Y.Select(column => column.Name)], series?.Name, rest);
        if (!canAddUp) return (rows, Describe(rows.ReturnedRows, rest: null));

        var left = $"FROM {stored.Relation} AS whole WHERE NOT EXISTS (FROM ({kept}) AS kept WHERE kept.k IS NOT DISTINCT FROM {x.Read()})";
        var facts = (await engine.ReadTextAsync(
            $"SELECT (SELECT count(*) FROM (SELECT DISTINCT {x.Read()} {left})), (SELECT count(*) FROM {stored.Relation} WHERE lower({x.Read()}::VARCHAR) = 'other')", cancellationToken))[0];
        var rest = new SamplingRest(facts[1] == "0" ? "Other" : "All others", long.Parse(facts[0]!, CultureInfo.InvariantCulture));
        if (rest.Categories == 0) return (rows, Describe(rows.ReturnedRows, rest: null));
        var added = await reader.RunAsync(stored, $"SELECT {string.Join(", ", stored.Manifest.Columns.Select(column => OfRest(column, columns, series, rest.Label)))} {left} GROUP BY {series?.Read() ?? "ALL"}", cancellationToken);
        var count = rows.ReturnedRows + added.ReturnedRows;
        return (rows with { Rows = Join(rows.Rows, added.Rows), ReturnedRows = count }, Describe(count, rest));
    }

    /// <summary>Categories from the greatest down, as long as their rows fit.</summary>
    private static string Kept(StoredResult stored, StoredColumn x, StoredColumn y, bool isSum, long rows) =>
        $"""
        SELECT k FROM (
            SELECT k, sum(n) OVER (ORDER BY v DESC NULLS LAST, k ROWS UNBOUNDED PRECEDING) AS rows_so_far
            FROM (SELECT {x.Read()} AS k, count(*) AS n, {(isSum ? Sum(y) : $"max({SampleColumns.Drawn(y)})")} AS v FROM {stored.Relation} GROUP BY k))
        WHERE rows_so_far <= {rows}
        """;

    private async Task<long> CountRestRowsAsync(StoredResult stored, StoredColumn? series, CancellationToken cancellationToken)
    {
        if (series is null) return 1;
        var rows = await engine.ReadTextAsync($"SELECT count(*) FROM (SELECT DISTINCT {series.Read()} FROM {stored.Relation})", cancellationToken);
        return long.Parse(rows[0][0]!, CultureInfo.InvariantCulture);
    }

    private static string OfRest(StoredColumn column, SampleColumns columns, StoredColumn? series, string label) =>
        column == columns.X ? Sql.Literal(label)
        : column == series ? column.Read()
        : columns.Y.Contains(column) ? Sum(column)
        : "NULL";

    // of binary fractions, the sum that loses least
    private static string Sum(StoredColumn y) => y.Type is "FLOAT" or "DOUBLE" ? $"fsum({SampleColumns.Drawn(y)})" : $"sum({y.Read()})";

    private static RawJson Join(RawJson first, RawJson second) =>
        first.Utf8.Length <= 2 ? second : new((byte[])[.. first.Utf8.Span[..^1], (byte)',', .. second.Utf8.Span[1..]]);
}
