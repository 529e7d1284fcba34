using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>A stop that nobody asked for is never told as one.</summary>
public sealed class OwnInterruptTests
{
    private static readonly DuckDbNativeException Interrupt = new(DuckDBErrorType.Interrupt, """{"exception_type":"INTERRUPT","exception_message":"Interrupted!"}""");

    [Fact]
    public void Retry_InterruptOfItsOwn_GivesTheSecondAnswer()
    {
        var answer = Run(() => throw Interrupt, () => 7, TestEngines.Token);

        Assert.Equal(7, answer);
    }

    [Fact]
    public void Retry_InterruptEachTime_EndsAndSaysToRunAgain()
    {
        var attempts = 0;

        var failure = Assert.Throws<QueryException>(() => Run(() => throw Interrupt, () => { attempts++; throw Interrupt; }, TestEngines.Token));

        Assert.Equal((ErrorCode.EngineUnavailable, true, 3), (failure.Code, failure.Retryable, attempts));
    }

    [Fact]
    public void Retry_AnotherFailure_IsNotRunAgain() =>
        Assert.Equal("no such table", Assert.Throws<DuckDbNativeException>(() =>
            Run(() => throw new DuckDbNativeException(DuckDBErrorType.Catalog, "no such table"), () => 7, TestEngines.Token)).Message);

    [Fact]
    public void Retry_InterruptThatWasAskedFor_IsNotRunAgain()
    {
        using var caller = new CancellationTokenSource();

        Assert.Throws<DuckDbNativeException>(() => Run(() => { caller.Cancel(); throw Interrupt; }, () => 7, caller.Token));
    }

    private static int Run(Func<int> work, Func<int> again, CancellationToken caller)
    {
        using var database = EngineDatabase.Open(new DuckDbOptions { MemoryLimit = "512MB", Threads = 2 });
        using var connection = new EngineConnection(database);
        using var watch = new QueryWatch(connection, Timeout.InfiniteTimeSpan, TimeProvider.System, caller);
        return OwnInterrupts.Retry((_, _) => work(), (_, _) => again(), connection, watch);
    }
}
