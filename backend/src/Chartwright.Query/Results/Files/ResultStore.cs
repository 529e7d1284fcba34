using System.Diagnostics;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Files;

namespace Chartwright.Query.Results.Files;

/// <summary>Whole results on disk: written when first asked for, once for all who ask at the same time.</summary>
internal sealed class ResultStore(
    StatementPreparer preparer, StatementLedger ledger, DuckDbEngine engine, ResultFolder folder, QueryQueue queue, TimeSpan timeout, TimeProvider clock)
{
    private static readonly TimeSpan SizeCheck = TimeSpan.FromMilliseconds(250);

    private readonly SingleFlight<StoredResult> _flights = new();

    /// <summary>Reads a whole result; one whose file turns out to be damaged is written anew, once.</summary>
    /// <returns>What <paramref name="read"/> answers, or null for an unknown key.</returns>
    public async Task<T?> ReadAsync<T>(string cacheKey, Func<StoredResult, CancellationToken, Task<T>> read, CancellationToken cancellationToken) where T : class
    {
        for (var isFirst = true; ; isFirst = false)
        {
            if (await GetAsync(cacheKey, cancellationToken) is not { } stored) return null;
            try
            {
                using var turn = await queue.EnterAsync(cancellationToken);
                return await read(stored, cancellationToken);
            }
            catch (Exception e) when (isFirst && e is QueryException { Code: ErrorCode.FileUnreadable or ErrorCode.SqlFailed } or FileNotFoundException or DirectoryNotFoundException)
            {
                folder.Remove(stored.Manifest.Key); // the statement was ours, so the file is to blame
            }
        }
    }

    /// <returns>The result of that key as it was stored from the present data, or null.</returns>
    public async ValueTask<StoredResult?> FindAsync(string cacheKey, CancellationToken cancellationToken) =>
        folder.Find(cacheKey) is { } kept && await preparer.IsCurrentAsync(kept.Manifest.DataVersion, cancellationToken) ? kept : null;

    private async Task<StoredResult?> GetAsync(string cacheKey, CancellationToken cancellationToken)
    {
        if (await FindAsync(cacheKey, cancellationToken) is { } kept) return kept;
        if (await ledger.FindAsync(cacheKey, cancellationToken) is not { } request) return null;
        var ready = await preparer.PrepareAsync(request, cancellationToken);
        if (ready.Statement.IsExplain) throw new QueryException(ErrorCode.InvalidRequest, "A plan has no rows to keep.");
        return folder.Find(ready.Key) ?? await _flights.RunAsync(ready.Key, token => StoreAsync(ready, token), cancellationToken);
    }

    private async Task<StoredResult> StoreAsync(ReadyStatement ready, CancellationToken cancellationToken)
    {
        using var turn = await queue.EnterAsync(cancellationToken);
        var path = folder.Begin(ready.Key);
        try
        {
            var (fetchedAt, started) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
            var parquet = Path.Combine(path, StoredResult.ParquetName);
            var rows = await WriteAsync(ready.Request with { Sql = ready.Statement.Sql }, parquet, cancellationToken);
            var manifest = new ResultManifest(
                ready.Key, ready.DataVersion, ready.FetchedAt(fetchedAt), ready.Elapsed(Stopwatch.GetElapsedTime(started)).TotalMilliseconds, rows.RowCount, new FileInfo(parquet).Length, ready.Engine, rows.Columns);
            if (manifest.Bytes > folder.MaxBytes) throw TooLarge();
            await PrivateFiles.WriteJsonAsync(Path.Combine(path, ResultManifest.FileName), manifest, cancellationToken);
            var stored = new StoredResult(path, manifest);
            folder.Put(stored);
            await ledger.AddAsync(ready.Key, ready.Request, cancellationToken);
            return stored;
        }
        catch
        {
            folder.Discard(path);
            throw;
        }
    }

    private async Task<StoredRows> WriteAsync(QueryRequest request, string parquet, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var watch = clock.CreateTimer(_ => StopIfTooLarge(parquet, stop), null, SizeCheck, SizeCheck);
        try
        {
            return await engine.StoreAsync(request, parquet, new(timeout), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooLarge();
        }
    }

    private void StopIfTooLarge(string parquet, CancellationTokenSource stop)
    {
        var file = new FileInfo(parquet);
        if (file.Exists && file.Length > folder.MaxBytes) stop.Cancel();
    }

    private QueryException TooLarge() =>
        new(ErrorCode.ResultTooLarge, $"The whole result takes more than the {folder.MaxBytes >> 20:N0} MB kept for results. Aggregate or filter more.");
}
