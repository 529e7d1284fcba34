using Chartwright.Core.Errors;

namespace Chartwright.Agent.Models;

/// <summary>A model that could not answer. The message names the host at most: no key, no path, no text of the server.</summary>
internal sealed class ModelException(ErrorCode code, string message, bool retryable, Exception? innerException = null)
    : ChartwrightException(code, message, retryable, innerException)
{
    /// <summary>How long the server asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
