using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chartwright.Core.Chat;

namespace Chartwright.Server.Tests.Hosting;

/// <summary>An agent whose events the test sends one by one. It obeys a cancel as the port's contract says.</summary>
internal sealed class FakeAgent : IConversationAgent
{
    private readonly Channel<ScriptedRun> _started = Channel.CreateUnbounded<ScriptedRun>();

    public IReadOnlyList<string> Models { get; init; } = ["builtin", "other"];

    /// <summary>The next run that was started.</summary>
    public ValueTask<ScriptedRun> NextAsync() => _started.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async IAsyncEnumerable<ChatEvent> RunAsync(AgentRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new ScriptedRun(request);
        _started.Writer.TryWrite(run);
        while (true)
        {
            ChatEvent? item;
            try
            {
                item = await run.Events.Reader.ReadAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await run.EngineStopped.Task;
                item = new DoneEvent(FinishReason.Cancelled, TokenUsage.Zero);
            }
            yield return item;
            if (item is DoneEvent) yield break;
        }
    }
}

internal sealed class ScriptedRun(AgentRequest request)
{
    public AgentRequest Request => request;

    public Channel<ChatEvent> Events { get; } = Channel.CreateUnbounded<ChatEvent>();

    /// <summary>Set: a cancel is answered at once. A test that wants an engine that takes its time replaces it.</summary>
    public TaskCompletionSource EngineStopped { get; set; } = Done();

    public void Send(params ReadOnlySpan<ChatEvent> events)
    {
        foreach (var item in events) Events.Writer.TryWrite(item);
    }

    /// <summary>The agent throws, against its contract.</summary>
    public void Break(Exception failure) => Events.Writer.Complete(failure);

    public void Finish(FinishReason reason = FinishReason.Stop) => Send(new DoneEvent(reason, new(10, 5)));

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        done.SetResult();
        return done;
    }
}
