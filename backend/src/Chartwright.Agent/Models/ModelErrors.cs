using System.ClientModel;
using System.Net;
using System.Text.Json;
using Anthropic.Exceptions;
using Chartwright.Core.Errors;

namespace Chartwright.Agent.Models;

/// <summary>Turns what an SDK throws into words for the user. Texts of the server are left out: they may repeat the key.</summary>
internal static class ModelErrors
{
    /// <param name="host">Host and port of the server.</param>
    /// <param name="retryAfter">What the server last asked for.</param>
    public static ChartwrightException Map(Exception error, string host, TimeSpan? retryAfter) => error switch
    {
        ChartwrightException known => known,
        ClientResultException { Status: > 0 } answer => FromStatus(answer.Status, host, retryAfter, error),
        AnthropicApiException answer => FromStatus((int)answer.StatusCode, host, retryAfter, error),
        HttpRequestException { StatusCode: { } status } => FromStatus((int)status, host, retryAfter, error),
        AggregateException { InnerException: { } inner } => Map(inner, host, retryAfter),
        ClientResultException { InnerException: { } inner } => Map(inner, host, retryAfter),
        AnthropicException { InnerException: { } inner } => Map(inner, host, retryAfter),
        TimeoutException or OperationCanceledException => Timeout(host, error),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => Broken(host, error),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new ModelException(ErrorCode.ModelUnavailable, $"No secure connection to the model server at {host} could be made.", false, error),
        HttpRequestException => new ModelException(ErrorCode.ModelUnavailable, $"The model server at {host} cannot be reached. Is it running?", true, error),
        IOException => Broken(host, error),
        _ => Protocol(host, error),
    };

    /// <summary>The server said nothing for too long.</summary>
    public static ModelException Timeout(string host, Exception? error) =>
        new(ErrorCode.ModelTimeout, $"The model server at {host} did not answer in time.", true, error);

    /// <summary>The server's answer cannot be read.</summary>
    public static ModelException Protocol(string host, Exception? error) =>
        new(ErrorCode.ModelProtocol, $"The answer of the model server at {host} could not be understood.", error is not JsonException, error);

    /// <summary>The connection ended in the middle of the answer.</summary>
    public static ModelException Broken(string host, Exception? error) =>
        new(ErrorCode.ModelProtocol, $"The model server at {host} broke off in the middle of its answer.", true, error);

    private static ModelException FromStatus(int status, string host, TimeSpan? retryAfter, Exception error) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new(ErrorCode.ModelRefused, $"The model refused the key for {host}. Check the model's ApiKey.", false, error),
        HttpStatusCode.TooManyRequests =>
            new(ErrorCode.ModelRateLimited, $"The model server at {host} takes no more requests for now.", true, error) { RetryAfter = retryAfter },
        HttpStatusCode.NotFound =>
            new(ErrorCode.ModelUnavailable, $"The server at {host} does not know this model, or its BaseUrl is wrong.", false, error),
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => Timeout(host, error),
        >= HttpStatusCode.InternalServerError =>
            new(ErrorCode.ModelUnavailable, $"The model server at {host} failed (HTTP {status}).", true, error) { RetryAfter = retryAfter },
        _ => new(ErrorCode.ModelProtocol, $"The model server at {host} did not accept the request (HTTP {status}).", false, error),
    };
}
