using System.ComponentModel;
using System.Text.Json;
using Chartwright.Agent.Running;
using Chartwright.Core.Artifacts;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>Lets the model run one read-only statement; the rows stay here, the model sees a preview.</summary>
internal sealed class RunSqlTool(IQueryService queries, RunResults results, RunEvents events, AgentOptions options, DataPrivacy privacy)
{
    public const string Name = "run_sql";
    private const string Source = "duckdb";

    [Description("Run one read-only SELECT in DuckDB SQL. Keeps the rows for the component under `name`; returns columns, the exact row count, a computed profile and at most 20 preview rows.")]
    internal async Task<ToolReply> RunAsync(
        [Description("One SELECT or WITH statement in DuckDB SQL. Values that the user may change are placeholders: $name.")] string query,
        [Description("Rows the component gets at most, 1 to 100000. Leave it out unless the chart needs more than 1000 rows.")] int limit = QueryRequest.DefaultLimit,
        [Description("Where to run it. Only duckdb.")] string data_source = Source,
        [Description("The component reads `main` as data and any other snake_case name as results.NAME.")] string name = RunResults.Main,
        [Description("A value for each $name placeholder of the statement.")] JsonElement? @params = null,
        CancellationToken cancellationToken = default)
    {
        if (!string.Equals(data_source, Source, StringComparison.OrdinalIgnoreCase))
            return ToolJson.Fail(ErrorCode.EngineUnavailable, "There is no such data source.", [Source]);
        if (!IsName(name))
            return ToolJson.Fail(ErrorCode.InvalidRequest, "name must be snake_case: letters, digits and _.");
        if (ReadParams(@params) is not { } values)
            return ToolJson.Fail(ErrorCode.InvalidParam, "params must be an object of strings, numbers, booleans, nulls or arrays of those.");
        var ownName = results.Reserve(name); // before the first await: calls of one step are named in their order
        try
        {
            var request = new QueryRequest(query, values, Math.Clamp(limit, 1, QueryRequest.MaxLimit));
            var result = await queries.QueryAsync(request, cancellationToken);
            return Keep(request, result, ownName, name);
        }
        catch (QueryException e) // the model can mend its SQL
        {
            return ToolJson.Fail(e, events.Stage, privacy);
        }
    }

    private ToolReply Keep(QueryRequest request, QueryResult result, string ownName, string name)
    {
        results.Put(new(ownName, request.Sql, result.Engine, request.Params, result.Columns, result.CacheKey));
        return new(QueryResultJson.Write(result, ownName, privacy, ownName == name ? null : name), Describe(result))
        {
            Data = new DataEvent(
                ownName, result.CacheKey, result.Columns,
                result.Rows.Utf8.Length <= options.MaxInlineRowBytes ? result.Rows : null,
                result.RowCount, result.Truncated, $"/api/results/{result.CacheKey}", "json",
                result.FetchedAt, result.DataVersion, request.Sql, request.Params, result.Engine, result.Elapsed.TotalMilliseconds),
        };
    }

    private static string Describe(QueryResult result) => result switch
    {
        { Truncated: true } => $"{result.ReturnedRows:N0} of {result.RowCount:N0} rows",
        { RowCount: 1 } => "1 row",
        _ => $"{result.RowCount:N0} rows",
    };

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

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_') && !char.IsAsciiDigit(name[0]);
}
