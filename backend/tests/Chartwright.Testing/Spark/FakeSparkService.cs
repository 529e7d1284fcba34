using Chartwright.SparkConnect.Protocol;
using Grpc.Core;

namespace Chartwright.Testing.Spark;

/// <summary>The calls of <see cref="FakeSparkServer"/>, with the checks of Spark 4.3.</summary>
internal sealed class FakeSparkService(FakeSparkServer server) : SparkConnectService.SparkConnectServiceBase
{
    public override Task ExecutePlan(ExecutePlanRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        Enter(nameof(ExecutePlan), context, request.ClientObservedServerSideSessionId);
        if (!Guid.TryParse(request.OperationId, out _) || !Guid.TryParse(request.SessionId, out _)) throw FakeSparkFailure.Of("INVALID_HANDLE.FORMAT", "HY000", "The handle is no UUID.");
        if (!request.RequestOptions.Any(option => option.ReattachOptions?.Reattachable is true)) throw new RpcException(new(StatusCode.InvalidArgument, "not reattachable"));
        var operation = new FakeSparkOperation(request, server.ServerSession);
        if (!server.Operations.TryAdd(operation.Id, operation)) throw FakeSparkFailure.Of("INVALID_HANDLE.OPERATION_ALREADY_EXISTS", "HY000", "The operation exists.");
        server.OnExecute(operation);
        return operation.StreamAsync(null, responseStream, context.CancellationToken);
    }

    public override Task ReattachExecute(ReattachExecuteRequest request, IServerStreamWriter<ExecutePlanResponse> responseStream, ServerCallContext context)
    {
        Enter(nameof(ReattachExecute), context, request.ClientObservedServerSideSessionId);
        return Find(request.OperationId).StreamAsync(request.HasLastResponseId ? request.LastResponseId : null, responseStream, context.CancellationToken);
    }

    public override Task<ReleaseExecuteResponse> ReleaseExecute(ReleaseExecuteRequest request, ServerCallContext context)
    {
        Enter(nameof(ReleaseExecute), context, request.ClientObservedServerSideSessionId);
        Find(request.OperationId).Release(request.ReleaseUntil?.ResponseId);
        return Task.FromResult(new ReleaseExecuteResponse { SessionId = request.SessionId, OperationId = request.OperationId, ServerSideSessionId = server.ServerSession });
    }

    public override Task<InterruptResponse> Interrupt(InterruptRequest request, ServerCallContext context)
    {
        Enter(nameof(Interrupt), context, request.ClientObservedServerSideSessionId);
        var reply = new InterruptResponse { SessionId = request.SessionId, ServerSideSessionId = server.ServerSession };
        if (!server.Operations.TryGetValue(request.OperationId, out var operation)) return Task.FromResult(reply);
        reply.InterruptedIds.Add(operation.Id);
        if (operation.HeedsInterrupt) operation.Fail(FakeSparkFailure.Of("OPERATION_CANCELED", "HY008", "The operation has been canceled."));
        return Task.FromResult(reply);
    }

    public override Task<AnalyzePlanResponse> AnalyzePlan(AnalyzePlanRequest request, ServerCallContext context)
    {
        server.Analysed.Enqueue(request);
        Enter(nameof(AnalyzePlan), context, request.ClientObservedServerSideSessionId);
        var reply = new AnalyzePlanResponse { SessionId = request.SessionId, ServerSideSessionId = server.ServerSession };
        if (request.SparkVersion is not null) reply.SparkVersion = new() { Version = "4.3.0" };
        else if (request.Schema is not null) reply.Schema = new() { Schema_ = server.Schema };
        else throw new RpcException(new(StatusCode.Unimplemented, "not in the fake"));
        return Task.FromResult(reply);
    }

    public override Task<ConfigResponse> Config(ConfigRequest request, ServerCallContext context)
    {
        Enter(nameof(Config), context, request.ClientObservedServerSideSessionId);
        foreach (var pair in request.Operation.Set.Pairs)
        {
            if (server.StaticKeys.Contains(pair.Key)) throw FakeSparkFailure.Of("CANNOT_MODIFY_STATIC_CONFIG", "46110", $"Cannot modify the value of the static Spark config: {pair.Key}.");
            server.Settings[pair.Key] = pair.Value;
        }
        return Task.FromResult(new ConfigResponse { SessionId = request.SessionId, ServerSideSessionId = server.ServerSession });
    }

    public override Task<ReleaseSessionResponse> ReleaseSession(ReleaseSessionRequest request, ServerCallContext context)
    {
        Enter(nameof(ReleaseSession), context, "");
        server.ClosedSessions.Enqueue(request.SessionId);
        return Task.FromResult(new ReleaseSessionResponse { SessionId = request.SessionId, ServerSideSessionId = server.ServerSession });
    }

    public override Task<FetchErrorDetailsResponse> FetchErrorDetails(FetchErrorDetailsRequest request, ServerCallContext context)
    {
        Enter(nameof(FetchErrorDetails), context, request.ClientObservedServerSideSessionId);
        return Task.FromResult(server.ErrorDetails.TryRemove(request.ErrorId, out var details) ? details : new() { SessionId = request.SessionId, ServerSideSessionId = server.ServerSession });
    }

    private void Enter(string call, ServerCallContext context, string observed)
    {
        server.Calls.Enqueue(call);
        if (server.Token is { } token && context.RequestHeaders.GetValue("authorization") != $"Bearer {token}") throw new RpcException(new(StatusCode.Unauthenticated, "Invalid authentication token"));
        server.OnCall(call);
        if (observed.Length > 0 && observed != server.ServerSession) throw FakeSparkFailure.Of("INVALID_HANDLE.SESSION_CHANGED", "08003", "The existing Spark server driver instance has restarted.");
    }

    private FakeSparkOperation Find(string operationId) =>
        server.Operations.TryGetValue(operationId, out var operation) ? operation : throw FakeSparkFailure.Of("INVALID_HANDLE.OPERATION_NOT_FOUND", "HY000", "The operation is not found.");
}
