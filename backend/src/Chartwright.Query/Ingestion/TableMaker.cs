using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Ingestion.Sources;

namespace Chartwright.Query.Ingestion;

/// <summary>Settles names and types of a source's columns by all its values and writes it as Parquet.</summary>
internal static class TableMaker
{
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>: there is no row.</exception>
    /// <exception cref="QueryException">DuckDB failed.</exception>
    public static async Task<DraftTable> MakeAsync(
        DuckDbEngine engine, ImportFolder folder, SourceTable source, string name, string origin, CancellationToken cancellationToken)
    {
        var columns = source.Columns;
        var names = source.IsText ? [.. columns.Select(column => column.Name)] : DatasetNames.OfColumns([.. columns.Select(column => column.Header)]);
        var expressions = source.IsText ? await ColumnTyper.FindAsync(engine, source, cancellationToken) : [.. columns.Select(column => column.Expression)];
        var path = folder.NewPath("parquet");
        await TableFile.WriteAsync(engine, source.Relation, [.. names.Zip(expressions)], path, TableFile.Small, cancellationToken);

        var made = $"read_parquet({Sql.Literal(path)})";
        var rowCount = long.Parse((await engine.ReadTextAsync($"SELECT count(*) FROM {made}", cancellationToken))[0][0]!, CultureInfo.InvariantCulture);
        if (rowCount == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The file has no rows.");
        var types = await engine.ReadTextAsync($"SELECT column_type FROM (DESCRIBE FROM {made})", cancellationToken);
        // a database is closed after this; what was made of it stands in for it
        var drafted = columns.Select((column, index) => new DraftColumn(
            names[index], column.Header, types[index][0]!, source.IsText ? column.Name : names[index], source.IsText ? expressions[index] : Sql.Identifier(names[index])));
        return new(name, origin, path, source.IsText ? source.Relation : made, source.IsText, [.. drafted], rowCount)
        {
            PrimaryKey = [.. source.PrimaryKey.Select(key => names[columns.Index().First(column => column.Item.Name == key).Index])],
        };
    }
}
