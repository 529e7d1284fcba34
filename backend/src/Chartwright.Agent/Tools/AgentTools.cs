using System.Text.Json;
using Chartwright.Agent.Running;
using Chartwright.Core.Catalog;
using Chartwright.Core.Json;
using Chartwright.Core.Queries;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Tools;

/// <summary>The functions a model may call in one run.</summary>
internal static class AgentTools
{
    // models send numbers as text now and then
    private static readonly JsonSerializerOptions Arguments = new(ChartwrightJson.Options)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
    };

    public static IReadOnlyList<AIFunction> Create(
        CatalogSnapshot snapshot, AgentPorts ports, RunResults results, RunEvents events, RunLimit limit, AgentOptions options, DataPrivacy privacy)
    {
        var (catalog, queries) = (ports.Catalog, ports.Queries);
        var keeper = new ResultKeeper(results, options, privacy);
        var tables = new CatalogTools(catalog, ports.Cluster, privacy);
        var functions = new List<AIFunction>
        {
            Make(new RunSqlTool(queries, keeper, events, privacy).RunAsync, RunSqlTool.Name),
            Make(tables.ListTablesAsync, "list_tables"),
            Make(tables.DescribeTableAsync, "describe_table"),
        };
        if (privacy == DataPrivacy.Sample)
            functions.Add(Make(tables.FindValuesAsync, "find_values"));
        if (SalesDataTool.FindLines(snapshot) is not null)
            functions.Add(Make(new SalesDataTool(catalog, queries, events, privacy).ShowAsync, "get_sales_data"));
        functions.Add(Make(new SubmitSparkTool(ports.Jobs, queries, keeper, events, limit, privacy).RunAsync, SubmitSparkTool.Name, SubmitSparkTool.Describe(ports.Jobs.DefaultEngine)));
        return functions;
    }

    private static AIFunction Make(Delegate method, string name, string? description = null) => AIFunctionFactory.Create(method, new AIFunctionFactoryOptions
    {
        Name = name,
        Description = description,
        SerializerOptions = Arguments,
        ExcludeResultSchema = true,
        MarshalResult = static (reply, _, _) => ValueTask.FromResult(reply), // the loop reads the reply itself
    });
}
