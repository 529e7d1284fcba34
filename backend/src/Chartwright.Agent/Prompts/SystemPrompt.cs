using Chartwright.Agent.Components;
using Chartwright.Agent.Tools;
using Chartwright.Core.Catalog;

namespace Chartwright.Agent.Prompts;

/// <summary>Assembles the system prompt. The same catalog gives the same text, byte for byte.</summary>
internal static class SystemPrompt
{
    private const string ClusterJobs = "on the Spark cluster, in Spark SQL, over the cluster's own tables (`list_tables` shows them with `data_source` \"spark\")";
    private const string LocalJobs = "in DuckDB without the time limit of `run_sql`";

    public static string Write(CatalogSnapshot snapshot, DataPrivacy privacy, bool callsTools, string batchEngine = "duckdb")
    {
        var ui = $"`@/components/ui/{{{string.Join(',', ComponentModules.UiComponents)}}}`";
        return PromptLibrary.Get("system")
            .Replace("{{tools}}", WriteTools(snapshot, privacy, callsTools, batchEngine), StringComparison.Ordinal)
            .Replace("{{component}}", PromptLibrary.Get("component").Replace("{{ui}}", ui, StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{{charts}}", PromptLibrary.Get("charts"), StringComparison.Ordinal)
            .Replace("{{digest}}", CatalogDigest.Write(snapshot, privacy), StringComparison.Ordinal); // last: data is never searched for marks
    }

    private static string WriteTools(CatalogSnapshot snapshot, DataPrivacy privacy, bool callsTools, string batchEngine)
    {
        if (!callsTools)
            return PromptLibrary.Get("fenced-tools");
        var lines = PromptLibrary.Get("tools").Split('\n').ToList();
        if (privacy != DataPrivacy.Sample)
            lines.RemoveAll(line => line.StartsWith("- `find_values", StringComparison.Ordinal));
        if (SalesDataTool.FindLines(snapshot) is not null)
            lines.Insert(lines.FindIndex(line => line.StartsWith("- Call a tool", StringComparison.Ordinal)), "- `get_sales_data()` shows the sample sales data: tables, keys and first rows.");
        if (privacy != DataPrivacy.Sample)
            lines.Insert(lines.FindIndex(line => line.StartsWith("- Call a tool", StringComparison.Ordinal)), "- The owner of this data keeps its values from you: results come without rows.");
        return string.Join('\n', lines).Replace("{{batch}}", batchEngine == "spark" ? ClusterJobs : LocalJobs, StringComparison.Ordinal);
    }
}
