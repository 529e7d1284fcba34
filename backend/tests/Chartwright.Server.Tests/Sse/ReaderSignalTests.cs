using Chartwright.Server.Sse;

namespace Chartwright.Server.Tests.Sse;

public sealed class ReaderSignalTests
{
    [Fact]
    public async Task Wait_AfterSeveralSignals_ReturnsOnce()
    {
        var signal = new ReaderSignal();
        signal.Set();
        signal.Set();

        await signal.WaitAsync();

        Assert.False(signal.WaitAsync().AsTask().IsCompleted);
    }

    [Fact]
    public async Task Wait_BeforeTheSignal_IsWoken()
    {
        var signal = new ReaderSignal();
        var waiting = signal.WaitAsync().AsTask();

        signal.Set();

        await waiting.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Log_WriterAndReadersAtOnce_EveryReaderSeesEveryFrame()
    {
        const int Frames = 2_000;
        var log = new EventLog();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReadAllAsync(log))).ToList();

        for (var number = 1; number <= Frames; number++) log.Append(id => BitConverter.GetBytes(id), isLast: number == Frames);

        Assert.All(await Task.WhenAll(readers), ids => Assert.Equal(Enumerable.Range(1, Frames), ids));
        Assert.False(log.Append(BitConverter.GetBytes));
    }

    private static async Task<List<int>> ReadAllAsync(EventLog log)
    {
        var signal = new ReaderSignal();
        using var following = log.Follow(signal);
        var ids = new List<int>();
        var batch = new List<byte[]>();
        while (true)
        {
            var isLast = log.Read(ids.Count, batch);
            ids.AddRange(batch.Select(frame => BitConverter.ToInt32(frame)));
            if (isLast) return ids;
            await signal.WaitAsync();
        }
    }
}
