using Chartwright.Core.Errors;
using Chartwright.Core.Json;

namespace Chartwright.Server.Problems;

internal static class ProblemWriter
{
    private const string QueueSeconds = "2"; // most statements that wait are through by then

    /// <summary>Answers with the problem. The response must not have started.</summary>
    public static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status429TooManyRequests && context.Response.Headers.RetryAfter.Count == 0) context.Response.Headers.RetryAfter = QueueSeconds;
        return context.Response.WriteAsJsonAsync(problem, ChartwrightJson.Options, ApiProblem.ContentType, context.RequestAborted);
    }

    /// <summary>Gives a body to what routing refused without one: no such route, wrong method, wrong content type.</summary>
    public static Task WriteForStatusAsync(HttpContext context)
    {
        var problem = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ApiProblem.Of(ErrorCode.NotFound, "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => ApiProblem.Of(ErrorCode.InvalidRequest, "This address does not answer that method."),
            StatusCodes.Status415UnsupportedMediaType => ApiProblem.Of(ErrorCode.UnsupportedMediaType, "The body must be application/json."),
            StatusCodes.Status401Unauthorized => ApiProblem.Of(ErrorCode.Unauthorized, "Sign in first."),
            StatusCodes.Status429TooManyRequests => ApiProblem.Of(ErrorCode.TooManyRequests, "Too many attempts. Wait for a minute.", retryable: true),
            _ => ApiProblem.Of(ErrorCode.InvalidRequest, "The request was refused."),
        };
        return WriteAsync(context, problem with { Status = context.Response.StatusCode });
    }
}
