using System.ComponentModel;
using System.Text.Json;
using Chartwright.Agent.Running;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Tools;

/// <summary>Lets the model run a statement as a job: the rows go to files, and from those to the component like any result.</summary>
internal sealed class SubmitSparkTool(IJobs jobs, IQueryService queries, ResultKeeper keeper, RunEvents events, RunLimit limit, DataPrivacy privacy)
{
    public const string Name = "submit_spark";

    /// <summary>What the model is told of it.</summary>
    public static string Describe(string engine) => engine == "spark"
        ? "Run one SELECT in Spark SQL as a job on the Spark cluster, over the cluster's tables. Takes from seconds to an hour. Writes the rows to files and keeps them under `name`; returns the job, its columns, exact row count, a profile and at most 20 preview rows."
        : "Run one SELECT in DuckDB SQL as a job without the time limit of run_sql, for statements too large for it. Writes the rows to files and keeps them under `name`; returns the job, its columns, exact row count, a profile and at most 20 preview rows.";

    internal async Task<ToolReply> RunAsync(
        [Description("One SELECT or WITH statement, without placeholders. Aggregate in it: the component gets at most 1000 rows.")] string query,
        AIFunctionArguments call,
        [Description("What the files are: parquet or csv.")] string output_format = "parquet",
        [Description("The component reads `main` as data and any other snake_case name as results.NAME.")] string name = RunResults.Main,
        CancellationToken cancellationToken = default)
    {
        if (!Enum.TryParse<BatchFormat>(output_format, ignoreCase: true, out var format) || int.TryParse(output_format, out _))
            return ToolJson.Fail(ErrorCode.InvalidRequest, "There is no such output_format.", ["parquet", "csv"]);
        if (!ResultKeeper.IsName(name))
            return ToolJson.Fail(ErrorCode.InvalidRequest, "name must be snake_case: letters, digits and _.");
        var ownName = keeper.Reserve(name);
        try
        {
            using var pause = limit.Pause(); // a job has a limit of its own
            var submitted = await jobs.SubmitAsync(new(query, format), cancellationToken);
            var job = await FollowAsync(submitted, (ToolProgress)call.Context![typeof(ToolProgress)]!, cancellationToken);
            if (job.State is not JobState.Done)
                return ToolJson.Fail(new QueryException(job.Failure?.Code ?? ErrorCode.QueryCancelled, job.Failure?.Message ?? "The job was stopped.", job.Failure?.Retryable ?? true), events.Stage, privacy);
            var request = new QueryRequest($"SELECT * FROM {job.Table}");
            var result = await queries.QueryAsync(request, cancellationToken);
            return keeper.Keep(request, result, ownName, name, json => WriteJob(json, job), job.Result!.Bytes);
        }
        catch (ChartwrightException e)
        {
            return ToolJson.Fail(e, events.Stage, privacy);
        }
    }

    /// <summary>To the job's end. A caller who leaves takes the job along, and waits until its engine has agreed.</summary>
    private async Task<Job> FollowAsync(Job job, ToolProgress progress, CancellationToken cancellationToken)
    {
        await using var time = progress.KeepTime();
        try
        {
            await foreach (var now in jobs.FollowAsync(job.Id, cancellationToken))
            {
                job = now;
                if (!now.HasEnded) progress.Report(now.Progress?.Fraction, JobWords.Describe(now));
            }
            return job;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (await jobs.CancelAsync(job.Id, CancellationToken.None))
            {
                await foreach (var _ in jobs.FollowAsync(job.Id, CancellationToken.None)) { }
            }
            throw;
        }
    }

    private static void WriteJob(Utf8JsonWriter json, Job job)
    {
        json.WriteString("job_id", job.Id.Value);
        json.WriteString("status", "done");
        json.WriteString("engine", job.Engine);
        json.WriteString("table", job.Table);
        json.WriteString("url", $"/api/jobs/{job.Id}");
        CatalogTools.WriteStrings(json, "files", job.Result!.Files.Select(file => $"/api/jobs/{job.Id}/files/{Uri.EscapeDataString(file.Name)}"));
        json.WriteNumber("bytes", job.Result.Bytes);
        json.WriteNumber("elapsed_ms", (long)job.Result.ElapsedMs);
        if (job.Result.Truncated)
            json.WriteString("job_truncation", "There were more rows than a job may write. Aggregate or filter more.");
    }
}
