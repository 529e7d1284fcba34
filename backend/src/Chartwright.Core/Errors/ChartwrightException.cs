namespace Chartwright.Core.Errors;

/// <summary>A failure whose message may be shown to the user: plain words, no path, no secret, no stack.</summary>
/// <param name="code">Stable name of the failure.</param>
/// <param name="message">What happened and, where there is a remedy, what to do.</param>
/// <param name="retryable">True when the same request can succeed later without a change.</param>
/// <param name="innerException">The cause, for the log only.</param>
public class ChartwrightException(ErrorCode code, string message, bool retryable = false, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ErrorCode Code { get; } = code;

    public bool Retryable { get; } = retryable;

    /// <summary>Facts for a machine (near matches, a position); values are JSON primitives or lists of them.</summary>
    public IReadOnlyDictionary<string, object?>? Details { get; init; }
}

/// <summary>A statement that could not be answered. The model may repair it; see <see cref="ChartwrightException.Code"/>.</summary>
public sealed class QueryException(ErrorCode code, string message, bool retryable = false, Exception? innerException = null)
    : ChartwrightException(code, message, retryable, innerException)
{
    /// <summary>Whether the message may hold values of the data, because the engine failed while it worked on them: not for readers that may not see those.</summary>
    public bool MayQuoteValues { get; init; }

    /// <summary>Whether the statement needed more memory than there is for it; another one, or fewer rows, may not.</summary>
    public bool IsOutOfMemory { get; init; }
}
