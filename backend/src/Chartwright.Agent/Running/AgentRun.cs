using Chartwright.Agent.Models;
using Chartwright.Agent.Tools;
using Chartwright.Core.Chat;
using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Running;

/// <summary>The loop of one run: ask the model, run its tools, ask again, until it answers or a limit ends it.</summary>
internal sealed class AgentRun(
    ModelEntry model, AgentOptions options, RunEvents events, RunResults results, RunUsage usage,
    AnswerText answer, ComponentWriter components, ToolRunner tools, ChatOptions request, List<ChatMessage> messages)
{
    private static readonly ChatFinishReason Clarify = new("clarify");

    private readonly ModelTurnReader _model = new(model, options, answer, components, usage);
    private readonly SqlCorrections _corrections = new(options.MaxSqlCorrections);
    private int _repairs;

    /// <summary>Runs to the end of the answer.</summary>
    /// <exception cref="ChartwrightException">The model or the store failed; nothing more can be done.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; every tool has stopped.</exception>
    public async Task<FinishReason> RunAsync(CancellationToken cancellationToken)
    {
        events.EnterStage(ChatStage.Thinking, "Reading the question");
        for (var step = 1; step <= options.MaxSteps; step++)
        {
            if (usage.Total >= options.MaxTokens)
                return EndAtLimit($"The answer used {usage.Total:N0} tokens; the limit is {options.MaxTokens:N0}.");
            request.ToolMode = step == options.MaxSteps ? ChatToolMode.None : ChatToolMode.Auto;
            var turn = await _model.ReadAsync(messages, request, cancellationToken);
            if (turn.Calls.Count > 0)
            {
                if (!await RunToolsAsync(turn.Calls, cancellationToken))
                    return FinishReason.Error;
            }
            else if (TryEnd(turn) is { } reason)
            {
                return reason;
            }
        }
        return EndAtLimit($"The answer was not complete after {options.MaxSteps} steps.");
    }

    /// <returns>False when the model could not mend its SQL.</returns>
    private async Task<bool> RunToolsAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        if (calls.Any(call => call.Name == SubmitSparkTool.Name))
            events.EnterStage(ChatStage.Submitting, "Running the job");
        else
            events.EnterStage(ChatStage.Querying, calls.Any(call => call.Name == RunSqlTool.Name) ? "Querying the data" : "Looking at the data");
        var outcomes = await tools.RunAsync(calls, cancellationToken);
        results.EndStep();
        messages.Add(ToolRunner.ToMessage(outcomes));
        cancellationToken.ThrowIfCancellationRequested();

        foreach (var failure in outcomes.Select(outcome => outcome.Reply).OfType<ToolReply>().Where(reply => !reply.IsRepairable))
        {
            if (failure.Failure is { } error)
                events.Emit(error);
        }
        if (!_corrections.Add(outcomes))
        {
            EmitSqlFailure();
            return false;
        }
        if (_corrections.Failure is not null)
            events.EnterStage(ChatStage.Repairing, "Correcting the SQL");
        else
            events.EnterStage(ChatStage.Thinking, "Reading the result");
        return true;
    }

    /// <returns>How the run ends, or null when the model is to write its component again.</returns>
    private FinishReason? TryEnd(ModelTurn turn)
    {
        if (turn.IsCut)
            return EndAtLimit("The answer was cut: the model reached the length of one response. Raise MaxOutputTokens of the model, or ask for less.");
        if (turn.FinishReason == ChatFinishReason.ContentFilter)
        {
            events.EmitError(ErrorCode.ModelRefused, "The model declined to answer this question.", retryable: false);
            return FinishReason.Error;
        }
        if (turn.FinishReason == Clarify)
            return FinishReason.Clarify;
        if (components.Problems.Count > 0)
            return RepairOrEnd();
        if (answer.Length == 0)
        {
            events.EmitError(ErrorCode.ModelProtocol, "The model gave no answer.", retryable: true);
            return FinishReason.Error;
        }
        if (_corrections.Failure is not null)
        {
            EmitSqlFailure();
            return FinishReason.Error;
        }
        return FinishReason.Stop;
    }

    private FinishReason? RepairOrEnd()
    {
        if (_repairs++ < options.MaxComponentRepairs)
        {
            events.EnterStage(ChatStage.Repairing, "Correcting the chart");
            messages.Add(RunMessages.WriteRepair(components.Problems));
            return null;
        }
        if (_corrections.Failure is not null)
            EmitSqlFailure(); // the chart lacks its data: that is the news
        else
            events.EmitError(ErrorCode.CodeInvalid, "The component cannot be shown: " + components.Problems[0], retryable: true,
                new Dictionary<string, object?> { ["problems"] = components.Problems });
        return FinishReason.Error;
    }

    /// <summary>Says what the model could not mend; what it could not have mended was said at once.</summary>
    private void EmitSqlFailure()
    {
        if (_corrections.Failure is { IsRepairable: true, Failure: { } failure })
            events.Emit(failure);
    }

    private FinishReason EndAtLimit(string message)
    {
        events.EmitError(ErrorCode.StepLimit, message, retryable: true);
        return FinishReason.Limit;
    }
}
