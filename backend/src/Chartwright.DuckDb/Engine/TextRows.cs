using System.Text;
using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;
using Chartwright.DuckDb.Vectors;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;
using VectorCalls = DuckDB.NET.Native.NativeMethods.Vectors;

namespace Chartwright.DuckDb;

/// <summary>Small results as text, every value cast by DuckDB.</summary>
internal static class TextRows
{
    public static List<string?[]> Read(EngineConnection connection, string sql, QueryParams values, QueryWatch watch)
    {
        var rows = new List<string?[]>();
        bool isExplain;
        using (var own = connection.Prepare(sql)) isExplain = DuckDbImports.PreparedStatementType(own) == StatementKind.Explain; // errors at its own positions
        using var casting = connection.Prepare(isExplain ? sql : WrappedSql.CastAll(sql)); // an EXPLAIN stands in no FROM and is text already
        ParamBinder.Bind(casting, values);
        watch.Check();
        using var stream = new ResultStream(casting);
        while (stream.Next() is > 0 and var count)
        {
            for (var row = 0; row < count; row++) rows.Add(ReadRow(stream, row));
            watch.Check();
        }

        return rows;
    }

    private static unsafe string?[] ReadRow(ResultStream stream, int row)
    {
        var cells = new string?[stream.ColumnCount];
        for (var column = 0; column < cells.Length; column++)
        {
            var vector = stream.Vector(column);
            var validity = VectorCalls.DuckDBVectorGetValidity(vector);
            if (validity is not null && (validity[row >> 6] >> (row & 63) & 1) == 0) continue;
            cells[column] = Encoding.UTF8.GetString(StringVector.At(VectorCalls.DuckDBVectorGetData(vector), row));
        }

        return cells;
    }
}
