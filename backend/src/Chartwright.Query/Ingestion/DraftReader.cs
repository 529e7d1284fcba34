using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using Chartwright.Query.Ingestion.Sources;
using Microsoft.Extensions.Options;

namespace Chartwright.Query.Ingestion;

/// <summary>Receives files and makes drafts of the tables they hold, one import at a time.</summary>
internal sealed class DraftReader(Workspace workspace, IOptions<QueryOptions> options, TimeProvider clock) : IDisposable
{
    private const int MaxFiles = 2000;

    private readonly SemaphoreSlim _converting = new(1, 1); // one import has the machine

    /// <exception cref="ChartwrightException">A file cannot be taken or read; of several files the message names the one.</exception>
    public async Task<Draft> ReadAsync(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = ImportFolder.Create(workspace.Incoming, new StorageSpace(workspace, options.Value.MaxDataBytes).FreeBytes());
        try
        {
            var receiver = new FileReceiver(folder, options.Value.MaxUploadBytes, progress);
            var files = new List<ReceivedFile>();
            await foreach (var file in request.Files.WithCancellation(cancellationToken))
            {
                if (files.Count == MaxFiles) throw new ChartwrightException(ErrorCode.FileTooLarge, $"More than {MaxFiles:N0} files cannot be taken at once.");
                files.Add(await NamingAsync(file.Name, files.Count > 0, () => receiver.ReceiveAsync(file, cancellationToken)));
            }
            if (files.Count == 0) throw new ChartwrightException(ErrorCode.InvalidRequest, "There is no file.");
            progress?.Report(new(ImportStage.Reading, receiver.ReceivedBytes));
            return new(folder, await RunAsync(folder, (engine, stop) => MakeAsync(engine, folder, files, request, stop), cancellationToken));
        }
        catch (Exception failure)
        {
            folder.Dispose();
            if (failure is not OperationCanceledException && StorageSpace.IsFull(failure)) throw StorageSpace.Full(failure);
            throw;
        }
    }

    /// <summary>Works on an import's folder with an engine of its own, when no other import does, within the time one may take.</summary>
    public async Task<T> RunAsync<T>(ImportFolder folder, Func<DuckDbEngine, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _converting.WaitAsync(cancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ImportTimeoutSeconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await using var engine = ImportEngine.Open(folder, options.Value);
            return await work(engine, stop.Token);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooLarge($"The file took longer than {options.Value.ImportTimeoutSeconds:N0} seconds to convert. Split it, or raise ImportTimeoutSeconds.", e);
        }
        catch (QueryException e)
        {
            if (StorageSpace.IsFull(e)) throw StorageSpace.Full(e);
            if (e.IsOutOfMemory) throw TooLarge($"The file needs more memory to convert than the {options.Value.MemoryLimit} the engine may use. Split it, or raise MemoryLimit.", e);
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The file cannot be converted to a table.", innerException: e);
        }
        finally
        {
            _converting.Release();
        }
    }

    public void Dispose() => _converting.Dispose();

    private static ChartwrightException TooLarge(string message, Exception cause) => new(ErrorCode.FileTooLarge, message, innerException: cause);

    private static async Task<IReadOnlyList<DraftTable>> MakeAsync(
        DuckDbEngine engine, ImportFolder folder, List<ReceivedFile> files, ImportRequest request, CancellationToken cancellationToken)
    {
        var opened = new List<(ReceivedFile File, IReadOnlyList<SourceTable> Tables)>();
        foreach (var file in files)
            opened.Add((file, await NamingAsync(file.Name, files.Count > 1, () => SourceOpener.OpenAsync(engine, folder, file, cancellationToken))));
        if (request.AsOne && files.Count > 1) return [await JoinAsync(engine, folder, opened, request, cancellationToken)];

        var names = DraftNames.Of(opened, request.Name);
        var tables = new List<DraftTable>();
        foreach (var (file, source) in opened.SelectMany(entry => entry.Tables.Select(table => (entry.File, table))))
        {
            var origin = DraftNames.Origin(file, source);
            tables.Add(await NamingAsync(file.Name, files.Count > 1, () => TableMaker.MakeAsync(engine, folder, source, names[tables.Count], origin, cancellationToken)));
        }
        return tables;
    }

    private static async Task<DraftTable> JoinAsync(
        DuckDbEngine engine, ImportFolder folder, List<(ReceivedFile File, IReadOnlyList<SourceTable> Tables)> opened, ImportRequest request, CancellationToken cancellationToken)
    {
        if (opened.FirstOrDefault(entry => entry.Tables.Count != 1).File is { } several)
            throw new ChartwrightException(ErrorCode.FileUnreadable, $"{DraftNames.Shown(several.Name)} holds several tables and cannot be a part of one.");
        var joined = await PartsSource.JoinAsync(engine, folder, [.. opened.Select(entry => (entry.File.Name, entry.Tables[0]))], cancellationToken);
        return await TableMaker.MakeAsync(engine, folder, joined, DraftNames.OfParts(opened[0].File, request.Name), $"{opened.Count:N0} files", cancellationToken);
    }

    /// <summary>Says of several files which one is meant.</summary>
    private static async Task<T> NamingAsync<T>(string fileName, bool isOneOfMany, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ChartwrightException e) when (isOneOfMany && e is not QueryException)
        {
            throw new ChartwrightException(e.Code, $"{DraftNames.Shown(fileName)}: {e.Message}", e.Retryable, e) { Details = e.Details };
        }
    }
}
