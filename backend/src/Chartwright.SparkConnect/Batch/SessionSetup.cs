using Chartwright.SparkConnect.Execution;
using Chartwright.SparkConnect.Protocol;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Batch;

/// <summary>Makes a new session ready: its settings, and the configured files as tables.</summary>
internal static class SessionSetup
{
    private static readonly Dictionary<string, string> Sources = new(StringComparer.OrdinalIgnoreCase)
    {
        [".parquet"] = "parquet", [".csv"] = "csv", [".json"] = "json", [".orc"] = "orc",
    };

    /// <exception cref="Errors.SparkException">The cluster does not answer, or a file is not there.</exception>
    public static async Task PrepareAsync(SparkSession session, SparkOptions options, CancellationToken cancellationToken)
    {
        await session.SetAsync([.. options.Settings, .. SessionSettings.Ours], cancellationToken);
        foreach (var (name, path) in options.Tables) await RunAsync(session, ViewOf(name, path), cancellationToken);
    }

    /// <summary>Runs one statement of ours to its end.</summary>
    /// <returns>Its answers.</returns>
    public static async Task<IReadOnlyList<ExecutePlanResponse>> RunAsync(SparkSession session, string sql, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var plan = new Plan { Command = new() { SqlCommand = new() { Sql = sql } } };
        using var execution = new ReattachableExecution(session, id, stop => session.Execute(plan, id, "setup", stop)) { Retry = session.Retry };
        List<ExecutePlanResponse> answers = [];
        while (await execution.NextAsync(cancellationToken) is { } answer) answers.Add(answer);
        await session.ReleaseAsync(id, null, cancellationToken);
        return answers;
    }

    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string ViewOf(string name, string path)
    {
        var source = Sources.GetValueOrDefault(Path.GetExtension(path.TrimEnd('/')), "parquet");
        var header = source is "csv" ? ", header 'true', inferSchema 'true'" : "";
        return $"CREATE OR REPLACE TEMPORARY VIEW {Quote(name)} USING {source} OPTIONS (path '{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'{header})";
    }
}
