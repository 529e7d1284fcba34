using Chartwright.Core.Chat;
using Chartwright.Core.Conversations;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Core.Runs;
using Chartwright.Server.Telemetry;
using Microsoft.Extensions.Options;

namespace Chartwright.Server.Runs;

/// <summary>Drives the agent for one run and keeps what it said. It never throws: whatever happens, there is a <c>done</c>.</summary>
internal sealed partial class RunExecutor(
    IConversationAgent agent, IConversationStore conversations, IRunStore runs, IOptions<RunOptions> options, TimeProvider clock, ILogger<RunExecutor> log)
{
    private static readonly DoneEvent Failed = new(FinishReason.Error, TokenUsage.Zero);
    private static readonly DoneEvent Cancelled = new(FinishReason.Cancelled, TokenUsage.Zero);

    /// <summary>Sends everything but the last event.</summary>
    /// <returns>The <c>done</c> that the caller sends: by then everything is kept.</returns>
    public async Task<DoneEvent> ExecuteAsync(Run run, AgentRequest request)
    {
        using var activity = ServerTelemetry.Source.StartActivity("chat run");
        var started = clock.GetTimestamp();
        var saving = TrySaveAsync(run, token => runs.SaveAsync(run.ToStored(), token));
        var answer = new AnswerRecorder();
        var done = await AnswerAsync(run, request, answer);
        await saving;
        var isSaved = await TrySaveAsync(run, token => KeepAsync(run, answer, done, token));
        if (!isSaved) run.Append(new ErrorEvent("The answer could not be saved. It will be gone after a reload.", "saving", ErrorCode.StorageUnavailable, Retryable: false));
        activity?.SetTag("chartwright.finish_reason", done.FinishReason.ToString());
        var elapsed = clock.GetElapsedTime(started);
        var count = run.Log.Count + 1;
        LogFinished(run.Id.Value, done.FinishReason, (long)elapsed.TotalMilliseconds, count);
        return done;
    }

    private async Task<DoneEvent> AnswerAsync(Run run, AgentRequest request, AnswerRecorder answer)
    {
        QueryCaller.Current = $"run {run.Id.Value}";
        try
        {
            await foreach (var item in agent.RunAsync(request, run.Stopping))
            {
                if (item is DoneEvent done) return done;
                answer.Observe(item);
                run.Append(item);
                if (run.Log.SizeBytes <= options.Value.MaxLogBytes) continue;
                run.Append(new ErrorEvent("The answer is larger than one run may produce.", "generating", ErrorCode.ResultTooLarge, Retryable: false));
                return new(FinishReason.Limit, TokenUsage.Zero); // leaving the loop disposes the agent's stream, which stops it
            }
            return run.Stopping.IsCancellationRequested ? Cancelled : Failed;
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            return Cancelled;
        }
#pragma warning disable CA1031 // the last line before the user: anything the agent did not handle becomes an event
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(run.Id.Value, FailureText.Of(failure));
            run.Append(failure is ChartwrightException known
                ? new ErrorEvent(known.Message, "thinking", known.Code, known.Retryable, known.Details)
                : new ErrorEvent("Something went wrong on the server. Try again.", "thinking", ErrorCode.Internal, Retryable: true));
            return Failed;
        }
    }

    // before `done` is sent: who reloads at that moment finds the answer
    private async Task KeepAsync(Run run, AnswerRecorder answer, DoneEvent done, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await conversations.AppendMessageAsync(run.ConversationId, answer.ToMessage(run.Id, done.FinishReason, now), cancellationToken);
        await runs.SaveAsync(run.ToStored(now, done.FinishReason, done), cancellationToken);
    }

    private async Task<bool> TrySaveAsync(Run run, Func<CancellationToken, Task> save)
    {
        try
        {
            await save(CancellationToken.None); // a cancelled run is saved like any other
            return true;
        }
        catch (ChartwrightException gone) when (gone.Code is ErrorCode.NotFound)
        {
            return true; // the conversation was deleted meanwhile: there is nothing to keep
        }
#pragma warning disable CA1031 // any store, any driver: the answer is worth more than its copy
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotSaved(run.Id.Value, FailureText.Of(failure));
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "run {RunId} ended: {FinishReason} after {ElapsedMs} ms, {EventCount} events")]
    private partial void LogFinished(Guid runId, FinishReason finishReason, long elapsedMs, int eventCount);

    [LoggerMessage(Level = LogLevel.Error, Message = "run {RunId} failed: {Failure}")]
    private partial void LogFailure(Guid runId, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "run {RunId} could not be saved: {Failure}")]
    private partial void LogNotSaved(Guid runId, string failure);
}
