using System.Text;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Testing;

/// <summary>Answers queries by a function; remembers what was asked. Thread-safe.</summary>
public sealed class FakeQueryService(Func<QueryRequest, CancellationToken, Task<QueryResult>> answer) : IQueryService
{
    public static readonly DateTimeOffset FetchedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<QueryRequest> _requests = [];
    private readonly Dictionary<string, QueryRequest> _known = new(StringComparer.Ordinal);

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<QueryRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public static FakeQueryService Answering(QueryResult result) => new((_, _) => Task.FromResult(result));

    public static FakeQueryService Answering(Func<QueryRequest, QueryResult> answer) => new((request, _) => Task.FromResult(answer(request)));

    public static FakeQueryService Failing(QueryException error) => new((_, _) => Task.FromException<QueryResult>(error));

    /// <summary>Runs until cancelled, and then until <paramref name="engineStops"/>: an engine that takes its time to agree.</summary>
    /// <param name="started">Completed when a statement runs.</param>
    public static FakeQueryService Blocking(TaskCompletionSource started, Task engineStops) => new(async (_, cancellationToken) =>
    {
        started.TrySetResult();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
        await cancelled.Task;
        await engineStops;
        throw new OperationCanceledException(cancellationToken);
    });

    /// <summary>A result of columns written <c>name TYPE</c> and rows as JSON, <c>[[…],…]</c>.</summary>
    /// <param name="rowCount">The exact total when it is more than the rows given.</param>
    public static QueryResult Result(string columns, string rows, long? rowCount = null, string cacheKey = "k1")
    {
        using var document = System.Text.Json.JsonDocument.Parse(rows);
        var returned = document.RootElement.GetArrayLength();
        return new()
        {
            Columns = [.. columns.Split(", ").Select(column => column.Split(' ', 2)).Select(parts => new ResultColumn(parts[0], parts[1]))],
            Rows = new(Encoding.UTF8.GetBytes(rows)),
            ReturnedRows = returned,
            RowCount = rowCount ?? returned,
            Truncated = rowCount > returned,
            FetchedAt = FetchedAt,
            DataVersion = "v1",
            CacheKey = cacheKey,
            Elapsed = TimeSpan.FromMilliseconds(2),
        };
    }

    public async Task<QueryResult> QueryAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
            _requests.Add(request);
        var result = await answer(request, cancellationToken);
        lock (_lock)
            _known[result.CacheKey] = request;
        return result;
    }

    public async Task<QueryResult> RefreshAsync(string cacheKey, CancellationToken cancellationToken)
    {
        QueryRequest? request;
        lock (_lock)
            request = _known.GetValueOrDefault(cacheKey);
        return request is null
            ? throw new QueryException(ErrorCode.UnknownResult, "There is no such result.")
            : await QueryAsync(request, cancellationToken);
    }

    public async Task<QueryResult?> FindAsync(string cacheKey, CancellationToken cancellationToken)
    {
        bool isKnown;
        lock (_lock)
            isKnown = _known.ContainsKey(cacheKey);
        return isKnown ? await RefreshAsync(cacheKey, cancellationToken) : null;
    }
}
