using System.Globalization;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Samples;

/// <summary>Thins rows out along an ordered axis so that a drawn line keeps its shape.</summary>
/// <remarks>Whole rows are chosen, none is made: per bucket and line the first and last, least and greatest of every drawn column, and one gap.
/// Which of equal values stands for them is DuckDB's choice. Source: M4, Jugel et al., VLDB 2014.
/// Along an axis of numbers half of the rows are chosen by chance: points may be drawn on it, and a cloud of extremes alone has its edges thicker than its middle.</remarks>
internal sealed class MinMaxSampler(DuckDbEngine engine, StoredRowsReader reader)
{
    private const int MaxSeries = 20; // lines found by themselves; a named column may have more

    /// <returns>Null when no row has a place on the axis.</returns>
    public async Task<(QueryResult Rows, Sampling Sampling)?> SampleAsync(StoredResult stored, SampleColumns columns, int points, CancellationToken cancellationToken)
    {
        var random = TypeKinds.IsNumber(columns.X!.Type) ? points / 2 : 0;
        points -= random;
        var y = columns.Y.Take(Math.Max(0, (points / 2 - 2) / 3)).ToArray();
        var facts = await MeasureAsync(stored, columns, y, cancellationToken);
        if (facts.Least is not { } least || facts.Greatest is not { } greatest) return null;
        var perBucket = 2 + facts.HasGaps.Sum(hasGaps => hasGaps ? 3 : 2);
        var isNamed = columns.SeriesCandidates.Count == 1;
        var found = facts.SeriesCounts.FindIndex(count => count > 0 && points / (count * perBucket) - 1 >= 1 && (isNamed || count <= MaxSeries));
        var series = found < 0 ? null : columns.SeriesCandidates[found];
        var lines = found < 0 ? 1 : facts.SeriesCounts[found];
        var buckets = Math.Max(1, points / (lines * perBucket) - 1); // one is for rows without a place on the axis
        var rows = await reader.ReadAsync(stored, $"WHERE file_row_number IN ({Chosen(stored, columns.X, y, series, least, greatest, buckets)} UNION {ByChance(stored, random)}) ORDER BY file_row_number", cancellationToken);
        return (rows, new(SamplingMethod.MinMax, stored.Manifest.RowCount, rows.ReturnedRows, columns.X.Name, [.. y.Select(column => column.Name)], series?.Name));
    }

    private static string Chosen(StoredResult stored, StoredColumn x, StoredColumn[] y, StoredColumn? series, double least, double greatest, long buckets)
    {
        string[] picks = ["arg_min(r, x)", "arg_max(r, x)", .. y.SelectMany((_, index) => new[] { $"arg_min(r, y{index})", $"arg_max(r, y{index})", $"min(r) FILTER (WHERE y{index} IS NULL)" })];
        // halves, because the width of the widest axis is no DOUBLE
        var bucket = greatest > least ? $"least(floor((x / 2 - {Number(least)} / 2) / ({Number(greatest)} / 2 - {Number(least)} / 2) * {buckets}), {buckets - 1})" : "x";
        return $"""
            SELECT DISTINCT unnest([{string.Join(", ", picks)}])
            FROM (SELECT file_row_number AS r, {SampleColumns.Position(x)} AS x, {series?.Read() ?? "NULL"} AS s{Values(y)} FROM {stored.Relation})
            GROUP BY s, {bucket}
            """;
    }

    // the same ones each time
    private static string ByChance(StoredResult stored, int rows) => $"(SELECT file_row_number FROM {stored.Relation} ORDER BY hash(file_row_number), file_row_number LIMIT {rows})";

    private async Task<Facts> MeasureAsync(StoredResult stored, SampleColumns columns, StoredColumn[] y, CancellationToken cancellationToken)
    {
        var counts = columns.SeriesCandidates.Select((_, index) => $"count(DISTINCT s{index}) + coalesce(max((s{index} IS NULL)::INTEGER), 0)");
        var gaps = y.Select((_, index) => $"count(*) > count(y{index})");
        var rows = await engine.ReadTextAsync(
            $"""
            SELECT {string.Join(", ", ["min(x)", "max(x)", .. counts, .. gaps])}
            FROM (SELECT {SampleColumns.Position(columns.X!)} AS x{string.Concat(columns.SeriesCandidates.Select((column, index) => $", {column.Read()} AS s{index}"))}{Values(y)} FROM {stored.Relation})
            """,
            cancellationToken);
        var series = columns.SeriesCandidates.Count;
        return new(
            rows[0][0] is { } least ? double.Parse(least, CultureInfo.InvariantCulture) : null,
            rows[0][1] is { } greatest ? double.Parse(greatest, CultureInfo.InvariantCulture) : null,
            [.. rows[0].Skip(2).Take(series).Select(count => long.Parse(count!, CultureInfo.InvariantCulture))],
            [.. rows[0].Skip(2 + series).Select(hasGaps => hasGaps == "true")]);
    }

    private static string Values(StoredColumn[] y) => string.Concat(y.Select((column, index) => $", {SampleColumns.Drawn(column)} AS y{index}"));

    private static string Number(double value) => $"CAST('{value.ToString("R", CultureInfo.InvariantCulture)}' AS DOUBLE)";

    private sealed record Facts(double? Least, double? Greatest, List<long> SeriesCounts, bool[] HasGaps);
}
