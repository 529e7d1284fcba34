using System.Diagnostics;
using System.Text.Json;
using Chartwright.Agent.Tools;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Chartwright.Core.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Chartwright.Agent.Running;

/// <summary>A tool call with what came of it; no reply when it was cancelled.</summary>
internal sealed record ToolOutcome(FunctionCallContent Call, ToolReply? Reply);

/// <summary>Runs the tool calls of one response side by side and reports each as it goes.</summary>
internal sealed partial class ToolRunner(
    IReadOnlyList<AIFunction> functions, RunEvents events, AgentOptions options, TimeProvider clock, ILogger logger)
{
    private static readonly ActivitySource Activities = new(AgentTelemetry.SourceName);

    /// <summary>Returns when every call has ended, cancelled ones too: the engine has agreed to stop by then.</summary>
    /// <returns>One outcome for each call, in their order.</returns>
    public async Task<IReadOnlyList<ToolOutcome>> RunAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var running = calls.Select((call, index) => RunAsync(call, index, cancellationToken)).ToArray();
        return await Task.WhenAll(running);
    }

    /// <summary>The message that answers the calls: a cancelled one says so, and the history stays valid.</summary>
    public static ChatMessage ToMessage(IReadOnlyList<ToolOutcome> outcomes) => new(ChatRole.Tool,
        [.. outcomes.Select(outcome => new FunctionResultContent(outcome.Call.CallId, outcome.Reply?.Json ?? "cancelled"))]);

    private async Task<ToolOutcome> RunAsync(FunctionCallContent call, int index, CancellationToken cancellationToken)
    {
        var arguments = ToElement(call);
        var started = clock.GetTimestamp();
        var begun = new ToolEvent(call.CallId, call.Name, arguments, ToolState.Started);
        events.Emit(begun);
        using var activity = Activities.StartActivity($"execute_tool {call.Name}");
        activity?.SetTag("gen_ai.operation.name", "execute_tool").SetTag("gen_ai.tool.name", call.Name);
        ToolReply? reply;
        try
        {
            reply = index < options.MaxToolCallsPerStep
                ? await InvokeAsync(call, new(events, begun, clock), cancellationToken)
                : ToolJson.Fail(ErrorCode.StepLimit, $"At most {options.MaxToolCallsPerStep} calls are run at once. Call again.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            reply = null;
        }

        var elapsedMs = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        var state = reply switch { null => ToolState.Cancelled, { Error: not null } => ToolState.Failed, _ => ToolState.Finished };
        activity?.SetStatus(state == ToolState.Finished ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        events.Emit(new ToolEvent(call.CallId, call.Name, arguments, state, ElapsedMs: elapsedMs, Message: reply?.Message ?? "Cancelled"));
        if (reply?.Data is { } data)
            events.Emit(data);
        return new(call, reply);
    }

    private async Task<ToolReply> InvokeAsync(FunctionCallContent call, ToolProgress progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (functions.FirstOrDefault(function => function.Name == call.Name) is not { } function)
            return ToolJson.Fail(ErrorCode.ToolFailed, "There is no such tool.", functions.Select(known => known.Name));
        if (call.Exception is not null)
            return ToolJson.Fail(ErrorCode.InvalidRequest, $"The arguments of {call.Name} are not one valid JSON object. Call it again, one call at a time.");
        try
        {
            return (ToolReply)(await function.InvokeAsync(new AIFunctionArguments(call.Arguments) { Context = new Dictionary<object, object?> { [typeof(ToolProgress)] = progress } }, cancellationToken))!;
        }
        catch (Exception e) when (e is ArgumentException or JsonException) // an argument is missing or has the wrong type
        {
            return ToolJson.Fail(ErrorCode.InvalidRequest, $"The arguments of {call.Name} do not fit: its parameters are {ParametersOf(function)}.");
        }
        catch (ChartwrightException e)
        {
            return ToolJson.Fail(e, events.Stage, DataPrivacy.Schema); // a tool that may tell values tells its own failures
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(logger, call.Name, e.GetType().Name, e.StackTrace);
            return ToolJson.Fail(new ChartwrightException(ErrorCode.ToolFailed, $"The tool {call.Name} failed.", retryable: true, e), events.Stage, DataPrivacy.Schema);
        }
    }

    private static string ParametersOf(AIFunction function) =>
        function.JsonSchema.TryGetProperty("properties", out var properties)
            ? string.Join(", ", properties.EnumerateObject().Select(property => property.Name))
            : "none";

    private static JsonElement ToElement(FunctionCallContent call) =>
        JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), ChartwrightJson.Options);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed with {Exception} at {StackTrace}")] // its message may hold data
    private static partial void LogFailure(ILogger logger, string tool, string exception, string? stackTrace);
}
