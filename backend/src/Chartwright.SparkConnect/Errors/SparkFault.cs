namespace Chartwright.SparkConnect.Errors;

/// <summary>Whose a failure is, and what follows from it.</summary>
public enum SparkFaultKind
{
    /// <summary>The statement or its data: repair it.</summary>
    Statement,

    /// <summary>The operation was interrupted.</summary>
    Cancelled,

    /// <summary>The server no longer knows the operation or its session; what it had written may be whole all the same.</summary>
    Lost,

    /// <summary>The files could not be written: disk full, no right, no such storage.</summary>
    Storage,

    /// <summary>No connection, or no answer in time.</summary>
    Unavailable,

    /// <summary>The token is missing, wrong or not enough.</summary>
    Unauthorized,

    /// <summary>Anything else on the server's side.</summary>
    Server,
}

/// <summary>One failure of a cluster, as far as it could be read.</summary>
/// <param name="ErrorClass">Spark's stable name, e.g. <c>DIVIDE_BY_ZERO</c>; null from servers that send none.</param>
/// <param name="SqlState">Five characters, or null.</param>
/// <param name="Message">Spark's own words, whole; may hold paths and host names.</param>
/// <param name="Position">Where in the text that was sent, or null.</param>
public sealed record SparkFault(SparkFaultKind Kind, string? ErrorClass, string? SqlState, string Message, SparkPosition? Position = null)
{
    /// <summary>The words of the deepest cause.</summary>
    public string Cause { get; init; } = Message;

    /// <summary>Spark's values for the message, e.g. <c>objectName</c>, <c>proposal</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>A place in the text that was sent.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public readonly record struct SparkPosition(int Line, int Column);

/// <summary>A call to a cluster that failed for good.</summary>
public sealed class SparkException(SparkFault fault, Exception? innerException = null) : Exception($"{fault?.ErrorClass ?? fault?.Kind.ToString()}: {fault?.Message}", innerException)
{
    public SparkFault Fault { get; } = fault ?? throw new ArgumentNullException(nameof(fault));
}
