using Google.Rpc;
using Grpc.Core;

namespace Chartwright.SparkConnect.Errors;

/// <summary>Reads what a failed call says of itself, in its status alone.</summary>
internal static class SparkStatus
{
    private static readonly TimeSpan MaxAskedWait = TimeSpan.FromMinutes(10);

    /// <summary>Another try may succeed: the connection broke, another stream took over, or the server says so. Call it only when our own token is not cancelled.</summary>
    /// <remarks>Grpc.Net.Client reports a stream that ended without a status as Cancelled.</remarks>
    public static bool IsTransient(RpcException failure) =>
        failure.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled
        || failure.Status.Detail.Contains("INVALID_CURSOR.DISCONNECTED", StringComparison.Ordinal)
        || Find<RetryInfo>(failure) is not null;

    /// <returns>The wait the server asked for, 10 minutes at most, or null.</returns>
    public static TimeSpan? FindRetryDelay(RpcException failure)
    {
        if (Find<RetryInfo>(failure)?.RetryDelay is not { } asked) return null;
        return TimeSpan.FromSeconds(Math.Clamp(asked.Seconds + (asked.Nanos / 1e9), 0, MaxAskedWait.TotalSeconds));
    }

    /// <summary>The facts of the exception: <c>errorClass</c>, <c>sqlState</c>, <c>errorId</c>, <c>classes</c>, <c>messageParameters</c>.</summary>
    public static IReadOnlyDictionary<string, string> ReadFacts(RpcException failure) => Find<ErrorInfo>(failure) is { } found ? found.Metadata.ToDictionary() : [];

    /// <returns>The exception's Java class, or null.</returns>
    public static string? FindJavaClass(RpcException failure) => Find<ErrorInfo>(failure)?.Reason;

    private static T? Find<T>(RpcException failure)
        where T : class, Google.Protobuf.IMessage<T>, new()
    {
        try
        {
            return failure.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<T>();
        }
        catch (Google.Protobuf.InvalidProtocolBufferException)
        {
            return null; // a detail of this name that is none
        }
    }
}
