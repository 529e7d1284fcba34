using Chartwright.Core.Queries;
using Chartwright.DuckDb.Json;
using Chartwright.DuckDb.Native;
using Chartwright.DuckDb.Vectors;

namespace Chartwright.DuckDb;

/// <summary>Writes a query that reads to a Parquet file from which every value comes back as it was.</summary>
internal static class ParquetStoring
{
    public static StoredRows Write(EngineConnection connection, QueryRequest request, string path, QueryWatch watch)
    {
        var (names, types) = Describe(connection, request, watch);
        try
        {
            return Write(connection, request, path, watch, names, types, StorageType.Wide);
        }
        catch (DuckDbNativeException) when (!watch.IsStopped && types.Any(HoldsWide))
        {
            return Write(connection, request, path, watch, names, types, StorageType.Text);
        }
    }

    private static StoredRows Write(
        EngineConnection connection, QueryRequest request, string path, QueryWatch watch, string[] names, IReadOnlyList<VectorType> types, string wide)
    {
        var storedNames = UniqueNames(names);
        var storage = types.Select(type => StorageType.Of(type, wide)).ToArray();
        var expressions = storedNames.Select((name, column) => $"{storage[column].Write(SqlText.Identifier(name))} AS {SqlText.Identifier(name)}");
        var copy = request with { Sql = WrappedSql.Copy(WrappedSql.Select(request.Sql, expressions, storedNames), path, WrappedSql.Parquet) };
        using var cursor = QueryCursor.Open(connection, copy, watch, mayWrite: true);
        return new([.. names.Select((name, column) => new StoredColumn(name, types[column].Name, storedNames[column], storage[column].Read))], cursor.ReadCount());
    }

    /// <summary>Names and types of the statement's columns, without running it.</summary>
    private static unsafe (string[] Names, IReadOnlyList<VectorType> Types) Describe(EngineConnection connection, QueryRequest request, QueryWatch watch)
    {
        using var own = connection.Prepare(request.Sql);
        if (DuckDbImports.PreparedStatementType(own) != StatementKind.Select) throw QueryCursor.NotReadOnly();
        using var empty = connection.Prepare(WrappedSql.Nothing(request.Sql));
        ParamBinder.Bind(empty, request.Params);
        watch.Check();
        using var stream = new ResultStream(empty);
        var writer = new RowsWriter(stream);
        var isBound = request.Params.Count == 0; // names are not known before the values are; in a FROM, two of a name would be told apart
        var names = writer.Columns.Select((named, column) => isBound ? DuckDbImports.TakeString(DuckDbImports.PreparedColumnName(own, (ulong)column)) ?? "" : named.Name);
        return ([.. names], writer.Types);
    }

    private static bool HoldsWide(VectorType type) => type.Id is VectorTypeId.HugeInt or VectorTypeId.UHugeInt || type.Children.Any(child => HoldsWide(child.Type));

    /// <summary>A second column of a name, in any case, is <c>name_1</c>; one that Parquet readers know as a virtual column gets a number too.</summary>
    private static string[] UniqueNames(string[] names)
    {
        var taken = new HashSet<string>(["", "file_row_number", "filename", "file_index"], StringComparer.OrdinalIgnoreCase);
        return Array.ConvertAll(names, name =>
        {
            var unique = name;
            for (var count = 1; !taken.Add(unique); count++) unique = $"{(name.Length == 0 ? "column" : name)}_{count}";
            return unique;
        });
    }
}
