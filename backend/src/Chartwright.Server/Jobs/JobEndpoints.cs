using Chartwright.Core.Jobs;
using Chartwright.Core.Paging;
using Chartwright.Server.Http;
using Chartwright.Server.Problems;
using Chartwright.Server.Query;
using Chartwright.Server.Sse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chartwright.Server.Jobs;

internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/jobs").WithTags("Jobs");
        group.MapPost("", SubmitAsync).WithName("SubmitJob");
        group.MapGet("", ListAsync).WithName("ListJobs");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetJob");
        group.MapGet("/{id:guid}/events", FollowAsync).WithName("FollowJob");
        group.MapGet("/{id:guid}/files/{name}", DownloadAsync).WithName("DownloadJobFile")
            .Produces<Stream>(contentType: ResultDownload.ContentType(Core.Queries.ResultFormat.Parquet), additionalContentTypes: [ResultDownload.ContentType(Core.Queries.ResultFormat.Csv)]);
        group.MapPost("/{id:guid}/refresh", RefreshAsync).WithName("RefreshJob");
        group.MapPost("/{id:guid}/stop", StopAsync).WithName("StopJob");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteJob");
    }

    /// <summary>Queues a statement whose rows are written to files.</summary>
    private static async Task<Accepted<JobResponse>> SubmitAsync(JobApiRequest body, IJobs jobs, CancellationToken cancellationToken)
    {
        var job = await jobs.SubmitAsync(body.ToJob(), cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{job.Id}", JobResponse.Of(job));
    }

    /// <summary>Jobs, newest first.</summary>
    private static async Task<Ok<Page<JobResponse>>> ListAsync([AsParameters] Paging paging, IJobs jobs, CancellationToken cancellationToken)
    {
        var page = await jobs.ListAsync(paging.ToRequest(), cancellationToken);
        return TypedResults.Ok(new Page<JobResponse>([.. page.Items.Select(JobResponse.Of)], page.NextCursor));
    }

    private static async Task<Ok<JobResponse>> GetAsync(Guid id, IJobs jobs, CancellationToken cancellationToken) =>
        TypedResults.Ok(JobResponse.Of(await FindAsync(id, jobs, cancellationToken)));

    /// <summary>The job as it stands and then after changes, as events named <c>job</c>; ends with the job.</summary>
    private static async Task<SseResult> FollowAsync(Guid id, IJobs jobs, CancellationToken cancellationToken)
    {
        await FindAsync(id, jobs, cancellationToken); // before the stream: once it starts, the 200 is sent
        return new(JobLog.Follow(jobs.FollowAsync(new(id), cancellationToken)));
    }

    /// <summary>One file of the result; its name is in the job.</summary>
    private static async Task<ResultDownload> DownloadAsync(Guid id, string name, IJobs jobs, CancellationToken cancellationToken) =>
        await jobs.OpenFileAsync(new(id), name, cancellationToken) is { } file ? ResultDownload.Of(file, name) : throw Refuse.NotFound("file");

    /// <summary>Runs the job again. Its result stays until there is a new one.</summary>
    private static async Task<Accepted<JobResponse>> RefreshAsync(Guid id, IJobs jobs, CancellationToken cancellationToken) =>
        await jobs.RefreshAsync(new(id), cancellationToken) is { } job ? TypedResults.Accepted($"/api/jobs/{id}", JobResponse.Of(job)) : throw Refuse.NotFound("job");

    /// <summary>Asks a job to stop: its state says when the engine has agreed. One that has ended is left as it is, with its files.</summary>
    private static async Task<Accepted<JobResponse>> StopAsync(Guid id, IJobs jobs, CancellationToken cancellationToken)
    {
        await jobs.CancelAsync(new(id), cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{id}", JobResponse.Of(await FindAsync(id, jobs, cancellationToken)));
    }

    /// <summary>Asks a job that has not ended to stop: its state says when the engine has agreed. Removes one that has ended, with its files.</summary>
    private static async Task<Results<Accepted<JobResponse>, NoContent>> DeleteAsync(Guid id, IJobs jobs, CancellationToken cancellationToken)
    {
        if (await jobs.CancelAsync(new(id), cancellationToken)) return TypedResults.Accepted($"/api/jobs/{id}", JobResponse.Of(await FindAsync(id, jobs, cancellationToken)));
        return await jobs.DeleteAsync(new(id), cancellationToken) ? TypedResults.NoContent() : throw Refuse.NotFound("job");
    }

    private static async Task<Job> FindAsync(Guid id, IJobs jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(new(id), cancellationToken) ?? throw Refuse.NotFound("job");
}
