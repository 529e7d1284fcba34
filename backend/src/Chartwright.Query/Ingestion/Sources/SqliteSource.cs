using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Chartwright.Query.Files;
using Microsoft.Data.Sqlite;

namespace Chartwright.Query.Ingestion.Sources;

/// <summary>The tables of an SQLite database, read only. Views, virtual tables and triggers are code of the file's author and are left alone.</summary>
internal static class SqliteSource
{
    /// <exception cref="ChartwrightException"><c>file_unreadable</c>.</exception>
    public static async Task<IReadOnlyList<SourceTable>> OpenAsync(DuckDbEngine engine, ImportFolder folder, ReceivedFile file, CancellationToken cancellationToken)
    {
        var texts = new List<(TextFile File, IReadOnlyList<string> Key)>();
        try
        {
            await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.Path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await database.OpenAsync(cancellationToken);
            await using var stop = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(database.Handle));
            // what the schema holds must call nothing, and a page that lies is found out
            await ListAsync(database, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON", _ => 0, cancellationToken);
            var tables = await ListAsync(
                database, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", row => row.GetString(0), cancellationToken);
            foreach (var table in tables)
            {
                if (await WriteAsync(database, folder, table, cancellationToken) is { } text) texts.Add(text);
            }
        }
        catch (SqliteException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The import was cancelled.", e, cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or FormatException && !StorageSpace.IsFull(e))
        {
            throw new ChartwrightException(ErrorCode.FileUnreadable, "The SQLite database is damaged or encrypted.", innerException: e);
        }
        if (texts.Count == 0) throw new ChartwrightException(ErrorCode.FileUnreadable, "The database has no table with rows.");
        var opened = new List<SourceTable>();
        foreach (var (text, key) in texts)
        {
            var table = await TextTable.OpenAsync(engine, folder, text, cancellationToken);
            opened.Add(table with { HasOwnName = true, PrimaryKey = [.. table.Columns.Where(column => key.Contains(column.Header)).Select(column => column.Name)] });
            File.Delete(text.Path);
        }
        return opened;
    }

    private static async Task<(TextFile File, IReadOnlyList<string> Key)?> WriteAsync(
        SqliteConnection database, ImportFolder folder, string table, CancellationToken cancellationToken)
    {
        // hidden is 0 for stored columns; generated ones are code too
        var columns = await ListAsync(
            database, $"SELECT name, pk FROM pragma_table_xinfo({Sql.Literal(table)}) WHERE hidden = 0", row => (Name: row.GetString(0), IsKey: row.GetInt64(1) > 0), cancellationToken);
        if (columns.Count == 0) return null;
        await using var command = database.CreateCommand();
        command.CommandText = $"SELECT {Sql.IdentifierList(columns.Select(column => column.Name))} FROM {Sql.Identifier(table)}";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var writer = new TextTableWriter(folder);
        await using (writer)
        {
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(Enumerable.Range(0, columns.Count).Select(rows.GetValue));
            }
        }
        return writer.RowCount == 0 ? null : (writer.ToFile(table, [.. columns.Select(column => column.Name)]), [.. columns.Where(column => column.IsKey).Select(column => column.Name)]);
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(SqliteConnection database, string sql, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await rows.ReadAsync(cancellationToken)) list.Add(read(rows));
        return list;
    }
}
