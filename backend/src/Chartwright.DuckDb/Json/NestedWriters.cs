using Chartwright.DuckDb.Vectors;
using DuckDB.NET.Native;
using VectorCalls = DuckDB.NET.Native.NativeMethods.Vectors;

namespace Chartwright.DuckDb.Json;

/// <summary>LIST as an array. Shape: (uint64 offset, uint64 length) a value, elements in one child vector.</summary>
internal sealed unsafe class ListWriter(ColumnWriter element) : ColumnWriter
{
    protected override void AttachChildren(nint vector) => element.Attach(VectorCalls.DuckDBListVectorGetChild(vector));

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var entry = ((DuckDBListEntry*)Data)[row];
        Elements.Write(json, element, (long)entry.Offset, (long)entry.Length);
    }
}

/// <summary>ARRAY as an array. Shape: <paramref name="size"/> elements a value in one child vector.</summary>
internal sealed class ArrayWriter(ColumnWriter element, int size) : ColumnWriter
{
    protected override void AttachChildren(nint vector) => element.Attach(VectorCalls.DuckDBArrayVectorGetChild(vector));

    protected override void WriteValue(JsonBuffer json, long row) => Elements.Write(json, element, row * size, size);
}

internal static class Elements
{
    public static void Write(JsonBuffer json, ColumnWriter element, long first, long count)
    {
        json.WriteByte((byte)'[');
        for (var index = 0L; index < count; index++)
        {
            if (index > 0) json.WriteByte((byte)',');
            element.Write(json, first + index);
        }

        json.WriteByte((byte)']');
    }
}

/// <summary>MAP as an object in the map's order; a key that is no string is named by its JSON text.</summary>
/// <remarks>Shape: a LIST of STRUCT(key, value).</remarks>
internal sealed unsafe class MapWriter(ColumnWriter key, ColumnWriter value) : ColumnWriter
{
    protected override void AttachChildren(nint vector)
    {
        var entries = VectorCalls.DuckDBListVectorGetChild(vector);
        key.Attach(VectorCalls.DuckDBStructVectorGetChild(entries, 0));
        value.Attach(VectorCalls.DuckDBStructVectorGetChild(entries, 1));
    }

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var map = ((DuckDBListEntry*)Data)[row];
        json.WriteByte((byte)'{');
        for (var index = 0UL; index < map.Length; index++)
        {
            if (index > 0) json.WriteByte((byte)',');
            WriteName(json, (long)(map.Offset + index));
            json.WriteByte((byte)':');
            value.Write(json, (long)(map.Offset + index));
        }

        json.WriteByte((byte)'}');
    }

    private void WriteName(JsonBuffer json, long row)
    {
        var start = json.Length;
        key.Write(json, row);
        var written = json.Written[start..];
        if (written[0] == '"') return;
        var text = written.ToArray(); // rare: keys that are numbers, dates are strings already
        json.Truncate(start);
        JsonText.Write(json, text);
    }
}

/// <summary>STRUCT as an object; one without field names as an array.</summary>
internal sealed class StructWriter : ColumnWriter
{
    private readonly (byte[] Name, ColumnWriter Writer)[] _fields;
    private readonly bool _isNamed;

    public StructWriter(IReadOnlyList<(string Name, VectorType Type)> fields)
    {
        _isNamed = fields.All(field => field.Name.Length > 0);
        _fields = [.. fields.Select(field => (Names.Property(field.Name), ColumnWriters.Create(field.Type)))];
    }

    protected override void AttachChildren(nint vector)
    {
        for (var field = 0; field < _fields.Length; field++) _fields[field].Writer.Attach(VectorCalls.DuckDBStructVectorGetChild(vector, field));
    }

    protected override void WriteValue(JsonBuffer json, long row)
    {
        json.WriteByte((byte)(_isNamed ? '{' : '['));
        for (var field = 0; field < _fields.Length; field++)
        {
            if (field > 0) json.WriteByte((byte)',');
            if (_isNamed) json.Write(_fields[field].Name);
            _fields[field].Writer.Write(json, row);
        }

        json.WriteByte((byte)(_isNamed ? '}' : ']'));
    }
}

/// <summary>UNION as an object with the one member it holds: <c>{"tag": value}</c>.</summary>
/// <remarks>Shape: a STRUCT whose first child is the uint8 tag, then one child a member.</remarks>
internal sealed unsafe class UnionWriter(IReadOnlyList<(string Name, VectorType Type)> members) : ColumnWriter
{
    private readonly (byte[] Name, ColumnWriter Writer)[] _members =
        [.. members.Select(member => (Names.Property(member.Name), ColumnWriters.Create(member.Type)))];

    private byte* _tags;

    protected override void AttachChildren(nint vector)
    {
        _tags = (byte*)VectorCalls.DuckDBVectorGetData(VectorCalls.DuckDBStructVectorGetChild(vector, 0));
        for (var member = 0; member < _members.Length; member++)
            _members[member].Writer.Attach(VectorCalls.DuckDBStructVectorGetChild(vector, member + 1));
    }

    protected override void WriteValue(JsonBuffer json, long row)
    {
        var (name, writer) = _members[_tags[row]];
        json.WriteByte((byte)'{');
        json.Write(name);
        writer.Write(json, row);
        json.WriteByte((byte)'}');
    }
}

internal static class Names
{
    /// <summary>A property name with its colon.</summary>
    public static byte[] Property(string name) => [.. JsonText.Encode(name), (byte)':'];
}
