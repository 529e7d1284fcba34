using System.Text.Json;
using Chartwright.Agent.Running;
using Chartwright.Core.Chat;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>Keeps the result of a tool under the name the component reads it by, and says what the model and the user get to see of it.</summary>
internal sealed class ResultKeeper(RunResults results, AgentOptions options, DataPrivacy privacy)
{
    /// <summary>A name for the call's result that no other call of the step has; before the first await, so that calls are named in their order.</summary>
    public string Reserve(string name) => results.Reserve(name);

    /// <param name="ownName">As reserved.</param>
    /// <param name="name">As the model gave it.</param>
    /// <param name="describe">Writes what the tool has to say besides, or null.</param>
    /// <param name="bytes">Of the files, where a job has written them.</param>
    public ToolReply Keep(QueryRequest request, QueryResult result, string ownName, string name, Action<Utf8JsonWriter>? describe = null, long? bytes = null)
    {
        results.Put(new(ownName, request.Sql, result.Engine, request.Params, result.Columns, result.CacheKey));
        return new(QueryResultJson.Write(result, ownName, privacy, ownName == name ? null : name, describe), Describe(result))
        {
            Data = new DataEvent(
                ownName, result.CacheKey, result.Columns,
                result.Rows.Utf8.Length <= options.MaxInlineRowBytes ? result.Rows : null,
                result.RowCount, result.Truncated, $"/api/results/{result.CacheKey}", "json",
                result.FetchedAt, result.DataVersion, request.Sql, request.Params, result.Engine, result.Elapsed.TotalMilliseconds, bytes),
        };
    }

    public static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_') && !char.IsAsciiDigit(name[0]);

    private static string Describe(QueryResult result) => result switch
    {
        { Truncated: true } => $"{result.ReturnedRows:N0} of {result.RowCount:N0} rows",
        { RowCount: 1 } => "1 row",
        _ => $"{result.RowCount:N0} rows",
    };
}
