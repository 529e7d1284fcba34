using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Chartwright.DuckDb.Native;

/// <summary>One connection. Not thread-safe except <see cref="Interrupt"/>: a second statement would end the first one's open stream.</summary>
internal sealed class EngineConnection : IDisposable
{
    // structured errors (candidates, position) instead of prose; the option is on the engine's list of changeable ones
    private const string Setup = "SET errors_as_json=true; SET enable_progress_bar=false";

    // the text is bound, never pasted: this statement is ours whatever it holds
    private const string Serialize = "SELECT CAST(json_serialize_sql($1::VARCHAR, skip_null := true, skip_default := true) AS VARCHAR)";

    private readonly DuckDBNativeConnection _handle;
    private DuckDBPreparedStatement? _serializer;
    private (string Sql, DuckDBPreparedStatement Statement)? _inspected;

    public EngineConnection(DuckDBDatabase database)
    {
        if (!Startup.DuckDBConnect(database, out _handle).IsSuccess())
            throw new DuckDbNativeException(DuckDBErrorType.Connection, "no connection to the database");
        Execute(Setup);
    }

    /// <summary>Asks the running statement to stop. Lost when none runs: the caller repeats it. Any thread.</summary>
    public void Interrupt() => Startup.DuckDBInterrupt(_handle);

    /// <summary>How far the running statement is, 0 to 1; null when none runs or DuckDB cannot tell. Any thread.</summary>
    public double? ReadProgress() => Startup.DuckDBQueryProgress(_handle).Percentage is >= 0 and <= 100 and var percent ? percent / 100 : null;

    /// <summary>Runs one or several statements and drops their results.</summary>
    /// <exception cref="DuckDbNativeException">The first failure; statements before it have run.</exception>
    public void Execute(string sql)
    {
        var state = Query.DuckDBQuery(_handle, sql, out var result);
        try
        {
            if (!state.IsSuccess()) throw Failure(ref result);
        }
        finally
        {
            Query.DuckDBDestroyResult(ref result);
        }
    }

    /// <summary>The statement that prints the tree of the text bound to its one parameter. Stays the connection's.</summary>
    public DuckDBPreparedStatement Serializer => _serializer ??= Prepare(Serialize);

    /// <summary>Keeps a statement for <see cref="TakePrepared"/>: what was just inspected is mostly run next. Takes ownership.</summary>
    public void Keep(string sql, DuckDBPreparedStatement statement)
    {
        _inspected?.Statement.Dispose();
        _inspected = (sql, statement);
    }

    /// <summary>The kept statement if it is of that text, else one prepared now; the caller owns it. DuckDB plans it anew when tables have changed since.</summary>
    /// <exception cref="DuckDbNativeException">Syntax, unknown names, several statements.</exception>
    public DuckDBPreparedStatement TakePrepared(string sql)
    {
        if (_inspected is not { } kept || kept.Sql != sql) return Prepare(sql);
        _inspected = null;
        return kept.Statement;
    }

    /// <exception cref="DuckDbNativeException">Syntax, unknown names, several statements.</exception>
    public DuckDBPreparedStatement Prepare(string sql)
    {
        if (PreparedStatements.DuckDBPrepare(_handle, sql, out var statement).IsSuccess()) return statement;
        using (statement)
            throw new DuckDbNativeException(DuckDBErrorType.Invalid, PreparedStatements.DuckDBPrepareError(statement) ?? "");
    }

    /// <summary>Splits a text into statements without running them.</summary>
    /// <exception cref="DuckDbNativeException">Syntax error.</exception>
    public int CountStatements(string sql)
    {
        var count = ExtractStatements.DuckDBExtractStatements(_handle, sql, out var extracted);
        using (extracted)
        {
            var error = count == 0 && !extracted.IsInvalid ? ExtractStatements.DuckDBExtractStatementsError(extracted) : null;
            return string.IsNullOrEmpty(error) ? count : throw new DuckDbNativeException(DuckDBErrorType.Parser, error);
        }
    }

    internal static DuckDbNativeException Failure(ref DuckDBResult result) =>
        new(Query.DuckDBResultErrorType(ref result), Query.DuckDBResultError(ref result) ?? "");

    public void Dispose()
    {
        _serializer?.Dispose();
        _inspected?.Statement.Dispose();
        _handle.Dispose();
    }
}
