using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Chartwright.Testing;

/// <summary>What a model was asked.</summary>
public sealed record ScriptedRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options);

/// <summary>A model that follows a script: the first request gets the first turn, and so on. A request beyond the script fails.</summary>
public sealed class ScriptedChatClient(params ScriptedTurn[] turns) : IChatClient
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedRequest> _requests = [];

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int number;
        lock (_lock)
        {
            number = _requests.Count;
            _requests.Add(new([.. messages.Select(message => message.Clone())], options?.Clone()));
        }
        if (number >= turns.Length)
            throw new InvalidOperationException($"The script has {turns.Length} turns; this is request {number + 1}.");
        foreach (var step in turns[number].Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await step(cancellationToken) is { } update)
                yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) && serviceKey is null ? this : null;

    public void Dispose()
    {
    }
}
