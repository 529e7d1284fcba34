using Chartwright.Core.Errors;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>DuckDB interrupts a statement's other threads when one of them fails, and may report that interrupt instead of the failure.</summary>
/// <remarks>Nobody asked for such a stop, so it must not reach the user as one: the statement is run again for its real answer.</remarks>
internal static class OwnInterrupts
{
    private const int MaxAttempts = 4;

    public static T Retry<T>(
        Func<EngineConnection, QueryWatch, T> work, Func<EngineConnection, QueryWatch, T> again, EngineConnection connection, QueryWatch watch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (attempt == 1 ? work : again)(connection, watch);
            }
            catch (DuckDbNativeException e) when (!watch.IsStopped && IsInterrupt(e))
            {
                if (attempt == MaxAttempts) throw WithoutCause();
            }
        }
    }

    public static QueryException WithoutCause() =>
        new(ErrorCode.EngineUnavailable, "The SQL engine ended this statement by itself. Run it again.", retryable: true);

    public static bool IsInterrupt(DuckDbNativeException failure) =>
        failure.Type == DuckDBErrorType.Interrupt || NativeError.Parse(failure).Type.Equals("INTERRUPT", StringComparison.OrdinalIgnoreCase);
}
