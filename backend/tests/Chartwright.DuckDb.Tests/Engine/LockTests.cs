using Chartwright.Core.Errors;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>What no statement may do once the engine is locked, even if every guard before it failed.</summary>
public sealed class LockTests : IAsyncLifetime
{
    private DirectoryInfo _root = null!;
    private DuckDbEngine _engine = null!;

    public async ValueTask InitializeAsync()
    {
        _root = Directory.CreateTempSubdirectory("chartwright-");
        Directory.CreateDirectory(Path.Combine(_root.FullName, "data"));
        Directory.CreateDirectory(Path.Combine(_root.FullName, "database"));
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "data", "in.csv"), "a,b\n1,2\n");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "secret.csv"), "a,b\n1,2\n");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "database", "secret.csv"), "a,b\n1,2\n");
        _engine = TestEngines.Open(options => options with { AllowedDirectories = [Path.Combine(_root.FullName, "data")], TempDirectory = Path.Combine(_root.FullName, "spill") });
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Fact]
    public async Task Query_FileInsideTheAllowedDirectory_IsRead() =>
        Assert.Equal("[[1,2]]", await _engine.RowsAsync($"FROM read_csv('{_root.FullName}/data/in.csv')"));

    [Theory]
    [InlineData("FROM read_csv('{0}/secret.csv')")]
    [InlineData("FROM read_csv('{0}/data/../secret.csv')")]
    [InlineData("FROM read_csv('{0}/database/secret.csv')")]
    [InlineData("FROM read_csv('{0}/*.csv')")]
    [InlineData("FROM read_csv('/etc/passwd')")]
    [InlineData("FROM read_text('/proc/self/environ')")]
    [InlineData("FROM read_blob('{0}/secret.csv')")]
    [InlineData("FROM read_json('file://{0}/secret.csv')")]
    [InlineData("FROM glob('/etc/*')")]
    [InlineData("FROM '{0}/secret.csv'")]
    [InlineData("FROM read_csv('https://example.invalid/x.csv')")]
    [InlineData("FROM read_parquet('s3://bucket/x.parquet')")]
    [InlineData("FROM sniff_csv('{0}/secret.csv')")]
    [InlineData("FROM parquet_metadata('{0}/secret.csv')")]
    [InlineData("FROM query('FROM read_csv(''{0}/secret.csv'')')")]
    [InlineData("COPY (SELECT 1) TO '{0}/out.csv'")]
    [InlineData("COPY (SELECT 1) TO '{0}/data/../out.csv'")]
    [InlineData("EXPORT DATABASE '{0}/dump'")]
    [InlineData("IMPORT DATABASE '{0}'")]
    [InlineData("ATTACH '{0}/x.duckdb' AS x")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("LOAD '{0}/evil.duckdb_extension'")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("RESET lock_configuration")]
    [InlineData("SET allowed_directories = ['/']")]
    [InlineData("SET allowed_configs = ['threads']")]
    [InlineData("SET GLOBAL threads = 64")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("SET temp_directory = '/'")]
    [InlineData("SET SESSION TimeZone = 'Europe/Berlin'")]
    [InlineData("PRAGMA threads = 64")]
    [InlineData("SET profiling_output = '{0}/profile.json'")]
    [InlineData("CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')")]
    public async Task AnyStatement_OutsideTheWorkspace_IsRefused(string sql)
    {
        sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, _root.FullName);

        var asQuery = await _engine.FailureAsync(sql);
        var asTrusted = await Assert.ThrowsAsync<QueryException>(() => _engine.ExecuteAsync(sql, TestEngines.Token)); // the lock alone

        Assert.All([asQuery, asTrusted], failure =>
        {
            Assert.DoesNotContain(_root.FullName, failure.Message, StringComparison.Ordinal);
            Assert.NotEqual(ErrorCode.EngineUnavailable, failure.Code);
        });
        Assert.Equal(["data", "database", "secret.csv"], _root.EnumerateFileSystemInfos().Select(entry => entry.Name).Where(name => name != "spill").Order(StringComparer.Ordinal));
        await _engine.AssertUsableAsync();
    }

    [Theory]
    [InlineData("COPY (SELECT 1) TO '{0}/data/out.csv'")]
    [InlineData("EXPLAIN ANALYZE COPY (SELECT 1) TO '{0}/data/out.csv'")]
    [InlineData("CREATE TABLE x(a INT)")]
    [InlineData("INSERT INTO t VALUES (1)")]
    [InlineData("DELETE FROM t")]
    [InlineData("DROP TABLE t")]
    [InlineData("PRAGMA enable_profiling")]
    [InlineData("SET errors_as_json = false")]
    [InlineData("BEGIN")]
    [InlineData("CALL enable_logging()")]
    public async Task Query_StatementThatDoesNotRead_IsNotReadOnly(string sql)
    {
        await _engine.ExecuteAsync("CREATE TABLE t AS SELECT 0 AS a", TestEngines.Token);

        var failure = await _engine.FailureAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, _root.FullName));

        Assert.Equal(ErrorCode.SqlNotReadOnly, failure.Code);
        Assert.Equal("[[0]]", await _engine.RowsAsync("FROM t"));
        Assert.Equal(["in.csv"], Directory.GetFiles(Path.Combine(_root.FullName, "data")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Execute_HostileTextAmongTrusted_StopsThere()
    {
        var failure = await Assert.ThrowsAsync<QueryException>(() => _engine.ExecuteAsync("CREATE TABLE a AS SELECT 1 AS x; SET threads = 64; CREATE TABLE b AS SELECT 1", TestEngines.Token));

        Assert.Equal(ErrorCode.SqlForbidden, failure.Code);
        Assert.Equal("[[1]]", await _engine.RowsAsync("FROM a"));
        Assert.Equal(ErrorCode.UnknownTable, (await _engine.FailureAsync("FROM b")).Code);
    }

    [Fact]
    public async Task Query_SortBeyondMemory_SpillsToTheTempDirectory()
    {
        await using var small = TestEngines.Open(options => options with { MemoryLimit = "80MB", TempDirectory = Path.Combine(_root.FullName, "spill") });

        var rows = await small.RowsAsync("SELECT count(*), min(h), max(h) FROM (SELECT hash(i) AS h, repeat('x', 60) || i AS s FROM range(2000000) t(i) ORDER BY s OFFSET 0)");

        Assert.StartsWith("[[2000000,", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlocked_ReadsAnyFile_ButLoadsNoExtension()
    {
        await using var scratch = TestEngines.Open(options => options with { Locked = false });

        Assert.Equal("[[1,2]]", await scratch.RowsAsync($"FROM read_csv('{_root.FullName}/secret.csv')"));
        Assert.Equal("[[\"false\"],[\"false\"],[\"false\"]]", await scratch.RowsAsync(
            "SELECT value FROM duckdb_settings() WHERE name IN ('autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions')"));
    }
}
