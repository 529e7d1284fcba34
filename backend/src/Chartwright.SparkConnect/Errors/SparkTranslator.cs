using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.SparkConnect.Sql;

namespace Chartwright.SparkConnect.Errors;

/// <summary>Turns a cluster's failures into stable codes with words a user or a model can act on; paths, hosts and stacks never pass.</summary>
internal static partial class SparkTranslator
{
    private const int MaxMessage = 600;

    public static QueryException Translate(SparkException failure)
    {
        var fault = failure.Fault;
        return fault.Kind switch
        {
            SparkFaultKind.Statement => OfStatement(fault, failure),
            SparkFaultKind.Cancelled => new(ErrorCode.QueryCancelled, "The job was stopped on the cluster.", innerException: failure),
            SparkFaultKind.Lost => Lost(failure),
            SparkFaultKind.Storage => OfStorage(fault, failure),
            SparkFaultKind.Unavailable when fault.Message.Contains("SSL connection", StringComparison.Ordinal) =>
                new(ErrorCode.EngineUnavailable, "The Spark cluster cannot be reached over TLS: check its certificate, or say use_ssl=false in Chartwright:Spark:Remote for a server on this machine.", innerException: failure),
            SparkFaultKind.Unavailable => new(ErrorCode.EngineUnavailable, "The Spark cluster does not answer: check that its Connect server runs and that Chartwright:Spark:Remote is its address.", retryable: true, failure),
            SparkFaultKind.Unauthorized => new(ErrorCode.EngineUnavailable, "The Spark cluster refuses our token: check the token in Chartwright:Spark.", innerException: failure),
            _ => new(ErrorCode.EngineUnavailable, $"The Spark cluster failed{(fault.ErrorClass is { } name ? $" ({name})" : "")}; its log has the cause.", retryable: true, failure),
        };
    }

    /// <summary>The cluster forgot an operation, and nothing whole was left.</summary>
    public static QueryException Lost(Exception cause) =>
        new(ErrorCode.EngineUnavailable, "The Spark cluster was restarted or lost sight of the job; nothing of it is shown. Submit it again.", retryable: true, cause);

    private static QueryException OfStatement(SparkFault fault, SparkException failure)
    {
        var code = fault switch
        {
            { ErrorClass: "PARSE_SYNTAX_ERROR" } or { SqlState: "42601" } => ErrorCode.SqlSyntax,
            { ErrorClass: "TABLE_OR_VIEW_NOT_FOUND" } or { SqlState: "42P01" } => ErrorCode.UnknownTable,
            { SqlState: "42703" } => ErrorCode.UnknownColumn,
            _ => ErrorCode.SqlFailed,
        };
        var details = new Dictionary<string, object?>();
        if (fault.ErrorClass is { } name) details["errorClass"] = name;
        if (fault.Parameters.TryGetValue("objectName", out var missing) || fault.Parameters.TryGetValue("relationName", out missing)) details["name"] = missing.Replace("`", "", StringComparison.Ordinal);
        if (fault.Parameters.TryGetValue("proposal", out var proposal)) details["candidates"] = proposal.Split(", ").Select(candidate => candidate.Replace("`", "", StringComparison.Ordinal)).ToArray();
        if (fault.Position is { Line: > 1 } place) (details["line"], details["column"]) = (place.Line - SparkSqlGate.LinesBefore, place.Column);
        return new(code, Plain(fault.Message), innerException: failure) { Details = details.Count > 0 ? details : null };
    }

    private static QueryException OfStorage(SparkFault fault, SparkException failure) => fault.ErrorClass switch
    {
        "PATH_ALREADY_EXISTS" => new(ErrorCode.StorageUnavailable, "The folder of this attempt exists already.", retryable: true, failure),
        _ when fault.Cause.Contains("No space left", StringComparison.Ordinal) || fault.Message.Contains("No space left", StringComparison.Ordinal) =>
            new(ErrorCode.StorageUnavailable, "The cluster ran out of disk space while it wrote the result: free some, or ask for less.", retryable: true, failure),
        _ => new(ErrorCode.StorageUnavailable, "The cluster cannot write the result: its workers need the right to write below Chartwright:Spark:ResultsRoot, and space there.", retryable: true, failure),
    };

    /// <summary>Spark's words without its class, state, remedies by settings, and the quoted statement.</summary>
    private static string Plain(string message)
    {
        var plain = LeadingClass.Replace(message, "");
        if (Tail.Match(plain) is { Success: true } tail) plain = plain[..tail.Index];
        plain = Paths.Replace(Remedy.Replace(plain, ""), "a file").Trim();
        return plain.Length <= MaxMessage ? plain : string.Concat(plain.AsSpan(0, MaxMessage), " …");
    }

    [GeneratedRegex(@"^\s*\[[A-Z0-9_.]+\]\s*")]
    private static partial Regex LeadingClass { get; }

    [GeneratedRegex(@"\s*(SQLSTATE: [0-9A-Z]{5}|== SQL|;\s*\n'|\n\s+at )")]
    private static partial Regex Tail { get; }

    [GeneratedRegex(@"\s*If necessary set ""spark\.[^.]*(\.[^. ]+)* to ""[^""]*"" to bypass this error\.")]
    private static partial Regex Remedy { get; }

    [GeneratedRegex(@"\b(file|s3a?|abfss?|gs|hdfs|dbfs):/[^\s'""`,;]*")]
    private static partial Regex Paths { get; }
}
