using Chartwright.Core.Queries;
using Chartwright.DuckDb.Native;
using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb.Json;

/// <summary>Writes the rows of a statement as <c>[v,v],[v,v]</c>: no object per cell, none per row.</summary>
internal sealed class RowsWriter
{
    private readonly ResultStream _stream;
    private readonly ColumnWriter[] _writers;

    public RowsWriter(ResultStream stream)
    {
        _stream = stream;
        var types = new VectorType[stream.ColumnCount];
        Types = types;
        for (var column = 0; column < types.Length; column++)
        {
            using var type = stream.ColumnType(column);
            types[column] = VectorType.Read(type);
        }

        Columns = [.. types.Select((type, column) => new ResultColumn(stream.ColumnName(column), type.Name))];
        NeedsCast = Array.Exists(types, type => type.NeedsCast);
        _writers = NeedsCast ? [] : Array.ConvertAll(types, ColumnWriters.Create);
    }

    public IReadOnlyList<ResultColumn> Columns { get; }

    public IReadOnlyList<VectorType> Types { get; }

    /// <summary>True when a column's vector has no public layout; nothing can be written then.</summary>
    public bool NeedsCast { get; }

    /// <summary>Writes the first <paramref name="rows"/> rows of the current chunk.</summary>
    public void WriteChunk(JsonBuffer json, int rows, bool isFirst)
    {
        for (var column = 0; column < _writers.Length; column++) _writers[column].Attach(_stream.Vector(column));
        for (var row = 0; row < rows; row++)
        {
            if (!isFirst || row > 0) json.WriteByte((byte)',');
            json.WriteByte((byte)'[');
            for (var column = 0; column < _writers.Length; column++)
            {
                if (column > 0) json.WriteByte((byte)',');
                _writers[column].Write(json, row);
            }

            json.WriteByte((byte)']');
        }
    }
}
