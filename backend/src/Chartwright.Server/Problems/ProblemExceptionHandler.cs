using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Server.Telemetry;
using Microsoft.AspNetCore.Diagnostics;

namespace Chartwright.Server.Problems;

/// <summary>Turns every failure before a response into a problem. What is not meant for the user is logged and answered as <c>internal</c>.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody reads it; the log does
            return true;
        }
        await ProblemWriter.WriteAsync(httpContext, Describe(exception, httpContext));
        return true;
    }

    private ApiProblem Describe(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case ChartwrightException known:
                if (known.Code is ErrorCode.Internal or ErrorCode.StorageUnavailable or ErrorCode.EngineUnavailable) LogFailure(context.Request.Method, Route(context), FailureText.Of(exception));
                return ApiProblem.Of(known);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiProblem.Of(ErrorCode.InvalidRequest, "The body is too large.") with { Status = StatusCodes.Status413PayloadTooLarge };
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return ApiProblem.Of(ErrorCode.UnsupportedMediaType, "The body must be application/json.");
            case BadHttpRequestException { InnerException: JsonException json }:
                return ApiProblem.Of(ErrorCode.InvalidRequest, JsonProblem.Describe(json));
            case BadHttpRequestException or InvalidDataException: // the latter: multipart limits
                return ApiProblem.Of(ErrorCode.InvalidRequest, "The request could not be read.");
            default:
                LogFailure(context.Request.Method, Route(context), FailureText.Of(exception));
                return ApiProblem.Of(ErrorCode.Internal, "Something went wrong on the server. Try again.", retryable: true);
        }
    }

    /// <summary>The route's template: the path itself may hold what the log must not.</summary>
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed: {Failure}")]
    private partial void LogFailure(string method, string route, string failure);
}
