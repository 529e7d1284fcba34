using Chartwright.Core.Errors;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Guard;

public sealed class HostileSqlTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    // files and network
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM read_csv_auto('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM read_blob('/etc/shadow')", "SqlForbidden")]
    [InlineData("SELECT * FROM read_parquet('/data/../etc/x.parquet')", "SqlForbidden")]
    [InlineData("SELECT * FROM parquet_metadata('x.parquet')", "SqlForbidden")]
    [InlineData("SELECT * FROM sniff_csv('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM glob('/**')", "SqlForbidden")]
    [InlineData("SELECT * FROM '/etc/passwd'", "UnknownTable")]
    [InlineData("FROM 'x.csv'", "UnknownTable")]
    [InlineData("FROM \"orders.parquet\"", "UnknownTable")]
    [InlineData("DESCRIBE 'x.csv'", "UnknownTable")]
    [InlineData("SUMMARIZE 'x.parquet'", "UnknownTable")]
    [InlineData("SELECT * FROM 'https://example.com/x.parquet'", "UnknownTable")]
    [InlineData("SELECT * FROM read_json('https://example.com/x.json')", "SqlForbidden")]
    [InlineData("SELECT (SELECT content FROM read_text('/etc/passwd'))", "SqlForbidden")]
    [InlineData("WITH x AS (SELECT * FROM read_csv('/etc/passwd')) SELECT * FROM x", "SqlForbidden")]
    [InlineData("SELECT * FROM orders WHERE EXISTS (FROM read_text('/etc/passwd'))", "SqlForbidden")]
    [InlineData("SELECT * FROM \"read_csv\"('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM system.main.read_csv('/etc/passwd')", "SqlForbidden")]
    [InlineData("select/**/*/**/from/**/read_csv('/etc/passwd')", "SqlForbidden")]
    [InlineData("SELECT * FROM 'file:///etc/passwd'", "UnknownTable")]
    [InlineData("SELECT * FROM main.\"/etc/passwd\"", "UnknownTable")]
    [InlineData("SELECT * FROM (DESCRIBE '/etc/passwd')", "UnknownTable")]
    [InlineData("SUMMARIZE SELECT * FROM read_text('/etc/passwd')", "SqlForbidden")]
    [InlineData("PIVOT (SELECT * FROM read_csv('/etc/passwd')) ON a IN (1) USING count(*)", "SqlForbidden")]
    [InlineData("UNPIVOT (SELECT * FROM glob('/*')) ON file INTO NAME n VALUE v", "SqlForbidden")]
    [InlineData("SELECT * FROM orders ORDER BY (SELECT content FROM read_text('/etc/passwd'))", "SqlForbidden")]
    [InlineData("SELECT * FROM orders LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))", "SqlForbidden")]
    [InlineData("SELECT sum(1) FILTER (WHERE (SELECT content FROM read_text('/etc/passwd')) IS NULL)", "SqlForbidden")]
    [InlineData("SELECT row_number() OVER (ORDER BY (SELECT content FROM read_text('/etc/passwd')))", "SqlForbidden")]
    [InlineData("SELECT 1 FROM orders QUALIFY (SELECT content FROM read_text('/etc/passwd')) IS NULL", "SqlForbidden")]
    [InlineData("SELECT * FROM range((SELECT count(*) FROM read_text('/etc/passwd')))", "SqlForbidden")]
    [InlineData("SELECT * FROM orders WHERE filename LIKE '/%'", "SqlFailed|UnknownColumn")]
    // settings, environment, the engine's own tables
    [InlineData("SELECT getenv('HOME')", "SqlForbidden")]
    [InlineData("SELECT current_setting('temp_directory')", "SqlForbidden")]
    [InlineData("SELECT * FROM duckdb_settings()", "SqlForbidden")]
    [InlineData("SELECT * FROM duckdb_views()", "SqlForbidden")]
    [InlineData("SELECT sql FROM duckdb_views", "UnknownTable")]
    [InlineData("SELECT sql FROM sqlite_master", "UnknownTable")]
    [InlineData("SELECT * FROM pg_catalog.pg_views", "UnknownTable")]
    [InlineData("SELECT * FROM information_schema.tables", "UnknownTable")]
    [InlineData("SELECT * FROM system.information_schema.tables", "UnknownTable")]
    [InlineData("SELECT * FROM resident.t1", "UnknownTable")]
    [InlineData("SELECT * FROM memory.resident.t1", "UnknownTable")]
    [InlineData("SELECT * FROM sqlite_master, (WITH sqlite_master AS (SELECT 1) FROM sqlite_master)", "SqlForbidden")]
    [InlineData("WITH \"/etc/passwd.csv\" AS (SELECT 1) FROM \"/etc/passwd.csv\"", "SqlForbidden")]
    [InlineData("WITH tables AS (SELECT 1) SELECT * FROM information_schema.tables", "SqlForbidden")]
    [InlineData("SELECT * FROM pragma_database_size()", "SqlForbidden")]
    [InlineData("SELECT * FROM duckdb_secrets()", "SqlForbidden")]
    [InlineData("SELECT * FROM duckdb_temporary_files()", "SqlForbidden")]
    [InlineData("SELECT pg_get_viewdef(1)", "SqlForbidden")]
    [InlineData("SHOW databases", "UnknownTable")]
    [InlineData("SHOW ALL TABLES", "UnknownTable")]
    [InlineData("SELECT system.main.getenv('HOME')", "SqlForbidden")]
    [InlineData("SELECT \"getenv\"('HOME')", "SqlForbidden")]
    [InlineData("SELECT list_transform(['HOME'], lambda x: getenv(x))", "SqlForbidden")]
    [InlineData("SELECT list_aggregate([1], 'getenv')", "SqlForbidden|SqlFailed|SqlSyntax")]
    // SQL hidden in a string
    [InlineData("SELECT * FROM query('SELECT 1')", "SqlForbidden")]
    [InlineData("SELECT * FROM query_table('orders')", "SqlForbidden")]
    [InlineData("SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))", "SqlForbidden")]
    [InlineData("SELECT json_serialize_plan('FROM read_csv(''/etc/passwd'')')", "SqlForbidden")]
    [InlineData("SELECT ('x').getenv()", "SqlForbidden")]
    // anything that writes or changes
    [InlineData("CREATE TABLE t (a INT)", "SqlNotReadOnly")]
    [InlineData("CREATE TABLE t AS SELECT 1", "SqlNotReadOnly")]
    [InlineData("DROP VIEW orders", "SqlNotReadOnly")]
    [InlineData("INSERT INTO orders VALUES (1)", "SqlNotReadOnly")]
    [InlineData("UPDATE orders SET order_id = 1", "SqlNotReadOnly")]
    [InlineData("DELETE FROM orders", "SqlNotReadOnly")]
    [InlineData("WITH x AS (DELETE FROM orders RETURNING *) SELECT * FROM x", "SqlSyntax|SqlNotReadOnly|SqlFailed")]
    [InlineData("WITH x AS (INSERT INTO orders VALUES (1) RETURNING *) SELECT * FROM x", "SqlSyntax|SqlNotReadOnly|SqlFailed")]
    [InlineData("COPY orders TO '/tmp/x.csv'", "SqlNotReadOnly")]
    [InlineData("COPY (SELECT 1) TO '/tmp/x.csv'", "SqlNotReadOnly")]
    [InlineData("EXPORT DATABASE '/tmp/x'", "SqlNotReadOnly")]
    [InlineData("ATTACH '/tmp/x.db' AS x", "SqlNotReadOnly")]
    [InlineData("USE x", "SqlNotReadOnly")]
    [InlineData("SET threads = 99", "SqlNotReadOnly")]
    [InlineData("SET lock_configuration = false", "SqlNotReadOnly")]
    [InlineData("RESET memory_limit", "SqlNotReadOnly")]
    [InlineData("INSTALL httpfs", "SqlNotReadOnly")]
    [InlineData("LOAD httpfs", "SqlNotReadOnly")]
    [InlineData("PRAGMA version", "SqlNotReadOnly|SqlForbidden")]
    [InlineData("PRAGMA database_list", "SqlNotReadOnly|SqlForbidden")]
    [InlineData("CALL pragma_version()", "SqlNotReadOnly|SqlForbidden")]
    [InlineData("CALL enable_logging()", "SqlNotReadOnly|SqlForbidden")]
    [InlineData("CHECKPOINT", "SqlNotReadOnly")]
    [InlineData("VACUUM", "SqlNotReadOnly")]
    [InlineData("BEGIN", "SqlNotReadOnly")]
    [InlineData("PREPARE p AS SELECT 1", "SqlNotReadOnly")]
    [InlineData("EXECUTE p", "SqlNotReadOnly")]
    [InlineData("CREATE MACRO f() AS 1", "SqlNotReadOnly")]
    [InlineData("CREATE SECRET s (TYPE s3)", "SqlNotReadOnly|SqlSyntax|SqlFailed")]
    [InlineData("SET VARIABLE x = 1", "SqlNotReadOnly")]
    [InlineData("COMMENT ON VIEW orders IS 'x'", "SqlNotReadOnly")]
    [InlineData("MERGE INTO orders USING products ON true WHEN MATCHED THEN DELETE", "SqlNotReadOnly")]
    [InlineData("ALTER VIEW orders RENAME TO x", "SqlNotReadOnly")]
    [InlineData("IMPORT DATABASE 'x'", "SqlForbidden")]
    [InlineData("DETACH memory", "SqlNotReadOnly")]
    [InlineData("TRUNCATE orders", "SqlNotReadOnly")]
    [InlineData("EXPLAIN ANALYZE SELECT 1", "SqlForbidden")]
    [InlineData("EXPLAIN (ANALYZE) SELECT 1", "SqlForbidden")]
    [InlineData("EXPLAIN DROP VIEW orders", "SqlNotReadOnly")]
    [InlineData("EXPLAIN SELECT * FROM read_csv('/etc/passwd')", "SqlForbidden|SqlNotReadOnly")]
    [InlineData("EXPLAIN COPY orders TO '/tmp/x.csv'", "SqlNotReadOnly")]
    [InlineData("SELECT write_log('x')", "SqlForbidden")]
    [InlineData("SELECT setseed(0.5)", "SqlForbidden")]
    [InlineData("SELECT sleep_ms(100000)", "SqlForbidden")]
    [InlineData("SELECT nextval('s')", "SqlForbidden")]
    [InlineData("SELECT __internal_decompress_string('x')", "SqlForbidden")]
    // more than one statement, or none
    [InlineData("SELECT 1; SELECT 2", "SqlForbidden")]
    [InlineData("SELECT 1; DROP VIEW orders", "SqlForbidden")]
    [InlineData("SELECT 1 /* ; */ ; -- x\n DROP VIEW orders", "SqlForbidden")]
    [InlineData("", "SqlSyntax")]
    [InlineData("   ", "SqlSyntax")]
    [InlineData(";", "SqlSyntax")]
    [InlineData("-- only a remark", "SqlSyntax")]
    [InlineData("SELECT 1\0; DROP VIEW orders", "SqlSyntax")]
    [InlineData("SELEC 1", "SqlSyntax")]
    [InlineData("SELECT ((((", "SqlSyntax")]
    [InlineData("SELECT 'open", "SqlSyntax")]
    [InlineData("PIVOT orders ON channel USING count(*)", "SqlForbidden")]
    [Theory]
    public async Task QueryAsync_Hostile_IsRefusedAndTheNextQueryIsRight(string sql, string codes)
    {
        var refusal = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync(sql));

        Assert.Contains(refusal.Code.ToString(), codes.Split('|'));
        Assert.DoesNotContain(_workspace.Folder, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(RepositoryFolders.Samples, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("[[406]]", await _workspace.QueryAsync("SELECT count(*) FROM cars"));
    }

    [InlineData("SELECT count(*) FROM orders", "[[19699]]")]
    [InlineData("select count(*) from main.ORDERS;", "[[19699]]")]
    [InlineData("SELECT count(*) FROM memory.main.orders", "[[19699]]")]
    [InlineData("/* a; */ SELECT 1 -- b;\n;", "[[1]]")]
    [InlineData("WITH n AS (SELECT 1 AS a) SELECT a FROM n", "[[1]]")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) FROM n", "[[6]]")]
    [InlineData("WITH orders AS (SELECT 7 AS a) SELECT a FROM orders", "[[7]]")]
    [InlineData("FROM cars SELECT max(cylinders)", "[[8]]")]
    [InlineData("VALUES (1, 'x')", """[[1,"x"]]""")]
    [InlineData("SELECT sum(i) FROM range(4) t(i)", "[[6]]")]
    [InlineData("SELECT unnest([1, 2])", "[[1],[2]]")]
    [InlineData("SELECT column_name FROM (DESCRIBE stocks)", """[["symbol"],["date"],["price"]]""")]
    [InlineData("SELECT column_name, count FROM (SUMMARIZE stocks) LIMIT 1", """[["symbol",560]]""")]
    [InlineData("PIVOT (SELECT origin, cylinders FROM cars) ON cylinders IN (3, 5) USING count(*) ORDER BY origin", """[["Europe",0,3],["Japan",4,0],["USA",0,0]]""")]
    [InlineData("SELECT ';' || '--' AS a", """[[";--"]]""")]
    [InlineData("SELECT \"select\" FROM (SELECT 1 AS \"select\")", "[[1]]")]
    [InlineData("SELECT count(*) FROM cars c JOIN stocks s ON false", "[[0]]")]
    [InlineData("SELECT list_sum([x FOR x IN range(4)])", "[[6]]")]
    [InlineData("SELECT repeat('ab', 2), lpad('7', 3, '0'), rpad('x', 2, '-'), repeat([1], 2)", """[["abab","007","x-",[1,1]]]""")]
    [InlineData("SELECT range(3), range(1, 3), range(6, 0, -2), generate_series(1, 2)", "[[[0,1,2],[1,2],[6,4,2],[1,2]]]")]
    [InlineData("SELECT len(generate_series(DATE '2017-01-01', DATE '2017-12-31', INTERVAL 1 DAY))", "[[365]]")]
    [InlineData("SELECT len(range(TIMESTAMP '2017-01-01', TIMESTAMP '2018-01-01', INTERVAL 1 MONTH))", "[[12]]")]
    [InlineData("SELECT range(NULL), repeat(NULL, 2), repeat('x', NULL), repeat('', 5)", """[[null,null,null,""]]""")]
    [InlineData("SELECT unnest(range(2))", "[[0],[1]]")]
    [InlineData("SELECT max(i) FROM range(2000000) t(i)", "[[1999999]]")]
    [InlineData("SELECT count(*) FILTER (WHERE origin ILIKE 'usa') FROM cars", "[[254]]")]
    [Theory]
    public async Task QueryAsync_ReadingStatement_IsAnswered(string sql, string rows)
    {
        Assert.Equal(rows, await _workspace.QueryAsync(sql));
    }

    [InlineData("SHOW TABLES")]
    [InlineData("DESCRIBE orders")]
    [InlineData("SUMMARIZE orders")]
    [InlineData("EXPLAIN SELECT * FROM orders")]
    [InlineData("explain /* x */ FROM orders JOIN order_items USING (order_id);")]
    [Theory]
    public async Task QueryAsync_StatementAboutTables_ShowsNoServerPath(string sql)
    {
        var result = await _workspace.Queries.QueryAsync(new(sql), TestWorkspace.Stop);

        Assert.True(result.RowCount > 0);
        Assert.DoesNotContain(RepositoryFolders.Samples, result.Rows.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(".parquet", result.Rows.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_EveryTableFunctionOfTheEngine_IsRefusedUnlessListed()
    {
        var functions = await _workspace.Engine.ReadTextAsync(
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro') ORDER BY ALL", TestWorkspace.Stop);

        var allowed = functions.Select(row => row[0]!).Where(Query.Guard.FunctionRules.IsAllowedInFrom);

        Assert.Equal(["generate_series", "histogram", "histogram_values", "json_each", "json_tree", "range", "repeat", "repeat_row", "summary", "unnest"], allowed);
    }
}
