using System.Runtime.CompilerServices;
using Chartwright.Core.Errors;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Models;

/// <summary>A model on a server: its failures are <see cref="ChartwrightException"/>s, its silences end, its answers are whole.</summary>
internal sealed class RemoteModelClient(IChatClient inner, string host, TimeSpan timeout, RetryAfterHandler hints, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var finished = false;
        await using var updates = base.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        while (await MoveNextAsync(updates, silence, cancellationToken))
        {
            finished |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }
        if (!finished)
            throw ModelErrors.Broken(host, null);
    }

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        silence.CancelAfter(timeout);
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (silence.IsCancellationRequested)
        {
            throw ModelErrors.Timeout(host, e);
        }
        catch (Exception e) // an SDK throws whatever a hostile answer makes it throw
        {
            throw ModelErrors.Map(e, host, hints.Latest);
        }
    }
}
