using Chartwright.Core.Errors;
using Chartwright.DuckDb;
using Microsoft.Data.Sqlite;

namespace Chartwright.Query.Tests.Ingestion;

/// <summary>Tables of databases that other programs made.</summary>
public sealed class DatabaseTests : IAsyncDisposable
{
    private readonly TestWorkspace _workspace = new(samples: "");

    private string Scratch => Path.Combine(_workspace.Folder, "scratch.db");

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task ImportAsync_Sqlite_MakesTablesAndRunsNoCodeOfTheFile()
    {
        var bytes = MakeSqlite("""
            CREATE TABLE customers (id INTEGER PRIMARY KEY, "Full Name" TEXT, since TEXT, photo BLOB, twice INTEGER GENERATED ALWAYS AS (id * 2));
            INSERT INTO customers (id, "Full Name", since, photo) VALUES (1, 'Ada', '2024-01-31', x'00ff'), (2, '', NULL, NULL), (3, 'a"b,
            c', '2024-02-01', NULL);
            CREATE TABLE empty (a);
            CREATE VIEW bomb AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r;
            CREATE VIRTUAL TABLE words USING fts5(text);
            """);

        var tables = await _workspace.ImportAsync(("shop.sqlite", bytes));

        var table = Assert.Single(tables);
        Assert.Equal(("customers", 3L), (table.Name, table.RowCount));
        Assert.Equal(["id"], table.PrimaryKey);
        Assert.Equal(["id BIGINT", "full_name VARCHAR", "since DATE", "photo VARCHAR"], table.Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(
            """[[1,"Ada","2024-01-31","00ff"],[2,"",null,null],[3,"a\"b,\nc","2024-02-01",null]]""",
            await _workspace.QueryAsync("SELECT * FROM customers ORDER BY id"));
    }

    [Fact]
    public async Task ImportAsync_SqliteWithOneColumn_KeepsRowsWithoutAValue()
    {
        var bytes = MakeSqlite("CREATE TABLE t (a); INSERT INTO t VALUES ('x'), (NULL), ('\\N'), ('')");

        await _workspace.ImportAsync(("one.db", bytes));

        Assert.Equal("""[["x"],[null],["\\N"],[""]]""", await _workspace.QueryAsync("SELECT a FROM t"));
    }

    [Theory]
    [InlineData("x.sqlite", "SQLite")]
    [InlineData("x.duckdb", "DuckDB")]
    public async Task ImportAsync_DamagedDatabase_IsRefusedInWords(string fileName, string words)
    {
        var bytes = fileName.EndsWith("sqlite", StringComparison.Ordinal)
            ? MakeSqlite("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
            : await MakeDuckDbAsync("CREATE TABLE source.t AS SELECT range AS a FROM range(100000)");
        bytes.AsSpan(5000).Fill(0xAA);

        var error = await _workspace.RefuseAsync((fileName, bytes));

        Assert.Equal(ErrorCode.FileUnreadable, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_DuckDb_MakesTablesAndRunsNoCodeOfTheFile()
    {
        var secret = Path.Combine(_workspace.Folder, "secret.csv");
        await File.WriteAllTextAsync(secret, "a\nsecret\n", TestWorkspace.Stop);
        var bytes = await MakeDuckDbAsync($"""
            CREATE TABLE source.orders (id INTEGER PRIMARY KEY, net DECIMAL(10, 2), tags VARCHAR[], big HUGEINT, mood ENUM('ok', 'sad'));
            INSERT INTO source.orders VALUES (1, 12.5, ['a', 'b'], 170141183460469231731, 'ok'), (2, NULL, NULL, NULL, NULL);
            CREATE SCHEMA source.other;
            CREATE TABLE source.other."Line Items" AS SELECT 7 AS n;
            CREATE VIEW source.leak AS SELECT * FROM read_csv('{secret}');
            CREATE MACRO source.peek() AS TABLE SELECT * FROM read_text('{secret}');
            CREATE TABLE source.empty (a INTEGER);
            """);

        var tables = await _workspace.ImportAsync(("warehouse.duckdb", bytes));

        Assert.Equal([("orders", 2L), ("other_line_items", 1L)], tables.Select(table => (table.Name, table.RowCount)));
        Assert.Equal(["id"], tables[0].PrimaryKey);
        Assert.Equal("""[[1,12.50,["a","b"],"170141183460469231731","ok"],[2,null,null,null,null]]""", await _workspace.QueryAsync("SELECT * FROM orders ORDER BY id"));
    }

    private byte[] MakeSqlite(string sql)
    {
        using (var database = new SqliteConnection($"Data Source={Scratch};Pooling=false"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        return File.ReadAllBytes(Scratch);
    }

    private async Task<byte[]> MakeDuckDbAsync(string sql)
    {
        await using (var engine = DuckDbEngine.Open(new() { Locked = false, MaxConcurrentQueries = 1 }))
            await engine.ExecuteAsync($"ATTACH '{Scratch}' AS source; {sql}; CHECKPOINT source; DETACH source", TestWorkspace.Stop);
        return await File.ReadAllBytesAsync(Scratch, TestWorkspace.Stop);
    }
}
