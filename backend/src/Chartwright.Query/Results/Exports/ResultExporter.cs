using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Results.Files;

namespace Chartwright.Query.Results.Exports;

/// <summary>Whole results as files of several formats, each made once and kept beside its rows. Thread-safe.</summary>
internal sealed class ResultExporter(CsvExport csv, JsonExport json, XlsxExport xlsx, ResultFolder folder, TimeSpan timeout, TimeProvider clock)
{
    private readonly SingleFlight<string> _flights = new();

    public async Task<ResultFile> OpenAsync(StoredResult stored, ResultFormat format, CancellationToken cancellationToken)
    {
        var path = format == ResultFormat.Parquet
            ? stored.Parquet
            : await _flights.RunAsync($"{format} {stored.Folder}", token => MakeAsync(stored, format, token), cancellationToken);
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return new(content, stored.Manifest.FetchedAt, $"{Path.GetFileName(stored.Folder)}-{format}".ToLowerInvariant());
    }

    private async Task<string> MakeAsync(StoredResult stored, ResultFormat format, CancellationToken cancellationToken)
    {
        var path = Path.Combine(stored.Folder, $"rows.{format}".ToLowerInvariant());
        if (File.Exists(path)) return path;
        using var limit = new CancellationTokenSource(timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await (format switch
            {
                ResultFormat.Csv => csv.WriteAsync(stored, temporary, stop.Token),
                ResultFormat.Json => json.WriteAsync(stored, temporary, stop.Token),
                _ => xlsx.WriteAsync(stored, temporary, stop.Token),
            });
            File.Move(temporary, path);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new QueryException(ErrorCode.QueryTimeout, $"Writing the file took longer than {timeout.TotalSeconds:0} s. Take Parquet, or ask for less.");
        }
        finally
        {
            File.Delete(temporary);
        }
        folder.Grow(stored, new FileInfo(path).Length);
        return path;
    }
}
