using System.ComponentModel.DataAnnotations;
using Chartwright.SparkConnect.Connection;

namespace Chartwright.SparkConnect.Batch;

/// <summary>The Spark cluster that runs batch jobs; section <c>Chartwright:Spark</c>.</summary>
public sealed class SparkOptions
{
    public const string Section = "Chartwright:Spark";

    /// <summary>Connection string of a Spark Connect server, <c>sc://host:15002</c>; empty for none. See docs/spark.md.</summary>
    public string Remote { get; set; } = "";

    /// <summary>Bearer token, when it is not in the connection string.</summary>
    public string Token { get; set; } = "";

    /// <summary>How the cluster's workers name the folder of `Chartwright:Jobs:Directory`, e.g. <c>file:///mnt/results</c>; empty when it is the same path there.</summary>
    public string ResultsRoot { get; set; } = "";

    /// <summary>Databases whose tables are shown, <c>db</c> or <c>catalog.db</c>; the session's own when empty.</summary>
    public IList<string> Databases { get; init; } = [];

    /// <summary>Files made known to every session as a table: its name, and a path as the workers see it that ends in <c>.parquet</c>, <c>.csv</c>, <c>.json</c> or <c>.orc</c>.</summary>
    public IDictionary<string, string> Tables { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings of every session beyond our own, e.g. <c>spark.sql.shuffle.partitions</c>.</summary>
    public IDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Tables read for the catalog at most.</summary>
    [Range(0, 10_000)]
    public int MaxTables { get; set; } = 200;

    /// <exception cref="FormatException">The connection string is none; the message holds no secret.</exception>
    public SparkConnectionString ReadConnection()
    {
        if (Token is "") return SparkConnectionString.Parse(Remote);
        var separator = Remote.IndexOf('/', "sc://".Length) >= 0 ? ";" : "/;";
        return SparkConnectionString.Parse($"{Remote}{separator}token={Uri.EscapeDataString(Token)}");
    }
}
