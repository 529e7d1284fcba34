using Chartwright.SparkConnect.Errors;
using Chartwright.SparkConnect.Protocol;
using Chartwright.Testing.Spark;
using Grpc.Core;
using ChainLink = Chartwright.SparkConnect.Protocol.FetchErrorDetailsResponse.Types.Error;

namespace Chartwright.SparkConnect.Tests.Errors;

public sealed class SparkFaultReaderTests
{
    [Theory]
    [InlineData("PARSE_SYNTAX_ERROR", "42601", SparkFaultKind.Statement)]
    [InlineData("TABLE_OR_VIEW_NOT_FOUND", "42P01", SparkFaultKind.Statement)]
    [InlineData("DIVIDE_BY_ZERO", "22012", SparkFaultKind.Statement)]
    [InlineData("UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE", "0A000", SparkFaultKind.Statement)]
    [InlineData("USER_RAISED_EXCEPTION", "P0001", SparkFaultKind.Statement)]
    [InlineData("OPERATION_CANCELED", "HY008", SparkFaultKind.Cancelled)]
    [InlineData("INVALID_HANDLE.SESSION_CLOSED", "08003", SparkFaultKind.Lost)]
    [InlineData("INVALID_CURSOR.POSITION_NOT_FOUND", "HY109", SparkFaultKind.Lost)]
    [InlineData("TASK_WRITE_FAILED", "58030", SparkFaultKind.Storage)]
    [InlineData("PATH_ALREADY_EXISTS", "42K04", SparkFaultKind.Storage)]
    [InlineData("INTERNAL_ERROR", "XX000", SparkFaultKind.Server)]
    public void Read_ErrorInfo_IsSortedByClassAndState(string errorClass, string sqlState, SparkFaultKind kind)
    {
        var fault = SparkFaultReader.Read(FakeSparkFailure.Of(errorClass, sqlState, "Words."), null);

        Assert.Equal((kind, errorClass, sqlState), (fault.Kind, fault.ErrorClass, fault.SqlState));
    }

    [Theory]
    [InlineData(StatusCode.Unauthenticated, SparkFaultKind.Unauthorized)]
    [InlineData(StatusCode.PermissionDenied, SparkFaultKind.Unauthorized)]
    [InlineData(StatusCode.Unavailable, SparkFaultKind.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded, SparkFaultKind.Unavailable)]
    [InlineData(StatusCode.ResourceExhausted, SparkFaultKind.Statement)]
    [InlineData(StatusCode.Unknown, SparkFaultKind.Server)]
    [InlineData(StatusCode.Unimplemented, SparkFaultKind.Server)]
    public void Read_StatusAlone_IsSorted(StatusCode status, SparkFaultKind kind)
    {
        var fault = SparkFaultReader.Read(new RpcException(new(status, "words")), null);

        Assert.Equal((kind, null, null, "words"), (fault.Kind, fault.ErrorClass, fault.SqlState, fault.Message));
    }

    [Fact]
    public void Read_ClassLeftOutOfTheTrailers_ComesFromTheMessage()
    {
        var fault = SparkFaultReader.Read(FakeSparkFailure.Of(null, null, "[CAST_INVALID_INPUT] The value 'x' cannot be cast. SQLSTATE: 22018"), null);

        Assert.Equal(("CAST_INVALID_INPUT", "22018", SparkFaultKind.Statement), (fault.ErrorClass, fault.SqlState, fault.Kind));
    }

    [Fact]
    public void Read_SailsParseError_IsTheStatements() =>
        Assert.Equal(SparkFaultKind.Statement, SparkFaultReader.Read(FakeSparkFailure.Of(null, null, "invalid argument: found FORM at 9:13", javaClass: "java.lang.IllegalArgumentException"), null).Kind);

