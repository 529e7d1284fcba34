using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chartwright.Agent.Models;
using Chartwright.Agent.Running;
using Chartwright.Agent.Tools;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chartwright.Agent;

/// <summary>Answers questions with a model and tools. Thread-safe: runs share nothing but the ports.</summary>
internal sealed partial class ConversationAgent(
    ModelCatalog models, AgentPorts ports, IOptions<AgentOptions> options, TimeProvider clock, ILogger<ConversationAgent> logger) : IConversationAgent
{
    /// <summary>Key of <see cref="ChatOptions.AdditionalProperties"/> under which the built-in analyst finds the <see cref="AgentRequest"/>.</summary>
    public const string RequestKey = "chartwright.request";

    /// <summary>Key under which it finds the name of the engine that runs jobs.</summary>
    public const string BatchEngineKey = "chartwright.batch_engine";

    private static readonly ActivitySource Activities = new(AgentTelemetry.SourceName);

    public IReadOnlyList<string> Models => models.Names;

    public async IAsyncEnumerable<ChatEvent> RunAsync(AgentRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<ChatEvent>(new() { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = Task.Run(() => RunAsync(request, channel.Writer, stop.Token), CancellationToken.None); // a model that never waits must not hold events back
        try
        {
            await foreach (var next in channel.Reader.ReadAllAsync(CancellationToken.None)) // a cancelled run still says so
                yield return next;
        }
        finally
        {
            await stop.CancelAsync(); // a reader that leaves early ends the run, engine included
            await run;
        }
    }

    private async Task RunAsync(AgentRequest request, ChannelWriter<ChatEvent> writer, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity("invoke_agent");
        using var limit = new RunLimit(options.Value.MaxDuration, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var events = new RunEvents(writer);
        var usage = new RunUsage();
        var reason = FinishReason.Error;
        try
        {
            reason = await RunAsync(request, events, usage, limit, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            reason = FinishReason.Cancelled;
        }
        catch (OperationCanceledException) when (limit.Token.IsCancellationRequested)
        {
            events.EmitError(ErrorCode.StepLimit, $"The answer took longer than {options.Value.MaxDuration.TotalSeconds:N0} seconds.", retryable: true);
            reason = FinishReason.Limit;
        }
        catch (ChartwrightException e)
        {
            events.EmitError(e);
            reason = e.Code == ErrorCode.StepLimit ? FinishReason.Limit : FinishReason.Error;
        }
        catch (Exception e) // the stream has begun: whatever went wrong has to end it in words
        {
            LogFailure(logger, e.GetType().Name, e.StackTrace);
            events.EmitError(ErrorCode.Internal, "Something went wrong in the server.", retryable: true);
        }
        finally
        {
            activity?.SetTag("chartwright.finish_reason", reason.ToString());
            events.Emit(new DoneEvent(reason, usage.ToTokenUsage()));
            writer.Complete();
        }
    }

    private async Task<FinishReason> RunAsync(AgentRequest request, RunEvents events, RunUsage usage, RunLimit limit, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var model = models.Get(request.Model);
        var snapshot = await ports.Catalog.GetAsync(cancellationToken);
        var results = new RunResults(request.Artifact);
        var functions = AgentTools.Create(snapshot, ports, results, events, limit, limits, model.Privacy);
        var components = new ComponentWriter(request, ports.Artifacts, results, events, clock);
        var chatOptions = new ChatOptions
        {
            Tools = [.. functions],
            AllowMultipleToolCalls = model.IsBuiltin || model.ParallelToolCalls ? null : false,
            MaxOutputTokens = model.MaxOutputTokens,
            Temperature = model.Temperature,
        };
        if (model.IsBuiltin)
            chatOptions.AdditionalProperties = new() { [RequestKey] = request, [BatchEngineKey] = ports.Jobs.DefaultEngine };
        var messages = RunMessages.Write(request, model, snapshot, ports.Jobs.DefaultEngine, limits.MaxHistoryTurns, clock.GetUtcNow());
        var run = new AgentRun(
            model, limits, events, results, usage, new AnswerText(events), components,
            new ToolRunner(functions, events, limits, clock, logger), chatOptions, messages);
        return await run.RunAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A run failed with {Exception} at {StackTrace}")] // its message may hold data
    private static partial void LogFailure(ILogger logger, string exception, string? stackTrace);
}
