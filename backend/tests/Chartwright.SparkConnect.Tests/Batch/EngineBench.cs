using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Session;
using Chartwright.Testing.Spark;

namespace Chartwright.SparkConnect.Tests.Batch;

/// <summary>The engine on the fake cluster, with a folder for results that is gone after the test.</summary>
internal sealed class EngineBench : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chartwright-spark-").FullName;

    public required FakeCluster Cluster { get; init; }

    public RecordingObserver Observer { get; } = new();

    public TimeSpan ConfirmLimit { get; init; } = TimeSpan.FromSeconds(30);

    public RetryPolicy JobRetry { get; init; } = FakeCluster.Eager;

    public SparkBatchEngine Engine => new(Cluster.Channel, new(), new(_root, null), TimeProvider.System) { CallRetry = FakeCluster.Eager, JobRetry = JobRetry, ConfirmLimit = ConfirmLimit };

    public BatchRequest Request => new(new JobId(Guid.Empty), "SELECT id FROM t", BatchFormat.Parquet, Path.Combine(_root, "a1"), null, TimeSpan.FromMinutes(5));

    public FakeSparkOperation Operation => Cluster.Server.Operations.Single().Value;

    public static async Task<EngineBench> StartAsync(TimeSpan? confirmLimit = null, RetryPolicy? jobRetry = null) =>
        new() { Cluster = await FakeCluster.StartAsync(), ConfirmLimit = confirmLimit ?? TimeSpan.FromSeconds(30), JobRetry = jobRetry ?? FakeCluster.Eager };

    /// <summary>What Spark leaves of a write that has committed.</summary>
    public void WriteParts(params string[] names)
    {
        var folder = Directory.CreateDirectory(Request.Directory);
        foreach (var name in names) File.WriteAllText(Path.Combine(folder.FullName, name), "PAR1");
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
