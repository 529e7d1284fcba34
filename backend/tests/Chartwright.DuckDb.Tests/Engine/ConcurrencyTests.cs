using System.IO.Pipelines;
using System.Text;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task QueryAsync_FiftyAtOnce_EachGetsItsOwnRows()
    {
        await using var engine = TestEngines.Open();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            engine.QueryAsync(new($"SELECT {number} AS n, count(*) AS c, sum(i % {number + 2}) AS s FROM range(100000) t(i)"), TestEngines.Token)));

        for (var number = 0; number < results.Length; number++)
        {
            var sum = Enumerable.Range(0, 100_000).Sum(i => (long)(i % (number + 2)));
            Assert.Equal($"[[{number},100000,{sum}]]", results[number].Rows.ToString());
        }
    }

    [Fact]
    public async Task DisposeAsync_WhileQueriesRun_LetsThemFinish()
    {
        var engine = TestEngines.Open(options => options with { MaxConcurrentQueries = 2 });
        var running = engine.QueryAsync(new("SELECT count(*) FROM range(30000000) t(i) WHERE i % 7 = 3"), TestEngines.Token);

        await engine.DisposeAsync();

        Assert.Equal("[[4285714]]", (await running).Rows.ToString());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.QueryAsync(new("SELECT 1"), TestEngines.Token));
    }

    [Fact]
    public async Task WriteRowsAsync_MillionRows_StreamsThemAllInOrder()
    {
        await using var engine = TestEngines.Open();
        var pipe = new Pipe();
        IReadOnlyList<ResultColumn>? columns = null;

        var writing = WriteAsync();
        var reader = pipe.Reader.AsStream();
        using var text = new StreamReader(reader, Encoding.UTF8);
        var json = await text.ReadToEndAsync(TestEngines.Token);

        Assert.Equal(1_000_000, await writing);
        Assert.Equal([new ResultColumn("i", "BIGINT")], columns);
        Assert.True(json == $"[{string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"[{i}]"))}]", "the rows differ");

        async Task<long> WriteAsync()
        {
            var rows = await engine.WriteRowsAsync(new("SELECT i FROM range(1000000) t(i)"), pipe.Writer, names => columns = names, TestEngines.Token);
            await pipe.Writer.CompleteAsync();
            return rows;
        }
    }

    [Fact]
    public async Task WriteRowsAsync_StatementThatFailsAtOnce_LeavesThePipeUntouched()
    {
        await using var engine = TestEngines.Open();
        var pipe = new Pipe();

        await Assert.ThrowsAsync<Core.Errors.QueryException>(() =>
            engine.WriteRowsAsync(new("SELECT nothing"), pipe.Writer, _ => Assert.Fail("called"), TestEngines.Token));

        await pipe.Writer.CompleteAsync();
        Assert.True((await pipe.Reader.ReadAsync(TestEngines.Token)).Buffer.IsEmpty);
    }
}
