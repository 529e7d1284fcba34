namespace Chartwright.Core.Errors;

/// <summary>What went wrong, as a stable name; on the wire in snake_case (<c>unknown_table</c>). Never renamed, never reused.</summary>
public enum ErrorCode
{
    // the request
    InvalidRequest,
    MessageEmpty,
    MessageTooLong,
    UnsupportedMediaType,
    NotFound,
    Conflict,
    RunInProgress,
    TooManyRequests,
    HostNotAllowed,
    OriginNotAllowed,
    Unauthorized,

    // SQL and data
    SqlSyntax,
    SqlNotReadOnly,
    SqlForbidden,
    UnknownTable,
    UnknownColumn,
    UnknownParam,
    InvalidParam,
    SqlFailed,
    QueryTimeout,
    QueryCancelled,
    ResultTooLarge,
    UnknownResult,
    EngineUnavailable,

    // files
    FileTooLarge,
    FileUnreadable,
    FileTypeUnsupported,
    DatasetExists,
    UnknownDataset,
    StorageFull,

    // model and agent
    ModelUnavailable,
    ModelRefused,
    ModelRateLimited,
    ModelTimeout,
    ModelProtocol,
    UnknownModel,
    NotUnderstood,
    ToolFailed,
    StepLimit,
    CodeInvalid,

    // the rest
    StorageUnavailable,
    Internal,
}
