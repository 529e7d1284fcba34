using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using Chartwright.Query.Results;

namespace Chartwright.Query.Jobs;

/// <summary>Runs batch jobs out of core in the locked DuckDB, over the catalog's tables. An attempt does not outlive this process.</summary>
internal sealed class DuckDbBatchEngine(StatementPreparer preparer, DuckDbEngine engine) : IBatchEngine
{
    public const string EngineName = "duckdb";

    private const string Part = "part-00000";

    public string Name => EngineName;

    /// <inheritdoc/>
    public async Task<BatchOutcome> RunAsync(BatchRequest request, IBatchObserver observer, CancellationToken cancellationToken)
    {
        var ready = await preparer.PrepareAsync(new(request.Sql), cancellationToken);
        if (ready.Statement.IsExplain) throw new QueryException(ErrorCode.SqlNotReadOnly, "A plan has no rows to write: leave EXPLAIN out.");
        PrivateFiles.CreateFolder(request.Directory);
        var sql = ready.Statement.Sql.TrimEnd(';', ' ', '\t', '\r', '\n');
        observer.Progressed(new(Fraction: null)); // it runs
        var rows = await WriteAsync(request, Limited(sql, request.MaxRows), new(request.TimeLimit, new Progress(observer)), cancellationToken);
        return new(rows.Columns, rows.Count, rows.Count == request.MaxRows && await CountAsync(sql, cancellationToken) > rows.Count);
    }

    /// <inheritdoc/>
    public Task<BatchOutcome?> ResumeAsync(BatchRequest request, string handle, IBatchObserver observer, CancellationToken cancellationToken) =>
        Task.FromResult<BatchOutcome?>(null);

    private async Task<(IReadOnlyList<ResultColumn> Columns, long Count)> WriteAsync(BatchRequest request, string sql, LongRun run, CancellationToken cancellationToken)
    {
        if (request.Format is BatchFormat.Parquet)
        {
            var stored = await engine.StoreAsync(new(sql), Path.Combine(request.Directory, Part + ".parquet"), run, cancellationToken);
            return ([.. stored.Columns.Select(column => new ResultColumn(column.StoredName, column.ReadAs ?? column.Type))], stored.RowCount);
        }
        var columns = await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE {sql}\n)", cancellationToken);
        var count = await engine.CopyAsync(new(sql), "csv", Path.Combine(request.Directory, Part + ".csv"), run, cancellationToken);
        return ([.. columns.Select(column => new ResultColumn(column[0]!, column[1]!))], count);
    }

    private async Task<long> CountAsync(string sql, CancellationToken cancellationToken) =>
        long.Parse((await engine.ReadTextAsync($"SELECT count(*) FROM ({sql}\n)", cancellationToken))[0][0]!, CultureInfo.InvariantCulture);

    private static string Limited(string sql, long? maxRows) => maxRows is { } most ? $"SELECT * FROM ({sql}\n) LIMIT {most}" : sql;

    private sealed class Progress(IBatchObserver observer) : IProgress<double>
    {
        public void Report(double value) => observer.Progressed(new(value));
    }
}
