using System.Text.Json.Serialization;
using Chartwright.Core.Jobs;
using Chartwright.Server.Problems;

namespace Chartwright.Server.Jobs;

/// <summary>A statement to run as a job.</summary>
/// <param name="Query">One SELECT in the engine's SQL.</param>
/// <param name="OutputFormat">Parquet when absent.</param>
/// <param name="Engine"><c>duckdb</c> or <c>spark</c>; the cluster where one is configured, else DuckDB, when absent.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record JobApiRequest(string Query, BatchFormat? OutputFormat = null, string? Engine = null)
{
    private const int MaxSqlChars = 100_000;

    internal JobRequest ToJob() => new(Refuse.Name(Query, "query", MaxSqlChars), OutputFormat ?? BatchFormat.Parquet, Engine);
}
