using System.Globalization;
using Chartwright.Core.Errors;
using Chartwright.DuckDb;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>The tables of a DuckDB database, attached read only to an engine that sees the import's folder alone. Views and macros are code of the file's author and are left alone.</summary>
internal static class DuckDbSource
{
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>.</exception>
    public static async Task<IReadOnlyList<SourceTable>> OpenAsync(DuckDbEngine engine, ImportFolder folder, ReceivedFile file, CancellationToken cancellationToken)
    {
        var database = Path.GetFileNameWithoutExtension(folder.NewPath("duckdb")); // one import may bring several
        var alias = $"source_{database}";
        try
        {
            await engine.ExecuteAsync($"ATTACH {Sql.Literal(file.Path)} AS {Sql.Identifier(alias)} (TYPE duckdb, READ_ONLY)", cancellationToken);
            var listed = await engine.ReadTextAsync(
                "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $1 AND NOT internal AND NOT temporary ORDER BY schema_name, table_name", cancellationToken, alias);
            var tables = new List<SourceTable>();
            foreach (var row in listed)
            {
                if (await OpenTableAsync(engine, alias, row[0]!, row[1]!, cancellationToken) is { } table) tables.Add(table);
            }
            return tables.Count > 0 ? tables : throw new ChartwrightException(ErrorCode.FileUnreadable, "The database has no table with rows.");
        }
        catch (QueryException e)
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The DuckDB database is damaged, encrypted, or of a version that is not read.", innerException: e);
        }
    }

    private static async Task<SourceTable?> OpenTableAsync(DuckDbEngine engine, string database, string schema, string name, CancellationToken cancellationToken)
    {
        var relation = $"{Sql.Identifier(database)}.{Sql.Identifier(schema)}.{Sql.Identifier(name)}";
        var count = await engine.ReadTextAsync($"SELECT count(*) FROM (SELECT 1 FROM {relation} LIMIT 1)", cancellationToken);
        if (int.Parse(count[0][0]!, CultureInfo.InvariantCulture) == 0) return null;
        var key = await engine.ReadTextAsync(
            """
            SELECT unnest(constraint_column_names) FROM duckdb_constraints()
            WHERE database_name = $1 AND schema_name = $2 AND table_name = $3 AND constraint_type = 'PRIMARY KEY'
            """,
            cancellationToken, database, schema, name);
        var table = await RecordSource.DescribeAsync(engine, schema == "main" ? name : $"{schema}_{name}", relation, cancellationToken);
        return table with { HasOwnName = true, PrimaryKey = [.. key.Select(row => row[0]!)] };
    }
}
