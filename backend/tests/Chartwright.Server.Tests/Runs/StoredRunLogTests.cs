using System.Text;
using Chartwright.Core.Ids;
using Chartwright.Core.Runs;
using Chartwright.Server.Runs;

namespace Chartwright.Server.Tests.Runs;

public sealed class StoredRunLogTests
{
    [Fact]
    public void Open_RunCutOffByACrash_EndsWithAnErrorAndDone()
    {
        var frames = Frames("""{"type":"run","runId":"x"}""", """{"type":"text","delta":"half"}""");

        Assert.Equal(4, frames.Count);
        Assert.Equal("id: 2\nevent: text\ndata: {\"type\":\"text\",\"delta\":\"half\"}\n\n", frames[1]);
        Assert.StartsWith("id: 3\nevent: error\ndata: {\"type\":\"error\",\"message\":\"The server stopped while it was answering. Ask again.\"", frames[2]);
        Assert.StartsWith("id: 4\nevent: done\ndata: {\"type\":\"done\",\"finishReason\":\"error\"", frames[3]);
    }

    [Fact]
    public void Open_FinishedRun_IsAsItWas()
    {
        var frames = Frames("""{"type":"run","runId":"x"}""", """{"type":"done","finishReason":"stop"}""");

        Assert.Equal(["id: 1\nevent: run\ndata: {\"type\":\"run\",\"runId\":\"x\"}\n\n", "id: 2\nevent: done\ndata: {\"type\":\"done\",\"finishReason\":\"stop\"}\n\n"], frames);
    }

    private static List<string> Frames(params string[] events)
    {
        var log = StoredRunLog.Open(new StoredRun(NewId.Of<RunId>(), NewId.Of<ConversationId>(), "builtin", "q", DateTimeOffset.UnixEpoch, null, null, events));
        var frames = new List<byte[]>();
        Assert.True(log.Read(0, frames));
        return [.. frames.Select(Encoding.UTF8.GetString)];
    }
}
