namespace Chartwright.Core.Queries;

/// <summary>One guarded SELECT with its bound values.</summary>
/// <param name="Sql">One read-only statement in DuckDB SQL; placeholders are <c>$name</c>.</param>
/// <param name="Params">A value for each placeholder.</param>
/// <param name="Limit">Rows returned at most, 1 to 100,000; the total is counted exactly beside it.</param>
public sealed record QueryRequest(string Sql, QueryParams Params, int Limit = QueryRequest.DefaultLimit)
{
    public const int DefaultLimit = 1000;
    public const int MaxLimit = 100_000;

    public QueryRequest(string sql) : this(sql, QueryParams.Empty) { }
}
