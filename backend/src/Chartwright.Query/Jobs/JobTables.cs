using System.Collections.Concurrent;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Chartwright.Core.Jobs;
using Chartwright.DuckDb;

namespace Chartwright.Query.Jobs;

/// <summary>What a statement reads.</summary>
/// <param name="Snapshot">The catalog with the tables of the jobs that the statement may name; its version names their states too.</param>
/// <param name="Jobs">Those jobs, each with a result.</param>
internal sealed record JobSources(CatalogSnapshot Snapshot, IReadOnlyList<Job> Jobs);

/// <summary>The results of jobs as views of the locked engine, made when a statement first names them.</summary>
internal sealed class JobTables(JobStore store, DuckDbEngine engine) : IDisposable
{
    private const int MaxInStatement = 16;
    private const char Mark = '+'; // between the version of the catalog and those of the jobs

    private readonly ConcurrentDictionary<JobId, (int Generation, int Attempt)> _views = new();
    private readonly SemaphoreSlim _making = new(1, 1);

    /// <summary>Adds the jobs that <paramref name="sql"/> may read to a catalog.</summary>
    /// <exception cref="QueryException">One of them has no result.</exception>
    public async ValueTask<JobSources> AddToAsync(CatalogSnapshot snapshot, string sql, CancellationToken cancellationToken)
    {
        if (!sql.Contains("job_", StringComparison.OrdinalIgnoreCase) || JobTable.FindIn(sql) is not { Count: > 0 } ids) return new(snapshot, []);
        if (ids.Count > MaxInStatement) throw new QueryException(ErrorCode.SqlForbidden, $"A statement reads at most {MaxInStatement} jobs.");
        List<Job> jobs = [];
        foreach (var id in ids)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } stored) continue; // the guard calls it an unknown table
            if (stored is not { Job.Result: { } result, ResultFolder: { } folder }) throw NoResult(stored.Job);
            await EnsureAsync(stored.Job, result, folder, cancellationToken);
            jobs.Add(stored.Job);
        }
        if (jobs.Count == 0) return new(snapshot, []);
        var version = string.Concat(jobs.OrderBy(job => job.Table, StringComparer.Ordinal).Select(job => $"{Mark}{job.Table}.{job.Result!.Attempt}"));
        return new(new(snapshot.DataVersion + version, [.. snapshot.Tables, .. jobs.Select(ToTable)]), jobs);
    }

    /// <summary>Whether nothing has changed since a version: neither the catalog nor one of the jobs it names.</summary>
    public async ValueTask<bool> IsCurrentAsync(string version, CatalogSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (version == snapshot.DataVersion) return true;
        if (!version.StartsWith(snapshot.DataVersion + Mark, StringComparison.Ordinal)) return false;
        foreach (var part in version[(snapshot.DataVersion.Length + 1)..].Split(Mark))
        {
            if (JobTable.FindIn(part) is not [var id] || await store.FindAsync(id, cancellationToken) is not { Job.Result: { } result } || part != $"{JobTable.NameOf(id)}.{result.Attempt}") return false;
        }
        return true;
    }

    public void Dispose() => _making.Dispose();

    private async Task EnsureAsync(Job job, JobResult result, string folder, CancellationToken cancellationToken)
    {
        var wanted = (engine.Generation, result.Attempt);
        if (_views.GetValueOrDefault(job.Id) == wanted) return;
        await _making.WaitAsync(cancellationToken);
        try
        {
            if (_views.GetValueOrDefault(job.Id) == wanted) return;
            var relation = JobRelation.Of(job.Format, result.Files.Select(file => Path.Combine(store.PathOf(job.Id, folder), file.Name)), result.Columns);
            var stored = await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {relation})", cancellationToken);
            var columns = JobRelation.Select([.. stored.Select(row => new Core.Queries.ResultColumn(row[0]!, row[1]!))], result.Columns);
            await engine.ExecuteAsync($"CREATE OR REPLACE VIEW {Sql.Identifier(job.Table)} AS SELECT {columns} FROM {relation}", cancellationToken);
            _views[job.Id] = wanted;
        }
        finally
        {
            _making.Release();
        }
    }

    private static CatalogTable ToTable(Job job) => new()
    {
        Name = job.Table,
        RowCount = job.Result!.RowCount,
        Bytes = job.Result.Bytes,
        Columns = [.. job.Result.Columns.Select(column => new CatalogColumn { Name = column.Name, Type = column.Type })],
    };

    private static QueryException NoResult(Job job) => job.HasEnded
        ? new(ErrorCode.UnknownResult, $"The job came to no result: {job.Failure?.Message ?? "it was cancelled."} Run it again.")
        : new(ErrorCode.Conflict, "The job has not ended yet. Wait for it.", retryable: true);
}
