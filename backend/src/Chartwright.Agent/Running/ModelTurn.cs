using Chartwright.Agent.Models;
using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Running;

/// <summary>One response of the model, streamed to its end.</summary>
/// <param name="Calls">Tool calls in the order they came.</param>
/// <param name="FinishReason">Null when the server gave none.</param>
internal sealed record ModelTurn(IReadOnlyList<FunctionCallContent> Calls, ChatFinishReason? FinishReason)
{
    public bool IsCut => FinishReason == ChatFinishReason.Length;
}

/// <summary>Streams responses of one model into the answer.</summary>
internal sealed class ModelTurnReader(ModelEntry model, AgentOptions options, AnswerText answer, ComponentWriter components, RunUsage usage)
{
    private readonly HashSet<string> _callIds = new(StringComparer.Ordinal);

    /// <summary>Asks the model and passes its text on at once. What came before a failure or a cancel is in <paramref name="messages"/>.</summary>
    /// <exception cref="ChartwrightException">The model failed or wrote more than it may.</exception>
    public async Task<ModelTurn> ReadAsync(List<ChatMessage> messages, ChatOptions request, CancellationToken cancellationToken)
    {
        var inputChars = messages.Sum(message => message.Contents.Sum(CountChars));
        var updates = new List<ChatResponseUpdate>();
        var calls = new List<FunctionCallContent>();
        ChatFinishReason? finishReason = null;
        var cut = true;
        answer.BeginResponse();
        try
        {
            await foreach (var update in model.Client.GetStreamingResponseAsync(messages, request, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                updates.Add(update);
                finishReason = update.FinishReason ?? finishReason;
                for (var index = 0; index < update.Contents.Count; index++)
                {
                    if (update.Contents[index] is FunctionCallContent call)
                        update.Contents[index] = Identify(call);
                    await ReadAsync(update.Contents[index], calls, cancellationToken);
                }
            }
            cut = finishReason == ChatFinishReason.Length;
        }
        finally
        {
            if (cut)
                calls.Clear();
            Keep(updates, messages, calls, inputChars);
        }
        if (answer.EndResponse(cut) is { } last)
            await components.WriteAsync(last, answer.Understanding, cancellationToken);
        return new(calls, finishReason);
    }

    private async Task ReadAsync(AIContent content, List<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        switch (content)
        {
            case TextContent { Text: { Length: > 0 } text }:
                foreach (var block in answer.Append(text))
                    await components.WriteAsync(block, answer.Understanding, cancellationToken);
                if (answer.Length > options.MaxAnswerChars)
                    throw new ChartwrightException(ErrorCode.StepLimit, $"The answer grew beyond {options.MaxAnswerChars:N0} characters and was stopped.");
                break;
            case FunctionCallContent call:
                answer.EndOpening();
                calls.Add(call);
                break;
            case ErrorContent:
                throw new ModelException(ErrorCode.ModelProtocol, "The model reported an error in the middle of its answer.", retryable: true);
        }
    }

    /// <summary>Some servers use an id again in every response, or leave the arguments out: events and history need both.</summary>
    private FunctionCallContent Identify(FunctionCallContent call)
    {
        call.Arguments ??= new Dictionary<string, object?>();
        if (_callIds.Add(call.CallId))
            return call;
        var number = 2;
        while (!_callIds.Add($"{call.CallId}_{number}"))
            number++;
        return new($"{call.CallId}_{number}", call.Name, call.Arguments) { Exception = call.Exception };
    }

    /// <summary>A call without an answer would make the history invalid: only those that will be answered are kept.</summary>
    private void Keep(List<ChatResponseUpdate> updates, List<ChatMessage> messages, List<FunctionCallContent> calls, int inputChars)
    {
        var response = updates.ToChatResponse();
        var outputChars = 0;
        foreach (var message in response.Messages)
        {
            message.Contents = [.. message.Contents.Where(content => content is not (FunctionCallContent or UsageContent) || (content is FunctionCallContent call && calls.Contains(call)))];
            outputChars += message.Contents.Sum(CountChars);
            if (message.Contents.Count > 0)
                messages.Add(message);
        }
        usage.Add(response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, inputChars, outputChars);
    }

    private static int CountChars(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionResultContent result => (result.Result as string)?.Length ?? 0,
        FunctionCallContent call => call.Arguments?.Sum(argument => argument.Value?.ToString()?.Length ?? 0) ?? 0,
        _ => 0,
    };
}