    [Fact]
    public void Read_Chain_TakesTheDeepestWithAClass()
    {
        var chain = Chain(
            new ChainLink { Message = "Job aborted.", SparkThrowable = new() { ErrorClass = "TASK_WRITE_FAILED", SqlState = "58030" } },
            new ChainLink { Message = "[DIVIDE_BY_ZERO] Division by zero.", SparkThrowable = new() { ErrorClass = "DIVIDE_BY_ZERO", SqlState = "22012" } },
            new ChainLink { Message = "java.lang.ArithmeticException" });

        var fault = SparkFaultReader.Read(FakeSparkFailure.Of(null, null, "Job aborted."), chain);

        Assert.Equal((SparkFaultKind.Statement, "DIVIDE_BY_ZERO"), (fault.Kind, fault.ErrorClass));
    }

    [Theory]
    [InlineData("java.io.IOException: No space left on device")]
    [InlineData("java.io.IOException: Mkdirs failed to create file:/x")]
    [InlineData("org.apache.hadoop.fs.ParentNotDirectoryException: /x is not a directory")]
    [InlineData("java.lang.ClassNotFoundException: Class org.apache.hadoop.fs.s3a.S3AFileSystem not found")]
    public void Read_StorageFaultWithoutClass_IsFoundByItsWords(string cause)
    {
        var chain = Chain(new ChainLink { Message = "Job aborted due to stage failure: Task 0 in stage 3.0 failed 1 times" }, new ChainLink { Message = cause });

        Assert.Equal(SparkFaultKind.Storage, SparkFaultReader.Read(FakeSparkFailure.Of(null, null, "Job aborted"), chain).Kind);
    }

    [Fact]
    public void Read_ChainThatRunsInARing_Ends()
    {
        var ring = new FetchErrorDetailsResponse { RootErrorIdx = 0, Errors = { new ChainLink { Message = "a", CauseIdx = 1 }, new ChainLink { Message = "b", CauseIdx = 0 } } };
        var outside = new FetchErrorDetailsResponse { RootErrorIdx = 0, Errors = { new ChainLink { Message = "a", CauseIdx = 7 } } };
        var nothing = new FetchErrorDetailsResponse { RootErrorIdx = -3, Errors = { new ChainLink { Message = "a" } } };

        Assert.Equal(["a", "a", "words"], new[] { ring, outside, nothing }.Select(details => SparkFaultReader.Read(new RpcException(new(StatusCode.Internal, "words")), details).Message));
    }

    [Fact]
    public void Read_ParseError_HasItsPlace()
    {
        var fault = SparkFaultReader.Read(FakeSparkFailure.Of("PARSE_SYNTAX_ERROR", "42601", "Syntax error at or near 'FORM'. SQLSTATE: 42601 (line 3, pos 9)\n\n== SQL ==\n…"), null);

        Assert.Equal(new SparkPosition(3, 10), fault.Position);
    }

    [Fact]
    public void Read_QueryContext_HasItsPlace()
    {
        var context = new FetchErrorDetailsResponse.Types.QueryContext { Fragment = "1 / id", StartIndex = 23, StopIndex = 28, Summary = "== SQL (line 2, position 8) ==\nSELECT 1 / id" };
        var chain = Chain(new ChainLink { Message = "[DIVIDE_BY_ZERO] …", SparkThrowable = new() { ErrorClass = "DIVIDE_BY_ZERO", SqlState = "22012", QueryContexts = { context } } });

        Assert.Equal(new SparkPosition(2, 8), SparkFaultReader.Read(FakeSparkFailure.Of(null, null, "…"), chain).Position);
    }

    [Fact]
    public void Read_TrailersThatAreNone_AreIgnored()
    {
        var trailers = new Metadata { { "grpc-status-details-bin", new byte[] { 1, 2, 3 } } };

        Assert.Equal("words", SparkFaultReader.Read(new RpcException(new(StatusCode.Internal, "words"), trailers), null).Message);
    }

    private static FetchErrorDetailsResponse Chain(params ChainLink[] links)
    {
        for (var at = 0; at < links.Length - 1; at++) links[at].CauseIdx = at + 1;
        return new() { RootErrorIdx = 0, Errors = { links } };
    }
}
