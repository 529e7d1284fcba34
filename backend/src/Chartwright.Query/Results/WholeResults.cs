using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Results.Exports;
using Chartwright.Query.Results.Files;
using Chartwright.Query.Results.Samples;

namespace Chartwright.Query.Results;

/// <inheritdoc/>
internal sealed class WholeResults(ResultStore store, StoredRowsReader reader, MinMaxSampler minMax, TopSampler top, ShareSampler share, ResultExporter exporter) : IResults
{
    private const int MinPoints = 10;
    private const int MaxPoints = 20_000;

    /// <inheritdoc/>
    public Task<SampledResult?> SampleAsync(string cacheKey, SampleRequest request, CancellationToken cancellationToken)
    {
        if (request.Points is < MinPoints or > MaxPoints)
            throw new QueryException(ErrorCode.InvalidRequest, $"The points must be from {MinPoints} to {MaxPoints:N0}.");
        return store.ReadAsync(cacheKey, (stored, token) => SampleAsync(stored, request, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<QueryResult?> PageAsync(string cacheKey, long offset, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(cacheKey, (stored, token) => reader.ReadAsync(stored, $"ORDER BY file_row_number LIMIT {limit} OFFSET {offset}", token), cancellationToken);

    /// <inheritdoc/>
    public Task<ResultFile?> ExportAsync(string cacheKey, ResultFormat format, CancellationToken cancellationToken) =>
        store.ReadAsync(cacheKey, (stored, token) => exporter.OpenAsync(stored, format, token), cancellationToken);

    private async Task<SampledResult> SampleAsync(StoredResult stored, SampleRequest request, CancellationToken cancellationToken)
    {
        var columns = SampleColumns.Choose(stored, request);
        var (rows, sampling) = await ChooseAsync(stored, columns, request, cancellationToken);
        return new(rows, sampling);
    }

    private async Task<(QueryResult Rows, Sampling Sampling)> ChooseAsync(StoredResult stored, SampleColumns columns, SampleRequest request, CancellationToken cancellationToken)
    {
        var total = stored.Manifest.RowCount;
        if (total > request.Points && columns.IsOrdered && await minMax.SampleAsync(stored, columns, request.Points, cancellationToken) is { } thinned) return thinned;
        if (total > request.Points && columns is { X: not null, IsOrdered: false, Y.Count: > 0 })
        {
            var greatest = await top.SampleAsync(stored, columns, request, cancellationToken);
            var isWhole = request.IsSum || greatest.Sampling.ToRows >= request.Points / 2; // else the next category is too large, perhaps the first
            return isWhole ? greatest : await share.SampleAsync(stored, columns, request.Points, cancellationToken);
        }
        var rows = await reader.ReadAsync(stored, $"ORDER BY file_row_number LIMIT {request.Points}", cancellationToken);
        var method = total > request.Points ? SamplingMethod.First : SamplingMethod.All;
        return (rows, new(method, total, rows.ReturnedRows, columns.X?.Name, [.. columns.Y.Select(column => column.Name)], Series: null));
    }
}
