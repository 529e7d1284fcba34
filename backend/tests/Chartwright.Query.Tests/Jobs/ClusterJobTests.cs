using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Testing;

namespace Chartwright.Query.Tests.Jobs;

/// <summary>What becomes of a job when its engine is another machine.</summary>
public sealed class ClusterJobTests
{
    [Fact]
    public async Task RefreshAsync_TableOfAJob_SubmitsTheJobAgain()
    {
        var rows = 1;
        var cluster = new FakeBatchEngine((request, _, _) => JobWorkspace.WriteAsync(request, $"FROM range({rows++})"));
        await using var workspace = new JobWorkspace(cluster);
        var job = await workspace.RunAsync("anything the cluster takes");
        var before = await workspace.Queries.QueryAsync(new($"SELECT count(*) AS n FROM {job.Table}"), JobWorkspace.Stop);

        var after = await workspace.Queries.RefreshAsync(before.CacheKey, JobWorkspace.Stop);

        Assert.Equal(("[[1]]", "[[2]]", "spark"), (before.Rows.ToString(), after.Rows.ToString(), after.Engine));
        Assert.True(after.FetchedAt > before.FetchedAt);
        Assert.NotEqual(before.DataVersion, after.DataVersion);
    }

    [Fact]
    public async Task RefreshAsync_Fails_KeepsTheOldRowsAndSaysSo()
    {
        var isDown = false;
        var cluster = new FakeBatchEngine((request, _, _) => isDown
            ? throw new QueryException(ErrorCode.EngineUnavailable, "The cluster does not answer.", retryable: true)
            : JobWorkspace.WriteAsync(request, "SELECT 7 AS n"));
        await using var workspace = new JobWorkspace(cluster);
        var job = await workspace.RunAsync("q");
        var before = await workspace.Queries.QueryAsync(new($"SELECT n FROM {job.Table}"), JobWorkspace.Stop);
        isDown = true;

        var failure = await Assert.ThrowsAsync<QueryException>(() => workspace.Queries.RefreshAsync(before.CacheKey, JobWorkspace.Stop));

        Assert.Equal((ErrorCode.EngineUnavailable, "The cluster does not answer."), (failure.Code, failure.Message));
        var kept = await workspace.Queries.FindAsync(before.CacheKey, JobWorkspace.Stop);
        Assert.Equal(("[[7]]", before.FetchedAt), (kept!.Rows.ToString(), kept.FetchedAt));
        var now = await workspace.Jobs.FindAsync(job.Id, JobWorkspace.Stop);
        Assert.Equal((JobState.Failed, 2, 1), (now!.State, now.Attempt, now.Result!.Attempt));
    }

