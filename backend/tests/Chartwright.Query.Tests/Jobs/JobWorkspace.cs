using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Jobs;
using Chartwright.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Chartwright.Query.Tests.Jobs;

/// <summary>A workspace with jobs, and with a fake cluster beside DuckDB where the test has one.</summary>
internal sealed class JobWorkspace : IAsyncDisposable
{
    private readonly TestWorkspace _workspace;

    public JobWorkspace(FakeBatchEngine? cluster = null, Action<JobOptions>? configure = null, string? folder = null) => _workspace = new(folder: folder, add: services =>
    {
        if (cluster is not null) services.AddSingleton<IBatchEngine>(cluster);
        services.Configure<JobOptions>(options => configure?.Invoke(options));
    });

    public static CancellationToken Stop => TestWorkspace.Stop;

    public string Folder => _workspace.Folder;

    public IJobs Jobs => _workspace.Get<IJobs>();

    public IJobHost Host => _workspace.Get<IJobHost>();

    public IQueryService Queries => _workspace.Queries;

    public IResults Results => _workspace.Get<IResults>();

    public DuckDbEngine Engine => _workspace.Engine;

    /// <summary>Every file below the folder of the jobs but the documents, once there are as many: what an ended job leaves behind is removed after its end is told.</summary>
    public async Task<string[]> FilesAsync(int count)
    {
        var deadline = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(30);
        while (true)
        {
            string[] files = [.. Directory.EnumerateFiles(Path.Combine(Folder, "data", "jobs"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Where(name => name is not (".owner" or "job.json"))];
            if (files.Length == count || DateTimeOffset.UtcNow > deadline) return files;
            await Task.Delay(TimeSpan.FromMilliseconds(10), Stop);
        }
    }

    public Task<string> QueryAsync(string sql) => _workspace.QueryAsync(sql);

    public async Task<Job> RunAsync(string sql, BatchFormat format = BatchFormat.Parquet, string? engine = null) =>
        await EndAsync((await Jobs.SubmitAsync(new(sql, format, engine), Stop)).Id);

    public async Task<Job> EndAsync(Core.Ids.JobId id) => await Jobs.FollowAsync(id, Stop).LastAsync(Stop);

    public async Task<Job> WhenAsync(Core.Ids.JobId id, Func<Job, bool> holds) => await Jobs.FollowAsync(id, Stop).FirstAsync(holds, Stop);

    /// <summary>An attempt of a cluster that writes the rows of a statement with a DuckDB of the test's own.</summary>
    public static async Task<BatchOutcome?> WriteAsync(BatchRequest request, string sql)
    {
        Directory.CreateDirectory(request.Directory);
        await using var engine = DuckDbEngine.Open(new() { Locked = false, Threads = 1 });
        var rows = await engine.CopyAsync(new(sql), "parquet", Path.Combine(request.Directory, "part-00000.parquet"), LongRun.Unlimited, Stop);
        return new([], rows, Truncated: false);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();
}
