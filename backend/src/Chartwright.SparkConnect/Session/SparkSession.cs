using Chartwright.SparkConnect.Connection;
using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Protocol;
using Grpc.Core;

namespace Chartwright.SparkConnect.Session;

/// <summary>One session of one cluster, and its calls: fills in who asks and which server process answered first. Thread-safe.</summary>
/// <remarks>The first call with a new <see cref="SessionId"/> makes the session; a released one cannot be used again.</remarks>
public sealed class SparkSession(SparkChannel channel, Guid sessionId, TimeProvider clock)
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnalysisLimit = TimeSpan.FromSeconds(60); // files are listed there

    private readonly SparkConnectService.SparkConnectServiceClient _client = channel.Client;
    private readonly UserContext _user = new() { UserId = channel.Connection.UserId, UserName = channel.Connection.UserId };
    private readonly string _sessionId = sessionId.ToString();
    private string? _serverSession;

    public Guid SessionId => sessionId;

    public string ClientType { get; } = $"{channel.Connection.UserAgent} chartwright/{typeof(SparkSession).Assembly.GetName().Version?.ToString(3)} dotnet/{Environment.Version.ToString(2)}".Trim();

    public RetryPolicy Retry { get; init; } = RetryPolicy.ForCalls;

    public TimeProvider Clock => clock;

    /// <summary>The id the server process gave this session; sent with every later call, so that a restarted server says so. Null before the first answer and from 3.5.</summary>
    public string? ServerSession
    {
        get => _serverSession;
        init => _serverSession = value;
    }

    /// <returns>E.g. <c>4.3.0</c>.</returns>
    /// <exception cref="SparkException">As for every call.</exception>
    public async Task<string> GetVersionAsync(CancellationToken cancellationToken) =>
        (await AnalyzeAsync(new() { SparkVersion = new() }, cancellationToken)).SparkVersion.Version;

    /// <summary>The columns of a plan. It is analysed by the server, so its text must have passed the gate.</summary>
    public async Task<DataType> GetSchemaAsync(Relation plan, CancellationToken cancellationToken) =>
        (await AnalyzeAsync(new() { Schema = new() { Plan = new() { Root = plan } } }, cancellationToken)).Schema.Schema_;

    /// <summary>Sets what the server lets be set; a key it refuses is left as it is.</summary>
    /// <returns>The keys that were refused.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(IReadOnlyCollection<KeyValuePair<string, string>> settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            await ConfigureAsync(settings, cancellationToken);
            return [];
        }
        catch (SparkException failure) when (settings.Count > 1 && failure.Fault.Kind is SparkFaultKind.Statement or SparkFaultKind.Server)
        {
            List<string> refused = [];
            foreach (var setting in settings)
                refused.AddRange(await SetAsync([setting], cancellationToken));
            return refused;
        }
        catch (SparkException failure) when (failure.Fault.Kind is SparkFaultKind.Statement or SparkFaultKind.Server)
        {
            return [.. settings.Select(setting => setting.Key)];
        }
    }

    /// <summary>Asks the server to stop an operation; its stream then ends with OPERATION_CANCELED.</summary>
    /// <returns>False when the server knew no such running operation.</returns>
    public async Task<bool> InterruptAsync(Guid operationId, CancellationToken cancellationToken)
    {
        var request = new InterruptRequest { SessionId = _sessionId, UserContext = _user, ClientType = ClientType, InterruptType = InterruptRequest.Types.InterruptType.OperationId, OperationId = operationId.ToString() };
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        var reply = await CallAsync(options => _client.InterruptAsync(request, options), CallLimit, cancellationToken);
        return reply.InterruptedIds.Count > 0;
    }

    /// <summary>Ends an operation on the server, or with <paramref name="until"/> only drops its answers up to that one. A failure is no matter: the server forgets by itself.</summary>
    public Task ReleaseAsync(Guid operationId, string? until, CancellationToken cancellationToken)
    {
        var request = new ReleaseExecuteRequest { SessionId = _sessionId, UserContext = _user, ClientType = ClientType, OperationId = operationId.ToString() };
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        if (until is null) request.ReleaseAll = new(); else request.ReleaseUntil = new() { ResponseId = until };
        return TryAsync(options => _client.ReleaseExecuteAsync(request, options), cancellationToken);
    }

    /// <summary>Ends the session; running operations of it are stopped. A failure is no matter: the server ends it after an hour.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) =>
        TryAsync(options => _client.ReleaseSessionAsync(new() { SessionId = _sessionId, UserContext = _user, ClientType = ClientType }, options), cancellationToken);

    /// <summary>Reads a failure whole, with a call to the server where it kept more. Once only: the server forgets what it was asked for.</summary>
    public async Task<SparkException> ExplainAsync(RpcException failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        FetchErrorDetailsResponse? details = null;
        if (SparkStatus.ReadFacts(failure).TryGetValue("errorId", out var errorId))
        {
            var request = new FetchErrorDetailsRequest { SessionId = _sessionId, UserContext = _user, ClientType = ClientType, ErrorId = errorId };
            if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
            details = await TryAsync(options => _client.FetchErrorDetailsAsync(request, options), cancellationToken);
        }
        return new(SparkFaultReader.Read(failure, details), failure);
    }

    /// <summary>Starts a plan so that its answers can be read again from any place. The caller disposes the call.</summary>
    internal AsyncServerStreamingCall<ExecutePlanResponse> Execute(Plan plan, Guid operationId, string tag, CancellationToken cancellationToken)
    {
        var request = new ExecutePlanRequest
        {
            SessionId = _sessionId,
            UserContext = _user,
            ClientType = ClientType,
            Plan = plan,
            OperationId = operationId.ToString(),
            Tags = { tag },
            RequestOptions = { new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new() { Reattachable = true } } },
        };
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        return _client.ExecutePlan(request, cancellationToken: cancellationToken);
    }

    /// <summary>The answers after <paramref name="lastResponseId"/>, or all that are kept. The caller disposes the call.</summary>
    internal AsyncServerStreamingCall<ExecutePlanResponse> Reattach(Guid operationId, string? lastResponseId, CancellationToken cancellationToken)
    {
        var request = new ReattachExecuteRequest { SessionId = _sessionId, UserContext = _user, ClientType = ClientType, OperationId = operationId.ToString() };
        if (lastResponseId is not null) request.LastResponseId = lastResponseId;
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        return _client.ReattachExecute(request, cancellationToken: cancellationToken);
    }

    /// <summary>Remembers the server's process by its first answer.</summary>
    /// <exception cref="SparkException">Another process answers now: <see cref="SparkFaultKind.Lost"/>.</exception>
    internal void Observe(string answeredSession, string serverSession)
    {
        if (answeredSession.Length > 0 && answeredSession != _sessionId) throw new SparkException(new(SparkFaultKind.Server, null, null, "The server answered for another session."));
        if (serverSession.Length == 0) return;
        var first = Interlocked.CompareExchange(ref _serverSession, serverSession, null) ?? serverSession;
        if (first != serverSession) throw new SparkException(new(SparkFaultKind.Lost, "INVALID_HANDLE.SESSION_CHANGED", "HY000", "The server was started again."));
    }

    private async Task<AnalyzePlanResponse> AnalyzeAsync(AnalyzePlanRequest request, CancellationToken cancellationToken)
    {
        (request.SessionId, request.UserContext, request.ClientType) = (_sessionId, _user, ClientType);
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        var reply = await CallAsync(options => _client.AnalyzePlanAsync(request, options), AnalysisLimit, cancellationToken);
        Observe(reply.SessionId, reply.ServerSideSessionId);
        return reply;
    }

    private async Task ConfigureAsync(IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellationToken)
    {
        var request = new ConfigRequest { SessionId = _sessionId, UserContext = _user, ClientType = ClientType, Operation = new() { Set = new() { Silent = true } } };
        request.Operation.Set.Pairs.AddRange(settings.Select(setting => new Protocol.KeyValue { Key = setting.Key, Value = setting.Value }));
        if (ServerSession is { } seen) request.ClientObservedServerSideSessionId = seen;
        var reply = await CallAsync(options => _client.ConfigAsync(request, options), AnalysisLimit, cancellationToken);
        Observe(reply.SessionId, reply.ServerSideSessionId);
    }

    private async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await Retry.RunAsync(async () => await call(Options(limit, cancellationToken)), clock, cancellationToken);
        }
        catch (RpcException failure)
        {
            throw await ExplainAsync(failure, cancellationToken);
        }
    }

    private static async Task<T?> TryAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call(Options(CallLimit, cancellationToken));
        }
        catch (RpcException)
        {
            return null; // not there on older servers, or gone with its server
        }
    }

    // gRPC keeps deadlines by the system's clock
    private static CallOptions Options(TimeSpan limit, CancellationToken cancellationToken) => new(deadline: DateTime.UtcNow + limit, cancellationToken: cancellationToken);
}
