using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Guard;

namespace Chartwright.Query.Results;

/// <param name="Key">Names the result.</param>
/// <param name="Request">What was asked, with the values it binds and no others.</param>
internal sealed record ReadyStatement(string Key, string DataVersion, GuardedStatement Statement, QueryRequest Request);

/// <summary>Takes a request past the guard and names its result in the present state of the data.</summary>
internal sealed class StatementPreparer(ICatalog catalog, GuardMemory guard)
{
    private const int MaxParamChars = 1_000_000;

    /// <exception cref="QueryException">Refused by the guard, or its limit or values do not fit.</exception>
    public async ValueTask<ReadyStatement> PrepareAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Limit is < 1 or > QueryRequest.MaxLimit)
            throw new QueryException(ErrorCode.InvalidRequest, $"The limit must be from 1 to {QueryRequest.MaxLimit:N0} rows.");
        var snapshot = await catalog.GetAsync(cancellationToken);
        var statement = await guard.CheckAsync(request.Sql, snapshot, cancellationToken);
        var bound = Bind(statement, request.Params);
        var key = CacheKeys.Of(statement.Normalized, bound, request.Limit, snapshot.DataVersion);
        return new(key, snapshot.DataVersion, statement, request with { Params = bound });
    }

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
