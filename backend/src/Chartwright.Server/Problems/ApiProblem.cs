using Chartwright.Core.Errors;

namespace Chartwright.Server.Problems;

/// <summary>An RFC 9457 problem as every route answers it (<c>application/problem+json</c>).</summary>
/// <param name="Detail">Words for the user.</param>
/// <param name="Code">Stable name; see docs/error-codes.md.</param>
/// <param name="Retryable">True when the same request can succeed later without a change.</param>
/// <param name="Details">Facts for a machine, such as near matches or a position.</param>
public sealed record ApiProblem(
    string Type, string Title, int Status, string Detail, ErrorCode Code, bool Retryable, IReadOnlyDictionary<string, object?>? Details = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>The problem of a failure whose message is meant for the user.</summary>
    public static ApiProblem Of(ChartwrightException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Of(failure.Code, failure.Message, failure.Retryable) with { Details = failure.Details };
    }

    public static ApiProblem Of(ErrorCode code, string detail, bool retryable = false)
    {
        var (status, title, _) = ErrorCatalog.Describe(code);
        return new("about:blank", title, status, detail, code, retryable);
    }
}
