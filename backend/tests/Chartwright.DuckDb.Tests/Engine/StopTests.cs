using System.Diagnostics;
using System.IO.Pipelines;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>Cancel and time limit reach DuckDB, whatever the statement is doing. None of these would end by itself.</summary>
public sealed class StopTests
{
    private const string Endless = "SELECT count(*) FROM range(20000000) a, range(20000000) b WHERE a.range + b.range = -1";
    private const string EndlessStream = "SELECT a.range FROM range(20000000) a, range(20000000) b";

    public static TheoryData<string> Statements =>
    [
        Endless,
        EndlessStream,
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r",
        "SELECT sum(length(repeat('x', 100000) || a.range)) FROM range(20000000) a, range(2000) b",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task QueryAsync_Cancelled_StopsTheEngineAndThrowsCancelled(string sql)
    {
        await using var engine = TestEngines.Open();
        using var cancel = new CancellationTokenSource();

        var query = engine.QueryAsync(new(sql), cancel.Token);
        await UntilRunningAsync(engine, query);
        await cancel.CancelAsync();

        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(cancel.Token, stopped.CancellationToken);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task QueryAsync_CancelledAtAnyMoment_NeverHangsNorPoisonsTheNext()
    {
        await using var engine = TestEngines.Open(options => options with { MaxConcurrentQueries = 1 });
        for (var spins = 0; spins < 60; spins++)
        {
            using var cancel = new CancellationTokenSource();
            var query = engine.QueryAsync(new(Endless), cancel.Token);
            Thread.SpinWait(spins * spins * 20); // from before the worker has woken up to inside the execution
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
            Assert.Equal("[[1]]", await engine.RowsAsync("SELECT 1"));
        }
    }

    [Fact]
    public async Task QueryAsync_CancelledBefore_DoesNotRun()
    {
        await using var engine = TestEngines.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.QueryAsync(new("SELECT 1"), new CancellationToken(canceled: true)));

        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task QueryAsync_BeyondItsTime_IsAQueryTimeout()
    {
        var clock = new FakeTimeProvider();
        await using var engine = TestEngines.Open(options => options with { QueryTimeout = TimeSpan.FromSeconds(30), Clock = clock });

        var query = engine.QueryAsync(new(Endless), TestEngines.Token);
        while (!query.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(31)); // the limit may be set after the first of these
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<QueryException>(() => query);
        Assert.Equal((ErrorCode.QueryTimeout, true), (failure.Code, failure.Retryable));
        Assert.Contains("30 s", failure.Message, StringComparison.Ordinal);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task QueryAsync_EndlessResultBeyondTheLimit_IsBoundedByTheTimeLimit()
    {
        await using var engine = TestEngines.Open(options => options with { QueryTimeout = TimeSpan.FromMilliseconds(300) });

        var failure = await engine.FailureAsync($"{EndlessStream} WHERE a.range % 3 = b.range % 2 AND random() >= 0");

        Assert.Equal(ErrorCode.QueryTimeout, failure.Code);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task ExecuteAsync_Cancelled_Stops()
    {
        await using var engine = TestEngines.Open();
        using var cancel = new CancellationTokenSource();

        var work = engine.ExecuteAsync($"CREATE TABLE x AS {Endless}", cancel.Token);
        await UntilRunningAsync(engine, work);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(ErrorCode.UnknownTable, (await engine.FailureAsync("FROM x")).Code);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task WriteRowsAsync_ReaderThatStopsReading_IsLetGoOnCancel()
    {
        await using var engine = TestEngines.Open();
        using var cancel = new CancellationTokenSource();
        var pipe = new Pipe();

        var writing = engine.WriteRowsAsync(new(EndlessStream), pipe.Writer, null, cancel.Token);
        var first = await pipe.Reader.ReadAsync(TestEngines.Token);
        Assert.True(first.Buffer.Length > 0);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        await engine.AssertUsableAsync();
    }

    [Fact]
    public async Task WriteRowsAsync_ReaderThatGoesAway_EndsTheStatement()
    {
        await using var engine = TestEngines.Open();
        var pipe = new Pipe();

        var writing = engine.WriteRowsAsync(new(EndlessStream), pipe.Writer, null, TestEngines.Token);
        await pipe.Reader.ReadAsync(TestEngines.Token);
        await pipe.Reader.CompleteAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        await engine.AssertUsableAsync();
    }

    /// <summary>Lets a statement get into its execution: a second one has run meanwhile.</summary>
    private static async Task UntilRunningAsync(DuckDbEngine engine, Task statement)
    {
        Assert.Equal("[[1]]", await engine.RowsAsync("SELECT 1"));
        Assert.False(statement.IsCompleted);
    }
}
