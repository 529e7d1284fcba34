using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;

namespace Chartwright.Query.Jobs;

/// <summary>Reads back what an engine calls finished: every file opens and together they hold the rows it counted, or there is no result.</summary>
internal sealed class JobCommit(DuckDbEngine engine)
{
    /// <param name="folder">Absolute, below the folder of the jobs.</param>
    /// <exception cref="QueryException">A file is missing, cut short, or holds other rows than the engine says.</exception>
    public async Task<JobResult> ReadAsync(Job job, string folder, BatchOutcome outcome, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var files = ListFiles(folder, job.Format);
        if (files.Count == 0) throw Incomplete("The engine says the job is done, but its files are not here.");
        var relation = JobRelation.Of(job.Format, files.Select(file => file.FullName), outcome.Columns);
        var columns = await DescribeAsync(relation, outcome.Columns, cancellationToken);
        var rows = long.Parse((await engine.ReadTextAsync($"SELECT count(*) FROM {relation}", cancellationToken))[0][0]!, CultureInfo.InvariantCulture);
        if (outcome.RowCount is { } counted && counted != rows) throw Incomplete($"The engine wrote {counted:N0} rows, but {rows:N0} are in its files.");
        return new(
            job.Attempt, job.StartedAt!.Value, elapsed.TotalMilliseconds, columns, rows, outcome.Truncated, files.Sum(file => file.Length),
            [.. files.Select(file => new JobFile(file.Name, file.Length))]);
    }

    private async Task<IReadOnlyList<ResultColumn>> DescribeAsync(string relation, IReadOnlyList<ResultColumn> said, CancellationToken cancellationToken)
    {
        var stored = await ColumnsOfAsync($"SELECT * FROM {relation}", cancellationToken);
        return await ColumnsOfAsync($"SELECT {JobRelation.Select(stored, said)} FROM {relation}", cancellationToken);
    }

    private async Task<IReadOnlyList<ResultColumn>> ColumnsOfAsync(string sql, CancellationToken cancellationToken) =>
        [.. (await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE {sql})", cancellationToken)).Select(row => new ResultColumn(row[0]!, row[1]!))];

    private static List<FileInfo> ListFiles(string folder, BatchFormat format)
    {
        var extension = format is BatchFormat.Csv ? ".csv" : ".parquet";
        return Directory.Exists(folder)
            ? [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Name[0] is not ('.' or '_') && file.Name.EndsWith(extension, StringComparison.Ordinal)).OrderBy(file => file.Name, StringComparer.Ordinal)]
            : [];
    }

    private static QueryException Incomplete(string message) => new(ErrorCode.StorageUnavailable, $"{message} Nothing was published; run the job again.", retryable: true);
}
