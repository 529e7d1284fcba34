using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;
using Grpc.Core;

namespace Chartwright.SparkConnect.Execution;

/// <summary>One operation's answers in order, over as many streams as it takes: each ends after two minutes by rule, and any may break. One reader.</summary>
/// <remarks>Only ResultComplete ends an operation; a stream that ends well without it is taken up where it was left (SPARK-43754).</remarks>
internal sealed class ReattachableExecution(SparkSession session, Guid operationId, Func<CancellationToken, AsyncServerStreamingCall<ExecutePlanResponse>> execute) : IDisposable
{
    private const int MaxTakeovers = 5; // of our stream by another owner: two owners would detach each other for ever

    private AsyncServerStreamingCall<ExecutePlanResponse>? _call;
    private bool _started, _answered, _isComplete, _reportsProgress;
    private int _failures, _takeovers;
    private long? _failingSince;

    /// <summary>Of the newest answer, or null.</summary>
    public string? LastResponseId { get; private set; }

    public RetryPolicy Retry { get; init; } = RetryPolicy.ForJobs;

    /// <summary>Without any answer for this long a stream is taken for dead and read anew. Spark 4 sends progress every second or two.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An operation that an earlier process began.</summary>
    public static ReattachableExecution Resume(SparkSession session, Guid operationId, string? lastResponseId, RetryPolicy retry) =>
        new(session, operationId, cancellationToken => session.Reattach(operationId, lastResponseId, cancellationToken)) { LastResponseId = lastResponseId, Retry = retry, _started = true, _answered = true };

    /// <returns>The next answer, or null when the operation is complete.</returns>
    /// <exception cref="SparkException">The operation failed, or is lost (<see cref="SparkFaultKind.Lost"/>).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the operation goes on.</exception>
    public async Task<ExecutePlanResponse?> NextAsync(CancellationToken cancellationToken)
    {
        while (!_isComplete)
        {
            try
            {
                _call ??= Open(cancellationToken);
                if (await ReadAsync(_call.ResponseStream, cancellationToken) is { } answer)
                {
                    Accept(answer);
                    if (_isComplete) break;
                    return answer;
                }
                Close();
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException failure)
            {
                Close();
                await RecoverAsync(failure, cancellationToken);
            }
        }
        Close();
        return null;
    }

    public void Dispose() => Close();

    private AsyncServerStreamingCall<ExecutePlanResponse> Open(CancellationToken cancellationToken)
    {
        if (_started) return session.Reattach(operationId, LastResponseId, cancellationToken);
        _started = true;
        return execute(cancellationToken);
    }

    private async Task<ExecutePlanResponse?> ReadAsync(IAsyncStreamReader<ExecutePlanResponse> stream, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, session.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await stream.MoveNext(either.Token) ? stream.Current : null;
        }
        catch (Exception failure) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested && failure is RpcException or OperationCanceledException)
        {
            if (_reportsProgress) throw new RpcException(new(StatusCode.Unavailable, $"No answer for {Silence.TotalSeconds} s."));
            return null; // 3.5 and Sail have nothing to say while a job runs
        }
    }

    private void Accept(ExecutePlanResponse answer)
    {
        session.Observe(answer.SessionId, answer.ServerSideSessionId);
        (_answered, _failures, _failingSince, _takeovers) = (true, 0, null, 0);
        if (answer.ResponseId.Length > 0) LastResponseId = answer.ResponseId;
        _reportsProgress |= answer.ResponseTypeCase is ExecutePlanResponse.ResponseTypeOneofCase.ExecutionProgress;
        _isComplete = answer.ResponseTypeCase is ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete;
    }

    /// <summary>Decides how to go on after a broken stream, and waits for it.</summary>
    private async Task RecoverAsync(RpcException failure, CancellationToken cancellationToken)
    {
        var errorClass = SparkFaultReader.Read(failure, null).ErrorClass ?? "";
        switch (errorClass)
        {
            case "INVALID_HANDLE.OPERATION_NOT_FOUND" or "INVALID_HANDLE.SESSION_NOT_FOUND" when !_answered:
                _started = false; // the request never arrived: the same again, under the same id
                break;
            case "INVALID_HANDLE.OPERATION_ALREADY_EXISTS" when !_answered:
                break; // it did arrive: read it
            case "INVALID_CURSOR.POSITION_NOT_AVAILABLE" or "INVALID_CURSOR.POSITION_NOT_FOUND" when LastResponseId is not null:
                LastResponseId = null; // our place is gone: all that is kept
                break;
            case "INVALID_CURSOR.DISCONNECTED" when ++_takeovers <= MaxTakeovers:
            case not "INVALID_CURSOR.DISCONNECTED" when SparkStatus.IsTransient(failure):
                break;
            default:
                throw await session.ExplainAsync(failure, cancellationToken);
        }
        _failingSince ??= session.Clock.GetTimestamp();
        var wait = Retry.WaitAfter(++_failures, session.Clock.GetElapsedTime(_failingSince.Value), SparkStatus.FindRetryDelay(failure))
            ?? throw await session.ExplainAsync(failure, cancellationToken);
        await Task.Delay(wait, session.Clock, cancellationToken);
    }

    private void Close()
    {
        _call?.Dispose(); // resets the stream, its end reached or not
        _call = null;
    }
}
