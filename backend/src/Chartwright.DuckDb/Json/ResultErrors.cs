using Chartwright.Core.Errors;

namespace Chartwright.DuckDb.Json;

internal static class ResultErrors
{
    public static QueryException TooLarge(long maxBytes) =>
        new(ErrorCode.ResultTooLarge, $"The result is larger than {maxBytes / 1_000_000.0:0.#} MB. Select fewer columns or rows, or aggregate.");
}