    [Fact]
    public async Task StartAsync_AfterTheProcessEnded_GoesOnByTheHandle()
    {
        var folder = Directory.CreateTempSubdirectory("chartwright-jobs-");
        try
        {
            Job job;
            var never = new FakeBatchEngine(async (_, observer, token) =>
            {
                await observer.ReattachableAsync("handle 1", token);
                await Task.Delay(Timeout.Infinite, token);
                return null;
            });
            await using (var first = new JobWorkspace(never, folder: folder.FullName))
            {
                job = await first.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);
                await first.WhenAsync(job.Id, now => now.State is JobState.Running);
                await first.Host.StopAsync();
            }

            var cluster = new FakeBatchEngine((_, _, _) => throw new InvalidOperationException("It was begun anew.")) { Resume = (request, _, _, _) => JobWorkspace.WriteAsync(request, "SELECT 5 AS n") };
            await using var second = new JobWorkspace(cluster, folder: folder.FullName);
            await second.Host.StartAsync(JobWorkspace.Stop);
            var done = await second.EndAsync(job.Id);

            Assert.Equal((JobState.Done, 1), (done.State, done.Attempt));
            Assert.Equal(["handle 1"], cluster.Resumed);
            Assert.Equal("[[5]]", await second.QueryAsync($"SELECT n FROM {job.Table}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task StartAsync_EngineForgotTheAttempt_BeginsAnotherInAFolderOfItsOwn()
    {
        var folder = Directory.CreateTempSubdirectory("chartwright-jobs-");
        try
        {
            Job job;
            var dying = new FakeBatchEngine(async (request, observer, token) =>
            {
                Directory.CreateDirectory(request.Directory);
                await File.WriteAllTextAsync(Path.Combine(request.Directory, "part-00000.parquet"), "half a file", token);
                await observer.ReattachableAsync("handle 1", token);
                await Task.Delay(Timeout.Infinite, token);
                return null;
            });
            await using (var first = new JobWorkspace(dying, folder: folder.FullName))
            {
                job = await first.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);
                await first.WhenAsync(job.Id, now => now.State is JobState.Running);
                await first.Host.StopAsync();
            }

            var cluster = new FakeBatchEngine((request, _, _) => JobWorkspace.WriteAsync(request, "SELECT 6 AS n"));
            await using var second = new JobWorkspace(cluster, folder: folder.FullName);
            await second.Host.StartAsync(JobWorkspace.Stop);
            var done = await second.EndAsync(job.Id);

            Assert.Equal((JobState.Done, 2), (done.State, done.Attempt));
            Assert.Equal(["part-00000.parquet"], await second.FilesAsync(1));
            Assert.DoesNotContain(cluster.Runs[0], dying.Runs);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task SubmitAsync_EngineIsLostEveryTime_FailsAndPublishesNothing()
    {
        var cluster = new FakeBatchEngine((_, _, _) => Task.FromResult<BatchOutcome?>(null));
        await using var workspace = new JobWorkspace(cluster);

        var job = await workspace.RunAsync("q");

        Assert.Equal((JobState.Failed, ErrorCode.EngineUnavailable, 3, null), (job.State, job.Failure!.Code, cluster.Runs.Count, job.Result));
    }

    [Theory]
    [InlineData(5L, false)] // fewer rows in the files than were counted
    [InlineData(3L, true)] // a file that is cut short
    public async Task SubmitAsync_FilesAreNotWhole_NothingIsPublished(long counted, bool isCut)
    {
        var cluster = new FakeBatchEngine(async (request, _, _) =>
        {
            var outcome = await JobWorkspace.WriteAsync(request, "FROM range(3)");
            var part = Path.Combine(request.Directory, "part-00000.parquet");
            if (isCut) await File.WriteAllBytesAsync(part, (await File.ReadAllBytesAsync(part, JobWorkspace.Stop))[..^8], JobWorkspace.Stop);
            return outcome! with { RowCount = counted };
        });
        await using var workspace = new JobWorkspace(cluster);

        var job = await workspace.RunAsync("q");

        Assert.Equal((JobState.Failed, null), (job.State, job.Result));
        Assert.Empty(await workspace.FilesAsync(0));
    }

    [Fact]
    public async Task FollowAsync_EngineGoesBack_TheFractionDoesNot()
    {
        var go = new TaskCompletionSource();
        var seen = new TaskCompletionSource();
        var cluster = new FakeBatchEngine(async (request, observer, _) =>
        {
            observer.Progressed(new(0.5, TasksDone: 5, TasksTotal: 10));
            observer.Progressed(new(0.25, TasksDone: 5, TasksTotal: 20));
            seen.SetResult();
            await go.Task;
            return await JobWorkspace.WriteAsync(request, "SELECT 1 AS n");
        });
        await using var workspace = new JobWorkspace(cluster);
        var job = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);
        await seen.Task;

        var now = await workspace.Jobs.FindAsync(job.Id, JobWorkspace.Stop);

        Assert.Equal(new BatchProgress(0.5, 5, 20), now!.Progress);
        go.SetResult();
        await workspace.EndAsync(job.Id);
    }

    [Fact]
    public async Task SubmitAsync_PoolIsFull_WaitsThenIsRefused()
    {
        var go = new TaskCompletionSource();
        var cluster = new FakeBatchEngine(async (request, _, _) =>
        {
            await go.Task;
            return await JobWorkspace.WriteAsync(request, "SELECT 1 AS n");
        });
        await using var workspace = new JobWorkspace(cluster, options => (options.MaxRunningSpark, options.MaxWaiting) = (1, 1));
        var running = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);
        await workspace.WhenAsync(running.Id, now => now.State is JobState.Checking);
        var waiting = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);

        var refusal = await Assert.ThrowsAsync<QueryException>(() => workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop));

        Assert.Equal(ErrorCode.TooManyRequests, refusal.Code);
        Assert.Equal(JobState.Queued, (await workspace.Jobs.FindAsync(waiting.Id, JobWorkspace.Stop))!.State);
        Assert.Equal(2, (await workspace.Jobs.ListAsync(new(), JobWorkspace.Stop)).Items.Count);
        go.SetResult();
        Assert.Equal(JobState.Done, (await workspace.EndAsync(waiting.Id)).State);
    }

    [Fact]
    public async Task CancelAsync_Queued_NeverBegins()
    {
        var go = new TaskCompletionSource();
        var cluster = new FakeBatchEngine(async (request, _, _) =>
        {
            await go.Task;
            return await JobWorkspace.WriteAsync(request, "SELECT 1 AS n");
        });
        await using var workspace = new JobWorkspace(cluster, options => options.MaxRunningSpark = 1);
        var running = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);
        var waiting = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);

        await workspace.Jobs.CancelAsync(waiting.Id, JobWorkspace.Stop);

        Assert.Equal(JobState.Cancelled, (await workspace.EndAsync(waiting.Id)).State);
        go.SetResult();
        await workspace.EndAsync(running.Id);
        Assert.Single(cluster.Runs);
    }

    [Fact]
    public async Task QueryAsync_JobThatHasNotEnded_IsAConflict()
    {
        var go = new TaskCompletionSource();
        var cluster = new FakeBatchEngine(async (request, _, _) =>
        {
            await go.Task;
            return await JobWorkspace.WriteAsync(request, "SELECT 1 AS n");
        });
        await using var workspace = new JobWorkspace(cluster);
        var job = await workspace.Jobs.SubmitAsync(new("q"), JobWorkspace.Stop);

        var early = await Assert.ThrowsAsync<QueryException>(() => workspace.QueryAsync($"SELECT * FROM {job.Table}"));
        var unknown = await Assert.ThrowsAsync<QueryException>(() => workspace.QueryAsync($"SELECT * FROM job_{Guid.NewGuid():n}"));

        Assert.Equal((ErrorCode.Conflict, ErrorCode.UnknownTable), (early.Code, unknown.Code));
        go.SetResult();
        await workspace.EndAsync(job.Id);
    }

    [Fact]
    public async Task DeleteAsync_Ended_TakesTheFilesToo()
    {
        await using var workspace = new JobWorkspace();
        var job = await workspace.RunAsync("SELECT 1 AS n");
        await workspace.QueryAsync($"SELECT n FROM {job.Table}");

        Assert.True(await workspace.Jobs.DeleteAsync(job.Id, JobWorkspace.Stop));

        Assert.Empty(await workspace.FilesAsync(0));
        Assert.Null(await workspace.Jobs.FindAsync(job.Id, JobWorkspace.Stop));
        var gone = await Assert.ThrowsAsync<QueryException>(() => workspace.QueryAsync($"SELECT n + 1 FROM {job.Table}"));
        Assert.Equal(ErrorCode.UnknownTable, gone.Code);
    }
}
