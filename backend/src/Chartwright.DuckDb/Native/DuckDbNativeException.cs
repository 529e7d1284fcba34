using DuckDB.NET.Native;

namespace Chartwright.DuckDb.Native;

/// <summary>DuckDB's own words for a failure: may hold server paths and data values, so it is for logs and translation only.</summary>
/// <param name="type">DuckDB's class of error.</param>
/// <param name="message">The text, or a JSON object when the connection has <c>errors_as_json</c>.</param>
public sealed class DuckDbNativeException(DuckDBErrorType type, string message) : Exception(message)
{
    public DuckDBErrorType Type { get; } = type;
}
