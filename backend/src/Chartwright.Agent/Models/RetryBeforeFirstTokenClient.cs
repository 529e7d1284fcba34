using System.Runtime.CompilerServices;
using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Models;

/// <summary>Asks again when a request failed before the user saw anything of its answer. The only place where requests are repeated.</summary>
internal sealed class RetryBeforeFirstTokenClient(IChatClient inner, int maxRetries, TimeProvider clock) : DelegatingChatClient(inner)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20); // beyond it the user decides

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; ; attempt++)
        {
            await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            var opening = new List<ChatResponseUpdate>();
            TimeSpan? wait = null;
            try
            {
                while (await updates.MoveNextAsync())
                {
                    opening.Add(updates.Current);
                    if (updates.Current.Contents.Count > 0)
                        break;
                }
            }
            catch (ChartwrightException e) when (attempt < maxRetries && FindWait(e, attempt) is { } time)
            {
                wait = time;
            }
            if (wait is { } pause)
            {
                await Task.Delay(pause, clock, cancellationToken);
                continue;
            }
            foreach (var update in opening)
                yield return update;
            while (await updates.MoveNextAsync())
                yield return updates.Current;
            yield break;
        }
    }

    /// <returns>Null when asking again is of no use, or too far away.</returns>
    private static TimeSpan? FindWait(ChartwrightException error, int attempt)
    {
        if (!error.Retryable || error.Code == ErrorCode.ModelTimeout)
            return null;
        var wait = (error as ModelException)?.RetryAfter ?? FirstWait * Math.Pow(2, attempt);
        return wait <= LongestWait ? wait : null;
    }
}
