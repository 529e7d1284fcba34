using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.DuckDb;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Connection;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>One real server for all tests of the collection; null where none can be started.</summary>
public sealed class RealSpark : IAsyncLifetime
{
    internal const string NoSpark = "There is no Spark here: set SPARK_HOME to the folder of a Spark 4.";

    private SparkProcess? _server;

    internal string? Home { get; } = SparkProcess.FindHome();

    internal string Url => _server?.Url ?? throw new InvalidOperationException("Skip first.");

    public async ValueTask InitializeAsync()
    {
        if (Home is null) return;
        // streams that end every two seconds: every longer job is found again several times
        _server = await SparkProcess.StartAsync(Home, new() { Settings = ["spark.connect.execute.reattachable.senderMaxStreamDuration=2s"] });
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>An engine on the server. Skips the test, and says so, where there is no Spark.</summary>
    internal RealBench Open(SparkOptions? options = null)
    {
        Assert.SkipWhen(_server is null, NoSpark);
        return new(Url, options ?? new());
    }
}

[CollectionDefinition(Name)]
public sealed class OneRealSpark : ICollectionFixture<RealSpark>
{
    public const string Name = "real Spark";
}

/// <summary>An engine on a real server, with a folder for results that is gone after the test.</summary>
internal sealed class RealBench(SparkConnectionString connection, SparkOptions options) : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chartwright-spark-").FullName;
    private int _attempts;

    public RealBench(string url, SparkOptions options)
        : this(SparkConnectionString.Parse(url), options)
    {
    }

    public SparkChannel Channel { get; } = new(connection, renewal: TimeSpan.FromSeconds(3));

    public Batch.RecordingObserver Observer { get; } = new();

    /// <summary>For how long a job that is out of reach is looked for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how long without an answer a stream is read anew.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(1);

    public SparkBatchEngine Engine => new(Channel, options, new(_root, null), TimeProvider.System) { JobRetry = new RetryPolicy(Patience), Silence = Silence };

    public BatchRequest Request(string sql, BatchFormat format = BatchFormat.Parquet, long? maxRows = null, TimeSpan? limit = null) =>
        new(NewId.Of<JobId>(), sql, format, Path.Combine(_root, $"{Interlocked.Increment(ref _attempts)}"), maxRows, limit ?? TimeSpan.FromMinutes(5));

    public Task<BatchOutcome> RunAsync(BatchRequest request) => Engine.RunAsync(request, Observer, TestContext.Current.CancellationToken);

    /// <summary>What a query over the written files answers, by DuckDB.</summary>
    /// <param name="select">Before the FROM.</param>
    public static async Task<string> ReadAsync(BatchRequest request, string select)
    {
        await using var engine = DuckDbEngine.Open(new() { Locked = false, Threads = 1 });
        var read = request.Format is BatchFormat.Csv ? "read_csv" : "read_parquet";
        var options = request.Format is BatchFormat.Csv ? ", header = true, all_varchar = true, nullstr = '', allow_quoted_nulls = false, quote = '\"', escape = '\"'" : "";
        return (await engine.QueryAsync(new($"{select} FROM {read}('{request.Directory}/part-*'{options})"), TestContext.Current.CancellationToken)).Rows.ToString();
    }

    public ValueTask DisposeAsync()
    {
        Channel.Dispose();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
