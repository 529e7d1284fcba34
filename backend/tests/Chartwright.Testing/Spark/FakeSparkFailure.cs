using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using GrpcStatus = Google.Rpc.Status;

namespace Chartwright.Testing.Spark;

/// <summary>Failures as Spark 4 sends them: INTERNAL, with an ErrorInfo among the trailers.</summary>
public static class FakeSparkFailure
{
    public static RpcException Of(string? errorClass, string? sqlState, string message, string? errorId = null, string javaClass = "org.apache.spark.SparkException")
    {
        var info = new ErrorInfo { Reason = javaClass, Domain = "org.apache.spark" };
        info.Metadata["classes"] = $"[\"{javaClass}\"]";
        if (errorClass is not null) (info.Metadata["errorClass"], info.Metadata["messageParameters"]) = (errorClass, "{}");
        if (sqlState is not null) info.Metadata["sqlState"] = sqlState;
        if (errorId is not null) info.Metadata["errorId"] = errorId;
        return With(StatusCode.Internal, errorClass is null ? message : $"[{errorClass}] {message}{(sqlState is null ? "" : $" SQLSTATE: {sqlState}")}", info);
    }

    /// <summary>A failure that may be tried again after <paramref name="delay"/>.</summary>
    public static RpcException Retryable(TimeSpan delay) => With(StatusCode.Internal, "try later", new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) });

    private static RpcException With(StatusCode code, string message, Google.Protobuf.IMessage detail) =>
        new GrpcStatus { Code = (int)code, Message = message, Details = { Any.Pack(detail) } }.ToRpcException();
}
