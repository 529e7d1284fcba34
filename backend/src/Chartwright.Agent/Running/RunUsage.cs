using Chartwright.Core.Chat;

namespace Chartwright.Agent.Running;

/// <summary>Adds up what the model has used. A server that reports nothing is estimated at four characters a token.</summary>
internal sealed class RunUsage
{
    private const int CharsPerToken = 4;

    public long InputTokens { get; private set; }
    public long OutputTokens { get; private set; }
    public long Total => InputTokens + OutputTokens;

    public TokenUsage ToTokenUsage() => new(InputTokens, OutputTokens);

    public void Add(long? inputTokens, long? outputTokens, int inputChars, int outputChars)
    {
        InputTokens += inputTokens ?? inputChars / CharsPerToken;
        OutputTokens += outputTokens ?? outputChars / CharsPerToken;
    }
}
