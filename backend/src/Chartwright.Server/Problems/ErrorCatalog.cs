using Chartwright.Core.Errors;

namespace Chartwright.Server.Problems;

/// <param name="Status">HTTP status when it ends a request.</param>
/// <param name="Title">Same words for every occurrence.</param>
/// <param name="Remedy">What the reader can do.</param>
internal readonly record struct ErrorDescription(int Status, string Title, string Remedy);

/// <summary>Status, title and remedy of every code: the source of docs/error-codes.md.</summary>
internal static class ErrorCatalog
{
    public static ErrorDescription Describe(ErrorCode code) => code switch
    {
        ErrorCode.InvalidRequest => new(400, "The request is not valid", "Correct the field that the detail names."),
        ErrorCode.MessageEmpty => new(400, "The message is empty", "Write a question."),
        ErrorCode.MessageTooLong => new(413, "The message is too long", "Shorten it; load data as a file instead of pasting it."),
        ErrorCode.UnsupportedMediaType => new(415, "The body has the wrong type", "Send `application/json`; uploads are `multipart/form-data`."),
        ErrorCode.NotFound => new(404, "Not found", "It was deleted, or the address is wrong."),
        ErrorCode.Conflict => new(409, "The request does not fit the current state", "Load the current state and try again."),
        ErrorCode.RunInProgress => new(409, "The conversation is answering already", "Wait for the answer or stop it."),
        ErrorCode.TooManyRequests => new(429, "Too many requests", "Wait for a moment."),
        ErrorCode.HostNotAllowed => new(400, "Host not allowed", "Open the address the server printed, or add the name to `Chartwright:Hosts`."),
        ErrorCode.OriginNotAllowed => new(403, "Origin not allowed", "Send changes from the app's own page."),
        ErrorCode.Unauthorized => new(401, "Not signed in", "Sign in at `/login`."),
        ErrorCode.SqlSyntax => new(400, "The SQL cannot be read", "See the position in the detail."),
        ErrorCode.SqlNotReadOnly => new(400, "Only one reading statement is allowed", "Send one SELECT."),
        ErrorCode.SqlForbidden => new(400, "The statement uses something that is not allowed", "Leave out files, network, settings and extensions."),
        ErrorCode.UnknownTable => new(400, "Unknown table", "See `details` for near names."),
        ErrorCode.UnknownColumn => new(400, "Unknown column", "See `details` for near names."),
        ErrorCode.UnknownParam => new(400, "A placeholder has no value", "Give a value for every `$name`."),
        ErrorCode.InvalidParam => new(400, "A value does not fit its placeholder", "Correct the value."),
        ErrorCode.SqlFailed => new(400, "The statement failed", "See the engine's words in the detail."),
        ErrorCode.QueryTimeout => new(504, "The statement took too long", "Ask for less, or raise `Chartwright:Query:QueryTimeoutSeconds`."),
        ErrorCode.QueryCancelled => new(409, "The statement was cancelled", "Run it again."),
        ErrorCode.ResultTooLarge => new(413, "The result is too large", "Aggregate, or lower the limit."),
        ErrorCode.UnknownResult => new(404, "Unknown result", "Run the query again."),
        ErrorCode.EngineUnavailable => new(503, "The engine is not available", "Try again; the log has the cause."),
        ErrorCode.FileTooLarge => new(413, "The file is too large", "Split it, or raise `Chartwright:Limits:UploadBytes`."),
        ErrorCode.FileUnreadable => new(422, "The file cannot be read", "See the detail for line and cause."),
        ErrorCode.FileTypeUnsupported => new(415, "The type of file is not supported", "Use CSV, TSV, JSON, NDJSON, Parquet, an Excel workbook, or a database of DuckDB or SQLite."),
        ErrorCode.DatasetExists => new(409, "A dataset of that name exists", "Choose another name, or replace it."),
        ErrorCode.UnknownDataset => new(404, "Unknown dataset", "See `GET /api/catalog` for the names."),
        ErrorCode.StorageFull => new(507, "There is no room for more data", "Delete tables, free disk space, or raise `Chartwright:Query:MaxDataBytes`."),
        ErrorCode.ModelUnavailable => new(503, "The model cannot be reached", "Check its address and key in the configuration."),
        ErrorCode.ModelRefused => new(502, "The model refused the request", "Check key, model name and quota."),
        ErrorCode.ModelRateLimited => new(503, "The model asks to slow down", "Wait for a moment."),
        ErrorCode.ModelTimeout => new(504, "The model took too long", "Try again, or choose a faster model."),
        ErrorCode.ModelProtocol => new(502, "The model's answer could not be understood", "Try again; see the log."),
        ErrorCode.UnknownModel => new(400, "Unknown model", "See `GET /api/config` for the names."),
        ErrorCode.NotUnderstood => new(422, "The question was not understood", "Name a table, a column and what to do with it."),
        ErrorCode.ToolFailed => new(500, "A tool failed", "Try again; the log has the cause."),
        ErrorCode.StepLimit => new(500, "The answer took too many steps", "Ask for less at once."),
        ErrorCode.CodeInvalid => new(422, "The component is not valid", "See `details` for lines and reasons."),
        ErrorCode.StorageUnavailable => new(503, "The store is not available", "Check disk space and the database; the log has the cause."),
        ErrorCode.Internal => new(500, "Something went wrong", "Try again; the log has the cause."),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A code without a description."),
    };
}
