using Chartwright.SparkConnect.Protocol;
using Grpc.Core;

namespace Chartwright.Testing.Spark;

/// <summary>One operation on the fake cluster: its answers are kept and can be read again from any place, as Spark does it. A test says when what happens.</summary>
public sealed class FakeSparkOperation(ExecutePlanRequest request, string serverSession)
{
    private readonly Lock _lock = new();
    private readonly List<ExecutePlanResponse> _answers = [];
    private TaskCompletionSource _changed = NewSource();
    private TaskCompletionSource<RpcException?> _stream = new();
    private RpcException? _failure;
    private int _released;
    private bool _served;

    public ExecutePlanRequest Request => request;

    public string Id => request.OperationId;

    /// <summary>An interrupt is confirmed on the stream; false for a server that does not.</summary>
    public bool HeedsInterrupt { get; set; } = true;

    /// <summary>Streams that were opened, the first included.</summary>
    public int StreamCount { get; private set; }

    public bool IsReleased { get; private set; }

    public FakeSparkOperation Send(ExecutePlanResponse answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_lock)
        {
            answer = answer.Clone();
            (answer.SessionId, answer.ServerSideSessionId, answer.OperationId) = (request.SessionId, serverSession, Id);
            answer.ResponseId = $"r{_answers.Count + 1}";
            _answers.Add(answer);
        }
        return Pulse();
    }

    /// <summary>One stage of so many tasks.</summary>
    public FakeSparkOperation SendProgress(long completed, long tasks, long bytesRead = 0, bool done = false) => Send(new()
    {
        ExecutionProgress = new() { Stages = { new ExecutePlanResponse.Types.ExecutionProgress.Types.StageInfo { NumTasks = tasks, NumCompletedTasks = completed, InputBytesRead = bytesRead, Done = done } }, NumInflightTasks = 1 },
    });

    public FakeSparkOperation SendObserved(string key, long value) => Send(new()
    {
        ObservedMetrics = { new ExecutePlanResponse.Types.ObservedMetrics { Name = "job", Keys = { key }, Values = { new Expression.Types.Literal { Long = value } } } },
    });

    public FakeSparkOperation Complete() => Send(new() { ResultComplete = new() });

    public FakeSparkOperation Fail(RpcException failure)
    {
        lock (_lock) _failure ??= failure;
        return Pulse();
    }

    /// <summary>Ends the stream that is open, or the next one: well, as after two minutes, or with a failure. The operation goes on.</summary>
    public FakeSparkOperation EndStream(RpcException? failure = null)
    {
        lock (_lock) _stream.TrySetResult(failure);
        return this;
    }

    /// <summary>Ends when an answer beyond <paramref name="count"/> streams was asked for.</summary>
    public async Task WaitForStreamsAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (StreamCount >= count) return;
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    internal async Task StreamAsync(string? lastResponseId, IServerStreamWriter<ExecutePlanResponse> writer, CancellationToken cancellationToken)
    {
        var at = Find(lastResponseId);
        Task<RpcException?> end;
        lock (_lock)
        {
            StreamCount++;
            if (_stream.Task.IsCompleted && StreamCount > 1 && _served) _stream = new();
            end = _stream.Task;
        }
        Pulse();
        while (true)
        {
            List<ExecutePlanResponse> ready;
            Task changed;
            RpcException? failure;
            lock (_lock) (ready, changed, failure) = ([.. _answers.Skip(at)], _changed.Task, _failure);
            foreach (var answer in ready) await writer.WriteAsync(answer, cancellationToken);
            at += ready.Count;
            if (ready.Any(answer => answer.ResultComplete is not null)) return;
            if (failure is not null) throw failure;
            if (end.IsCompleted)
            {
                lock (_lock) _served = true;
                if (await end is { } broken) throw broken;
                return;
            }
            await Task.WhenAny(changed, end).WaitAsync(cancellationToken);
        }
    }

    internal void Release(string? until)
    {
        lock (_lock)
        {
            if (until is null) IsReleased = true; else _released = Math.Max(_released, _answers.FindIndex(answer => answer.ResponseId == until) + 1);
        }
    }

    private int Find(string? lastResponseId)
    {
        lock (_lock)
        {
            var at = lastResponseId is null ? 0 : _answers.FindIndex(answer => answer.ResponseId == lastResponseId) + 1;
            if (lastResponseId is not null && at == 0) throw FakeSparkFailure.Of("INVALID_CURSOR.POSITION_NOT_FOUND", "HY109", "The cursor position is not found.");
            return at >= _released ? at : throw FakeSparkFailure.Of("INVALID_CURSOR.POSITION_NOT_AVAILABLE", "HY109", "The cursor position is no longer available.");
        }
    }

    private FakeSparkOperation Pulse()
    {
        lock (_lock)
        {
            _changed.TrySetResult();
            _changed = NewSource();
        }
        return this;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
