using System.Text.RegularExpressions;
using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>Turns DuckDB's failures into stable codes with words a user or a model can act on; server paths never pass.</summary>
internal static partial class ErrorTranslator
{
    private const string TooMuchMemory = "The query needs more memory than the engine may use. Filter or aggregate before joining or sorting.";

    /// <param name="sql">The statement, to place the position in it.</param>
    public static QueryException Translate(DuckDbNativeException failure, string sql)
    {
        var error = NativeError.Parse(failure);
        var (code, message) = Classify(error);
        return new(code, message, retryable: code is ErrorCode.EngineUnavailable, innerException: failure)
        {
            Details = Details(error, code, sql),
            IsOutOfMemory = error.IsOutOfMemory,
            MayQuoteValues = code == ErrorCode.SqlFailed && error.Type is not ("Binder" or "Catalog" or "Not implemented") && !error.IsOutOfMemory,
        };
    }

    /// <summary>A failure of the runtime's own allocations.</summary>
    public static QueryException OutOfMemory(OutOfMemoryException cause) => new(ErrorCode.SqlFailed, TooMuchMemory, innerException: cause) { IsOutOfMemory = true };

    private static (ErrorCode Code, string Message) Classify(NativeError error) => error.Type switch
    {
        "Parser" or "Syntax" => (ErrorCode.SqlSyntax, Plain(error)),
        "Permission" => (ErrorCode.SqlForbidden, "The statement reaches for a file or a setting outside the workspace."),
        "Invalid Input" when error.Message.Contains("configuration has been locked", StringComparison.Ordinal) =>
            (ErrorCode.SqlForbidden, "Settings of the SQL engine cannot be changed."),
        "Invalid Input" when error.Message.StartsWith("Cannot prepare multiple statements", StringComparison.Ordinal) =>
            (ErrorCode.SqlForbidden, "Exactly one statement is run at a time."),
        "Catalog" when error.IsMissingTable => (ErrorCode.UnknownTable, Plain(error)),
        "Binder" when error.IsMissingTable => (ErrorCode.UnknownTable, Plain(error)),
        "Binder" when error.IsMissingColumn => (ErrorCode.UnknownColumn, Plain(error)),
        "IO" or "HTTP" => (ErrorCode.FileUnreadable, "A data file behind this statement cannot be read."),
        _ when error.IsOutOfMemory => (ErrorCode.SqlFailed, TooMuchMemory),
        _ when error.IsFatal => (ErrorCode.EngineUnavailable, "The SQL engine failed on this statement."),
        _ => (ErrorCode.SqlFailed, Plain(error)),
    };

    private static string Plain(NativeError error)
    {
        var advice = Advice.Match(error.Message);
        return QuotedPath.Replace(advice.Success ? error.Message[..advice.Index] : error.Message, "a file").Trim();
    }

    private static Dictionary<string, object?>? Details(NativeError error, ErrorCode code, string sql)
    {
        var details = new Dictionary<string, object?>();
        if (error.Name is { } name) details["name"] = name;
        if (error.Candidates.Count > 0 && code is not ErrorCode.SqlForbidden) details["candidates"] = error.Candidates;
        if (error.Position is { } offset && SqlPosition.Find(sql, offset, inCodePoints: error.Type == "Parser") is { } position)
        {
            details["position"] = position.Offset;
            details["line"] = position.Line;
            details["column"] = position.Column;
        }

        return details.Count == 0 ? null : details;
    }

    /// <summary>Remedies that the lock forbids.</summary>
    [GeneratedRegex("\n\n(Use \"SET |Please try installing)")]
    private static partial Regex Advice { get; }

    [GeneratedRegex("""["'](file:)?(/|[A-Za-z]:\\)[^"'\n]*["']""")]
    private static partial Regex QuotedPath { get; }
}
