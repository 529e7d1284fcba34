using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Ids;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Runs;

/// <summary>The runs of this process: those in progress and, for a while, those that ended. Thread-safe.</summary>
internal sealed class RunRegistry(RunExecutor executor, IOptions<RunOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime) : IHostedService
{
    private readonly ConcurrentDictionary<RunId, Run> _runs = new();
    private readonly ConcurrentDictionary<ConversationId, RunId> _active = new();

    /// <summary>Takes the conversation's only place for a run.</summary>
    /// <exception cref="ChartwrightException"><see cref="ErrorCode.RunInProgress"/>, or <see cref="ErrorCode.TooManyRequests"/>.</exception>
    public Reservation Reserve(ConversationId conversation)
    {
        CheckCapacity();
        var run = NewId.Of<RunId>();
        return _active.TryAdd(conversation, run)
            ? new(this, conversation, run)
            : throw new ChartwrightException(ErrorCode.RunInProgress, "This conversation is still answering. Wait for it, or stop it.", retryable: true);
    }

    /// <exception cref="ChartwrightException">The server is stopping or full.</exception>
    public void CheckCapacity()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            throw new ChartwrightException(ErrorCode.EngineUnavailable, "The server is stopping.", retryable: true);
        if (_active.Count >= options.Value.MaxConcurrent)
            throw new ChartwrightException(ErrorCode.TooManyRequests, "The server is answering as many questions as it can. Try again in a moment.", retryable: true);
    }

    public bool TryFind(RunId id, [NotNullWhen(true)] out Run? run) => _runs.TryGetValue(id, out run);

    /// <returns>The conversation's run in progress, or null.</returns>
    public RunId? FindActive(ConversationId conversation) => _active.TryGetValue(conversation, out var run) ? run : null;

    /// <summary>Stops the conversation's run and waits until it has ended.</summary>
    public async Task StopAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        if (FindActive(conversation) is not { } id || !TryFind(id, out var run)) return;
        run.Cancel();
        await run.Completion.WaitAsync(cancellationToken);
    }

    /// <summary>Stops every run and waits until they have ended.</summary>
    public Task StopAllAsync(CancellationToken cancellationToken)
    {
        var running = Running().ToList();
        foreach (var run in running) run.Cancel();
        return Task.WhenAll(running.Select(run => run.Completion)).WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // not in StopAsync: the web server stops first and would wait for streams that nobody ends
        lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var run in Running()) _ = EndAsync(run);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(Running().Select(run => run.Completion)).WaitAsync(cancellationToken);

    private IEnumerable<Run> Running() => _runs.Values.Where(run => !run.Completion.IsCompleted);

    /// <summary>Asks first; a run that does not answer in time loses its stream, so that the process can end.</summary>
    private async Task EndAsync(Run run)
    {
        run.Cancel();
        await Task.WhenAny(run.Completion, Task.Delay(options.Value.ShutdownGrace, clock));
        run.Append(new DoneEvent(FinishReason.Cancelled, TokenUsage.Zero));
    }

    private Run Start(Reservation place, AgentRequest request, string model)
    {
        var run = new Run(place.RunId, place.ConversationId, model, request.Message, clock.GetUtcNow());
        run.Append(new RunEvent(run.Id, run.ConversationId, model));
        run.Completion = RunAsync(run, request);
        _runs[run.Id] = run;
        return run;
    }

    private async Task RunAsync(Run run, AgentRequest request)
    {
        await Task.Yield(); // the caller sends its first event without waiting for the agent's first step
        var done = await executor.ExecuteAsync(run, request);
        _active.TryRemove(new(run.ConversationId, run.Id)); // before `done`: who reads it may ask the next question at once
        run.Append(done);
        ForgetLater(run);
    }

    private void ForgetLater(Run run)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                _runs.TryRemove(run.Id, out var _);
                run.Dispose();
                timer?.Dispose();
            },
            null, options.Value.KeepFinished, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A place that is given back unless a run was started in it.</summary>
    internal sealed class Reservation(RunRegistry owner, ConversationId conversation, RunId run) : IDisposable
    {
        private bool _isUsed;

        public RunId RunId => run;
        public ConversationId ConversationId => conversation;

        public Run Start(AgentRequest request, string model)
        {
            _isUsed = true;
            return owner.Start(this, request, model);
        }

        public void Dispose()
        {
            if (!_isUsed) owner._active.TryRemove(new(conversation, run));
        }
    }
}
