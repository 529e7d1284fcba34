using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.Query.Guard;
using Chartwright.Query.Jobs;

namespace Chartwright.Query.Results;

/// <param name="Key">Names the result.</param>
/// <param name="Request">What was asked, with the values it binds and no others.</param>
/// <param name="Jobs">The jobs whose results it may read.</param>
internal sealed record ReadyStatement(string Key, string DataVersion, GuardedStatement Statement, QueryRequest Request, IReadOnlyList<Job> Jobs)
{
    /// <summary>The engine that fetched the rows: of the jobs where there are some.</summary>
    public string Engine => Jobs.Count == 0 ? DuckDbBatchEngine.EngineName : Jobs[0].Engine;

    /// <summary>Time in the engines: of the jobs and of reading their files.</summary>
    public TimeSpan Elapsed(TimeSpan own) => own + TimeSpan.FromMilliseconds(Jobs.Sum(job => job.Result!.ElapsedMs));

    /// <summary>When the rows were fetched: the oldest of the jobs where there are some, else <paramref name="now"/>.</summary>
    public DateTimeOffset FetchedAt(DateTimeOffset now) => Jobs.Count == 0 ? now : Jobs.Min(job => job.Result!.FetchedAt);
}

/// <summary>Takes a request past the guard and names its result in the present state of the data.</summary>
internal sealed class StatementPreparer(ICatalog catalog, JobTables jobs, GuardMemory guard)
{
    private const int MaxParamChars = 1_000_000;

    /// <exception cref="QueryException">Refused by the guard, or its limit or values do not fit.</exception>
    public async ValueTask<ReadyStatement> PrepareAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Limit is < 1 or > QueryRequest.MaxLimit)
            throw new QueryException(ErrorCode.InvalidRequest, $"The limit must be from 1 to {QueryRequest.MaxLimit:N0} rows.");
        var sources = await jobs.AddToAsync(await catalog.GetAsync(cancellationToken), request.Sql, cancellationToken);
        var version = sources.Snapshot.DataVersion;
        var statement = await guard.CheckAsync(request.Sql, sources.Snapshot, cancellationToken);
        var bound = Bind(statement, request.Params);
        return new(CacheKeys.Of(statement.Normalized, bound, request.Limit, version), version, statement, request with { Params = bound }, sources.Jobs);
    }

    /// <summary>Whether a result of <paramref name="dataVersion"/> would come out the same today.</summary>
    public async ValueTask<bool> IsCurrentAsync(string dataVersion, CancellationToken cancellationToken) =>
        await jobs.IsCurrentAsync(dataVersion, await catalog.GetAsync(cancellationToken), cancellationToken);

    /// <returns>The values the statement has placeholders for; others are for other statements of the same artifact.</returns>
    private static QueryParams Bind(GuardedStatement statement, QueryParams values)
    {
        if (statement.Parameters.Count == 0) return QueryParams.Empty;
        var bound = new QueryParams();
        foreach (var name in statement.Parameters)
        {
            if (!values.TryGetValue(name, out var value))
            {
                throw new QueryException(ErrorCode.UnknownParam, $"The placeholder ${name} has no value.")
                {
                    Details = new Dictionary<string, object?> { ["name"] = name, ["candidates"] = NearNames.Find(name, values.Keys) },
                };
            }
            bound[name] = value;
        }
        if (bound.Sum(entry => (long)entry.Value.GetRawText().Length) > MaxParamChars)
            throw new QueryException(ErrorCode.InvalidParam, $"The values are longer than {MaxParamChars:N0} characters.");
        return bound;
    }
}
