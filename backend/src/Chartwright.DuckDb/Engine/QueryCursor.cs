using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Json;
using Chartwright.DuckDb.Native;
using DuckDB.NET.Native;

namespace Chartwright.DuckDb;

/// <summary>A prepared, bound, running statement with the writer of its rows.</summary>
internal sealed class QueryCursor : IDisposable
{
    private readonly EngineConnection _connection;
    private readonly QueryRequest _request;
    private readonly QueryWatch _watch;
    private readonly DuckDBPreparedStatement _statement;
    private readonly ResultStream _stream;

    private QueryCursor(EngineConnection connection, QueryRequest request, QueryWatch watch, bool mayWrite, string sql, IReadOnlyList<ResultColumn>? columns)
    {
        (_connection, _request, _watch) = (connection, request, watch);
        _statement = connection.TakePrepared(sql);
        try
        {
            if (!mayWrite && DuckDbImports.PreparedStatementType(_statement) != StatementKind.Select) throw NotReadOnly();
            ParamBinder.Bind(_statement, request.Params);
            watch.Check();
            _stream = new(_statement);
            Writer = new(_stream);
            Columns = columns ?? Writer.Columns;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public RowsWriter Writer { get; }

    /// <summary>Names and types as the statement has them, whatever was cast to be written.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Starts the statement. Columns that only DuckDB can print are cast to text by a statement around it.</summary>
    /// <param name="mayWrite">False is a second wall behind the guard. EXPLAIN does not pass it: its ANALYZE runs what it explains.</param>
    /// <exception cref="QueryException"><see cref="ErrorCode.SqlNotReadOnly"/>, or the params do not fit.</exception>
    /// <exception cref="DuckDbNativeException">DuckDB refused it.</exception>
    public static QueryCursor Open(EngineConnection connection, QueryRequest request, QueryWatch watch, bool mayWrite = false)
    {
        var cursor = new QueryCursor(connection, request, watch, mayWrite, request.Sql, columns: null);
        if (!cursor.Writer.NeedsCast) return cursor;
        using (cursor) return new(connection, request, watch, mayWrite, WrappedSql.CastColumns(request.Sql, cursor.Writer.Types), cursor.Columns);
    }

    /// <summary>Rows of the next chunk, 0 at the end.</summary>
    public int Next()
    {
        _watch.Check();
        return _stream.Next();
    }

    /// <summary>The one number a statement that writes answers with.</summary>
    public long ReadCount() => Next() == 1 ? _stream.ReadInt64(column: 0) : 0;

    /// <summary>Counts the statement's rows in DuckDB; null when it cannot stand in a FROM. Ends this stream either way.</summary>
    public long? CountWrapped()
    {
        _stream.Dispose();
        DuckDBPreparedStatement counting;
        try
        {
            counting = _connection.Prepare(WrappedSql.Count(_request.Sql));
        }
        catch (DuckDbNativeException)
        {
            return null; // it ran on its own, so only the parentheses are in the way
        }

        using (counting)
        {
            ParamBinder.Bind(counting, _request.Params);
            _watch.Check();
            using var count = new ResultStream(counting);
            return count.Next() == 1 ? count.ReadInt64(column: 0) : null;
        }
    }

    public static QueryException NotReadOnly() =>
        new(ErrorCode.SqlNotReadOnly, "Only a statement that reads can be run here: SELECT, WITH, FROM, VALUES, DESCRIBE or SUMMARIZE.");

    public void Dispose()
    {
        _stream?.Dispose();
        _statement?.Dispose();
    }
}
