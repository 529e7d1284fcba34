using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Connection;
using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Execution;
using Chartwright.SparkConnect.Session;
using Chartwright.SparkConnect.Sql;

namespace Chartwright.SparkConnect.Batch;

/// <summary>Runs batch jobs on a cluster that speaks Spark Connect: every attempt in a session of its own, written by the cluster itself.</summary>
/// <remarks>Only a query that passed <see cref="SparkSqlGate"/> leaves this process, wrapped, as the input of one write.</remarks>
public sealed class SparkBatchEngine(SparkChannel channel, SparkOptions options, ResultPaths paths, TimeProvider clock) : IBatchEngine
{
    private volatile bool _countsRows = true; // Sail refuses CollectMetrics

    public string Name => "spark";

    /// <summary>How calls are tried again.</summary>
    internal RetryPolicy CallRetry { get; init; } = RetryPolicy.ForCalls;

    /// <summary>How a job under way is found again.</summary>
    internal RetryPolicy JobRetry { get; init; } = RetryPolicy.ForJobs;

    internal TimeSpan ConfirmLimit { get; init; } = TimeSpan.FromSeconds(30);

    internal TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public async Task<BatchOutcome> RunAsync(BatchRequest request, IBatchObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(observer);
        var sql = SparkSqlGate.Check(request.Sql);
        var session = new SparkSession(channel, Guid.NewGuid(), clock) { Retry = CallRetry };
        return await LimitAsync(request, session, async stop =>
        {
            await SessionSetup.PrepareAsync(session, options, stop);
            var columns = SparkColumns.Check(await session.GetSchemaAsync(WritePlan.Query(sql), stop), request.Format);
            var handle = new SparkHandle(session.SessionId, Guid.NewGuid(), session.ServerSession, null, columns, _countsRows);
            try
            {
                return await WriteAsync(request, sql, session, handle, observer, stop);
            }
            catch (SparkException failure) when (handle.IsCounted && RefusesToCount(failure))
            {
                _countsRows = false;
                return await WriteAsync(request, sql, session, handle with { OperationId = Guid.NewGuid(), IsCounted = false }, observer, stop);
            }
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BatchOutcome?> ResumeAsync(BatchRequest request, string handle, IBatchObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(observer);
        if (SparkHandle.Parse(handle) is not { } known) return null;
        var session = new SparkSession(channel, known.SessionId, clock) { Retry = CallRetry, ServerSession = known.ServerSession };
        using var execution = ReattachableExecution.Resume(session, known.OperationId, known.LastResponseId, JobRetry);
        return await LimitAsync(request, session, stop => FinishAsync(request, known, session, execution, observer, stop), cancellationToken);
    }

    private async Task<BatchOutcome> WriteAsync(BatchRequest request, string sql, SparkSession session, SparkHandle handle, IBatchObserver observer, CancellationToken stop)
    {
        var plan = WritePlan.Build(sql, request.Format, paths.AtCluster(request.Directory), request.MaxRows, handle.IsCounted);
        await observer.ReattachableAsync(handle.ToString(), stop); // known before it can run
        using var execution = new ReattachableExecution(session, handle.OperationId, cancellationToken => session.Execute(plan, handle.OperationId, $"job-{request.JobId}", cancellationToken)) { Retry = JobRetry, Silence = Silence };
        return await FinishAsync(request, handle, session, execution, observer, stop)
            ?? throw SparkTranslator.Lost(new InvalidOperationException("The server forgot the operation."));
    }

    /// <returns>Null when the operation is lost and had not committed.</returns>
    private async Task<BatchOutcome?> FinishAsync(BatchRequest request, SparkHandle handle, SparkSession session, ReattachableExecution execution, IBatchObserver observer, CancellationToken stop)
    {
        long? rows;
        try
        {
            rows = await new SparkAttempt(session, handle, observer) { ConfirmLimit = ConfirmLimit }.RunAsync(execution, stop);
        }
        catch (SparkException failure) when (failure.Fault.Kind is SparkFaultKind.Lost or SparkFaultKind.Unavailable && !stop.IsCancellationRequested)
        {
            if (!AttemptFiles.IsCommitted(request.Directory)) return null;
            rows = null;
        }
        AttemptFiles.Check(request.Directory);
        // none is what a server says that lost count, too: then the files tell
        var counted = handle.IsCounted && rows is > 0 ? rows : null;
        return new(handle.Columns, counted is { } known && request.MaxRows is { } most ? Math.Min(known, most) : counted, counted > request.MaxRows);
    }

    /// <summary>Runs within the request's time, in words of the port, and leaves no session behind.</summary>
    private async Task<T> LimitAsync<T>(BatchRequest request, SparkSession session, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(request.TimeLimit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await run(stop.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or SparkException { Fault.Kind: SparkFaultKind.Cancelled or SparkFaultKind.Lost } && stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new QueryException(ErrorCode.QueryTimeout, $"The job took longer than {request.TimeLimit.TotalSeconds:N0} s and was stopped.", innerException: failure);
        }
        catch (SparkException failure)
        {
            throw SparkTranslator.Translate(failure);
        }
        finally
        {
            await session.CloseAsync(CancellationToken.None);
        }
    }

    private static bool RefusesToCount(SparkException failure) =>
        failure.Fault is { Kind: SparkFaultKind.Server, ErrorClass: null } && failure.Fault.Message.Contains("collect metrics", StringComparison.OrdinalIgnoreCase);
}
