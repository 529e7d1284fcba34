using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Execution;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Batch;

/// <summary>One operation from its first answer to its last: progress, the row count, the place to come back to, and a stop that the cluster confirms.</summary>
internal sealed class SparkAttempt(SparkSession session, SparkHandle handle, IBatchObserver observer)
{
    private static readonly TimeSpan KeepPlaceEvery = TimeSpan.FromSeconds(30);

    private SparkHandle _handle = handle;
    private long? _rows;
    private long _keptAt = session.Clock.GetTimestamp();

    public TimeSpan ConfirmLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <returns>The rows that were counted, or null when the server counts none.</returns>
    /// <exception cref="SparkException">It failed, was interrupted, or is lost.</exception>
    /// <exception cref="QueryException">It was to stop, and the cluster did not confirm it.</exception>
    public async Task<long?> RunAsync(ReattachableExecution execution, CancellationToken stop)
    {
        await using var watch = new OperationWatch(session, _handle.OperationId, ConfirmLimit, stop);
        try
        {
            while (await execution.NextAsync(watch.Patience) is { } answer)
            {
                Read(answer);
                if (session.Clock.GetElapsedTime(_keptAt) >= KeepPlaceEvery) await KeepPlaceAsync(execution.LastResponseId, watch.Patience);
            }
        }
        catch (OperationCanceledException e) when (watch.Patience.IsCancellationRequested)
        {
            throw new QueryException(ErrorCode.EngineUnavailable, "The Spark cluster did not confirm that the job has stopped; it may still run there.", innerException: e);
        }
        await session.ReleaseAsync(_handle.OperationId, null, CancellationToken.None);
        return _rows;
    }

    private void Read(ExecutePlanResponse answer)
    {
        if (answer.ExecutionProgress is { } progress) observer.Progressed(SparkProgress.Read(progress));
        foreach (var observed in answer.ObservedMetrics.Where(observed => observed.Name == WritePlan.Observation))
        {
            var at = observed.Keys.IndexOf(WritePlan.RowsKey);
            if (at >= 0 && at < observed.Values.Count) _rows = observed.Values[at].Long;
        }
    }

    /// <summary>First stored, then dropped by the server: a restart of ours finds every answer behind the stored place.</summary>
    private async Task KeepPlaceAsync(string? lastResponseId, CancellationToken cancellationToken)
    {
        _keptAt = session.Clock.GetTimestamp();
        if (lastResponseId is null) return;
        _handle = _handle with { LastResponseId = lastResponseId, ServerSession = session.ServerSession };
        await observer.ReattachableAsync(_handle.ToString(), cancellationToken);
        await session.ReleaseAsync(_handle.OperationId, lastResponseId, cancellationToken);
    }
}
