using System.IO.Pipelines;
using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;

namespace Chartwright.DuckDb;

/// <summary>DuckDB in memory, locked unless asked otherwise. Runs what it is given: whether a statement may run is the caller's guard's question.</summary>
/// <remarks>Thread-safe. Every call runs on a thread and a connection of its own; beyond <see cref="DuckDbOptions.MaxConcurrentQueries"/> calls wait.
/// Errors: <see cref="QueryException"/> with words fit for users; DuckDB's own words are its inner <see cref="DuckDbNativeException"/>, for logs.</remarks>
public sealed class DuckDbEngine : IQueryEngine, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly DuckDbOptions _options;
    private readonly List<Task> _closing = [];
    private volatile OpenedDatabase _database;
    private bool _isClosed;

    private DuckDbEngine(DuckDbOptions options) => (_options, _database) = (options, new(options, number: 0));

    /// <summary>Another number means another, empty database: what was made in the one before has to be made again.</summary>
    public int Generation => _database.Number;

    /// <summary>Opens an empty in-memory database.</summary>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.EngineUnavailable"/>: an option was refused.</exception>
    public static DuckDbEngine Open(DuckDbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        MemoryGuard.Require(options.MaxProcessBytes ?? 2 * ByteSize.Parse(options.MemoryLimit) ?? 0);
        return new(options);
    }

    /// <inheritdoc/>
    /// <remarks>The total is exact even when rows are cut off at <see cref="QueryRequest.Limit"/>; values far behind the limit may then not be evaluated.
    /// A statement that does not read is <see cref="ErrorCode.SqlNotReadOnly"/>.</remarks>
    public Task<EngineResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        CheckLength(request.Sql);
        return RunAsync(request.Sql, _options.QueryTimeout, (connection, watch) => new QueryRun(connection, request, watch, _options.MaxResultBytes).Read(), cancellationToken);
    }

    /// <summary>Runs trusted statements, several if wanted, without a time limit and without a result.</summary>
    /// <exception cref="QueryException">The first one that failed; those before it have run.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, and the engine has stopped.</exception>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        RunAsync(sql, Timeout.InfiniteTimeSpan, (connection, _) => { connection.Execute(sql); return 0; }, cancellationToken);

    /// <summary>Reads a small trusted query whole, every value cast to text by DuckDB, without a time limit.</summary>
    /// <param name="values">Values of <c>$1</c>, <c>$2</c> …: text, numbers, booleans, null.</param>
    /// <exception cref="QueryException">It failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, and the engine has stopped.</exception>
    public async Task<IReadOnlyList<string?[]>> ReadTextAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        var bound = new QueryParams(values.Select((value, index) => KeyValuePair.Create($"{index + 1}", JsonSerializer.SerializeToElement(value))));
        return await RunAsync(sql, Timeout.InfiniteTimeSpan, (connection, watch) => TextRows.Read(connection, sql, bound, watch), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What DuckDB's parser and planner say about a text, without running it. A text that fails is an answer, not an exception.</summary>
    /// <param name="mayPlan">Asked with what the parser knows; false leaves the text unplanned, for planning computes its constant expressions. Null plans all.</param>
    /// <exception cref="QueryException">The text is longer than <see cref="DuckDbOptions.MaxSqlChars"/>, or out of time.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<StatementFacts> InspectAsync(string sql, CancellationToken cancellationToken, Predicate<StatementFacts>? mayPlan = null)
    {
        ArgumentNullException.ThrowIfNull(sql);
        CheckLength(sql);
        return RunAsync(sql, _options.QueryTimeout, (connection, watch) => StatementInspector.Inspect(connection, sql, watch, mayPlan), cancellationToken);
    }

    /// <summary>Writes all rows of a trusted query to a file. Returns the rows written.</summary>
    /// <param name="format"><c>csv</c> (header, UTF-8) or <c>parquet</c> (snappy, which every reader has).</param>
    /// <param name="path">Below an allowed directory when the engine is locked; replaced if it exists.</param>
    /// <exception cref="QueryException">It failed; the file may be there in part.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the file may be there in part.</exception>
    public Task<long> CopyAsync(QueryRequest request, string format, string path, LongRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var options = format switch
        {
            "csv" => "FORMAT csv, HEADER",
            "parquet" => WrappedSql.Parquet,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "csv or parquet"),
        };
        var copy = request with { Sql = WrappedSql.Copy(request.Sql, path, options) };
        return RunAsync(copy.Sql, run.Timeout, (connection, watch) =>
        {
            using var meter = ProgressMeter.Start(connection, run.Progress);
            using var cursor = QueryCursor.Open(connection, copy, watch, mayWrite: true);
            return cursor.ReadCount();
        }, cancellationToken);
    }

    /// <summary>Keeps all rows of a query that reads in a Parquet file, such that <see cref="StoredColumn.Read"/> gives every value back as it was.</summary>
    /// <param name="path">Below an allowed directory when the engine is locked; replaced if it exists.</param>
    /// <exception cref="QueryException">It failed, does not read, or cannot stand in a FROM; the file may be there in part.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the file may be there in part.</exception>
    public Task<StoredRows> StoreAsync(QueryRequest request, string path, LongRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckLength(request.Sql);
        return RunAsync(request.Sql, run.Timeout, (connection, watch) =>
        {
            using var meter = ProgressMeter.Start(connection, run.Progress);
            return ParquetStoring.Write(connection, request, path, watch);
        }, cancellationToken);
    }

    /// <summary>Streams all rows, whatever the request's limit, as <c>[[…],…]</c> into a pipe. Returns the rows written.</summary>
    /// <param name="onColumns">Called once before the first byte, and only when the statement has started well; may write to the pipe.</param>
    /// <exception cref="QueryException">It failed or ran out of time; when <paramref name="onColumns"/> was called, the JSON is cut short and the reader must be told so.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the reader went away; the engine has stopped.</exception>
    public Task<long> WriteRowsAsync(
        QueryRequest request, PipeWriter output, Action<IReadOnlyList<ResultColumn>>? onColumns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        CheckLength(request.Sql);
        return RunAsync(request.Sql, _options.QueryTimeout,
            (connection, watch) => RowsStreaming.Write(connection, request, output, onColumns, watch, _options.MaxResultBytes), cancellationToken,
            again: (connection, watch) => RowsStreaming.FindFailure(connection, request, watch));
    }

    /// <summary>Goes on with an empty database, as after a fatal error. Statements that run in the one before end as they may.</summary>
    public void Reopen() => Replace(_database);

    /// <summary>Waits for running statements and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate) _isClosed = true;
        await _database.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(_closing).ConfigureAwait(false);
    }

    private void Replace(OpenedDatabase broken)
    {
        lock (_gate)
        {
            if (_isClosed || _database != broken) return; // another statement saw it first
            _database = new(_options, broken.Number + 1);
            _closing.RemoveAll(closing => closing.IsCompletedSuccessfully);
            _closing.Add(broken.DisposeAsync().AsTask());
        }
    }

    private void CheckLength(string sql)
    {
        if (sql.Length > _options.MaxSqlChars)
            throw new QueryException(ErrorCode.SqlForbidden, $"The statement is longer than {_options.MaxSqlChars:N0} characters. Bind long lists as parameters.");
    }

    /// <param name="again">Finds the cause of a statement that DuckDB ended itself; <paramref name="work"/> where it can run twice.</param>
    internal async Task<T> RunAsync<T>(
        string sql, TimeSpan timeout, Func<EngineConnection, QueryWatch, T> work, CancellationToken cancellationToken, Func<EngineConnection, QueryWatch, T>? again = null)
    {
        for (; ; )
        {
            var database = _database;
            try
            {
                return await database.Workers.RunAsync(connection => Work(connection, sql, timeout, work, again ?? work, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (QueryException e) when (e.InnerException is DuckDbNativeException cause && NativeError.Parse(cause).IsFatal)
            {
                Replace(database); // it answers nothing any more
                throw;
            }
            catch (OutOfMemoryException e) // of our own, beside a statement that took all there was
            {
                throw ErrorTranslator.OutOfMemory(e);
            }
            catch (ObjectDisposedException) when (_database != database)
            {
                // it waited for a turn in a database that was replaced meanwhile
            }
        }
    }

    private T Work<T>(
        EngineConnection connection, string sql, TimeSpan timeout, Func<EngineConnection, QueryWatch, T> work, Func<EngineConnection, QueryWatch, T> again, CancellationToken cancellationToken)
    {
        using var watch = new QueryWatch(connection, timeout, _options.Clock, cancellationToken);
        using var memory = MemoryGuard.Enter();
        try
        {
            return OwnInterrupts.Retry(work, again, connection, watch);
        }
        catch (DuckDbNativeException) when (watch.IsStopped)
        {
            throw watch.StopException();
        }
        catch (OperationCanceledException) when (watch.IsStopped)
        {
            throw watch.StopException();
        }
        catch (DuckDbNativeException e)
        {
            throw ErrorTranslator.Translate(e, sql);
        }
    }
}
