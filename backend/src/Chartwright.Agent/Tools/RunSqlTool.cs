using System.ComponentModel;
using System.Text.Json;
using Chartwright.Agent.Running;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>Lets the model run one read-only statement; the rows stay here, the model sees a preview.</summary>
internal sealed class RunSqlTool(IQueryService queries, ResultKeeper keeper, RunEvents events, DataPrivacy privacy)
{
    public const string Name = "run_sql";
    private const string Source = "duckdb";

    [Description("Run one read-only SELECT in DuckDB SQL. Keeps the rows for the component under `name`; returns columns, the exact row count, a computed profile and at most 20 preview rows.")]
    internal async Task<ToolReply> RunAsync(
        [Description("One SELECT or WITH statement in DuckDB SQL. Values that the user may change are placeholders: $name.")] string query,
        [Description("Rows the component gets at most, 1 to 100000. Leave it out unless the chart needs more than 1000 rows.")] int limit = QueryRequest.DefaultLimit,
        [Description("Where to run it. Only duckdb: another engine runs jobs, see submit_spark.")] string data_source = Source,
        [Description("The component reads `main` as data and any other snake_case name as results.NAME.")] string name = RunResults.Main,
        [Description("A value for each $name placeholder of the statement.")] JsonElement? @params = null,
        CancellationToken cancellationToken = default)
    {
        if (!string.Equals(data_source, Source, StringComparison.OrdinalIgnoreCase))
            return ToolJson.Fail(ErrorCode.EngineUnavailable, "run_sql runs on duckdb only. Use submit_spark for a job on another engine.", [Source]);
        if (!ResultKeeper.IsName(name))
            return ToolJson.Fail(ErrorCode.InvalidRequest, "name must be snake_case: letters, digits and _.");
        if (ReadParams(@params) is not { } values)
            return ToolJson.Fail(ErrorCode.InvalidParam, "params must be an object of strings, numbers, booleans, nulls or arrays of those.");
        var ownName = keeper.Reserve(name);
        try
        {
            var request = new QueryRequest(query, values, Math.Clamp(limit, 1, QueryRequest.MaxLimit));
            var result = await queries.QueryAsync(request, cancellationToken);
            return keeper.Keep(request, result, ownName, name);
        }
        catch (QueryException e) // the model can mend its SQL
        {
            return ToolJson.Fail(e, events.Stage, privacy);
        }
    }

    private static QueryParams? ReadParams(JsonElement? given)
    {
        if (given is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } values)
            return QueryParams.Empty;
        if (values.ValueKind == JsonValueKind.String) // some models send the object as text
        {
            try
            {
                values = JsonElement.Parse(values.GetString()!);
            }
            catch (JsonException)
            {
                return null;
            }
        }
        return values.ValueKind == JsonValueKind.Object && values.EnumerateObject().All(value => value.Value.ValueKind != JsonValueKind.Object)
            ? new QueryParams(values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, value.Value.Clone())).DistinctBy(value => value.Key))
            : null;
    }
}
