using System.Text.Json.Serialization;
using Chartwright.Core.Queries;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Query;

/// <summary>One guarded SELECT.</summary>
/// <param name="Sql">DuckDB SQL; placeholders are <c>$name</c>.</param>
/// <param name="Limit">Rows returned at most, 1 to 100,000; 1,000 when absent. The total is exact beside it.</param>
/// <param name="Params">A value for each placeholder.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record QueryApiRequest(string Sql, int? Limit = null, QueryParams? Params = null)
{
    private const int MaxSqlChars = 100_000;

    internal QueryRequest ToQuery()
    {
        if (Limit is < 1 or > QueryRequest.MaxLimit) throw Refuse.Invalid($"\"limit\" must be between 1 and {QueryRequest.MaxLimit:N0}.");
        return new(Refuse.Name(Sql, "sql", MaxSqlChars), Params ?? QueryParams.Empty, Limit ?? QueryRequest.DefaultLimit);
    }
}
