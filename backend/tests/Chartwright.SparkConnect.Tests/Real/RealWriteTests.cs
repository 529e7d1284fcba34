using Chartwright.Core.Errors;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;
using Chartwright.SparkConnect.Batch;
using Chartwright.SparkConnect.Catalog;
using Chartwright.SparkConnect.Session;

namespace Chartwright.SparkConnect.Tests.Real;

/// <summary>What a real Spark writes, refuses and says.</summary>
[Collection(OneRealSpark.Name)]
public sealed class RealWriteTests(RealSpark spark)
{
    [Fact]
    public async Task Run_MillionRows_AreWrittenAndCounted()
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT id, id % 7 AS k, CAST(id AS DECIMAL(20,2)) / 4 AS d FROM range(1000000) ORDER BY id DESC");

        var outcome = await bench.RunAsync(request);

        Assert.Equal((1_000_000, false), (outcome.RowCount, outcome.Truncated));
        Assert.Equal([new("id", "BIGINT"), new("k", "BIGINT"), new ResultColumn("d", "DECIMAL(24,6)")], outcome.Columns);
        Assert.Equal("""[[1000000,999999,0,7,999999]]""", await RealBench.ReadAsync(request, "SELECT count(*), max(id), min(id), count(DISTINCT k), first(id)"));
    }

    [Fact]
    public async Task Run_Csv_IsReadBackAsItWas()
    {
        await using var bench = spark.Open();
        var request = bench.Request("""SELECT * FROM VALUES ('a "b", c', 1, DATE'2024-02-29'), ('x\ny', 2, NULL), ('', 3, NULL), (NULL, 4, NULL), (' é ', 5, NULL) AS t(s, n, d) ORDER BY n""", BatchFormat.Csv);

        var outcome = await bench.RunAsync(request);

        Assert.Equal(5, outcome.RowCount);
        Assert.Equal("""[["a \"b\", c","1","2024-02-29"],["x\ny","2",null],["","3",null],[null,"4",null],[" é ","5",null]]""", await RealBench.ReadAsync(request, "SELECT *"));
    }

    [Fact]
    public async Task Run_Types_AreThoseThatDuckDbReads()
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT true b, 1Y t, 2S s, 3 i, 4L l, 1.5F f, 2.5D d, 'x' v, X'00FF' bin, DATE'2024-01-02' day, TIMESTAMP'2024-01-02 03:04:05.678901Z' ts, TIMESTAMP_NTZ'2024-01-02 03:04:05' ntz, array(1, 2) a, map('k', 1) m, named_struct('x', 1, 'y', 'z') st");

        var outcome = await bench.RunAsync(request);

        var described = await RealBench.ReadAsync(request, "SELECT " + string.Join(", ", outcome.Columns.Select(column => $"typeof(\"{column.Name}\")")));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(new[] { outcome.Columns.Select(column => column.Type.Replace("\"", "", StringComparison.Ordinal)) }), described.Replace("\\\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OrderBy_IsKeptWithinAndAcrossTheParts()
    {
        await using var bench = spark.Open(new() { Settings = { ["spark.sql.shuffle.partitions"] = "8", ["spark.sql.adaptive.enabled"] = "false" } });
        var request = bench.Request("SELECT hash(id) AS h, id FROM range(0, 1000000, 1, 6) ORDER BY h, id");

        await bench.RunAsync(request);

        Assert.Equal(8, Directory.EnumerateFiles(request.Directory, "part-*").Count());
        Assert.Equal("[[1000000,true]]", await RealBench.ReadAsync(request, "SELECT count(*), list(h) = list_sort(list(h))"));
    }

    [Theory]
    [InlineData(BatchFormat.Parquet)]
    [InlineData(BatchFormat.Csv)]
    public async Task Run_NoRows_IsAFileWithoutRows(BatchFormat format)
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT id FROM range(10) WHERE id > 99", format);

        var outcome = await bench.RunAsync(request);

        Assert.Equal([new ResultColumn("id", "BIGINT")], outcome.Columns);
        Assert.Equal("[[0]]", await RealBench.ReadAsync(request, "SELECT count(*)"));
    }

    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(99, 99, true)]
    public async Task Run_RowLimit_SaysWhetherThereWereMore(long most, long rows, bool isTruncated)
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT id FROM range(100)", maxRows: most);

        var outcome = await bench.RunAsync(request);

        Assert.Equal((rows, isTruncated), (outcome.RowCount, outcome.Truncated));
        Assert.Equal($"[[{rows}]]", await RealBench.ReadAsync(request, "SELECT count(*)"));
    }

    [Theory]
    [InlineData("SELECT 1 FROM (", ErrorCode.SqlSyntax)]
    [InlineData("SELECT x FROM nowhere", ErrorCode.UnknownTable)]
    [InlineData("SELECT idd FROM range(3)", ErrorCode.UnknownColumn)]
    [InlineData("SELECT 1 / (id - 1) AS q FROM range(3)", ErrorCode.SqlFailed)]
    [InlineData("SELECT CAST('abc' AS INT) AS n FROM range(3)", ErrorCode.SqlFailed)]
    [InlineData("SELECT 1 AS a, 2 AS A", ErrorCode.SqlFailed)]
    [InlineData("SELECT INTERVAL '1' DAY AS i", ErrorCode.SqlFailed)]
    [InlineData("SELECT * FROM parquet.`/etc/passwd`", null)]
    [InlineData("DROP TABLE t", null)]
    [InlineData("INSERT INTO t VALUES (1)", null)]
    [InlineData("SELECT reflect('java.lang.System', 'getProperty', 'user.home')", null)]
    [InlineData("SELECT TRANSFORM(id) USING 'cat' FROM range(3)", null)]
    [InlineData("SELECT 1; SELECT 2", null)]
    public async Task Run_StatementThatCannotRun_SaysWhyAndPublishesNothing(string sql, ErrorCode? code)
    {
        await using var bench = spark.Open();
        var request = bench.Request(sql);

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(request));

        if (code is { } expected) Assert.Equal(expected, failure.Code);
        Assert.DoesNotContain("org.apache", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(request.Directory, "_SUCCESS")));
    }

    [Fact]
    public async Task Run_ErrorLongerThanAStatus_IsReadWhole()
    {
        await using var bench = spark.Open();
        var columns = string.Join(", ", Enumerable.Range(1, 200).Select(number => $"id AS a_rather_long_name_of_a_column_{number}"));

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(bench.Request($"SELECT missing FROM (SELECT {columns} FROM range(3))")));

        Assert.Equal(ErrorCode.UnknownColumn, failure.Code);
        Assert.Equal("missing", failure.Details!["name"]);
    }

    [Fact]
    public async Task GetVersion_RealServer_IsItsVersion()
    {
        await using var bench = spark.Open();
        var session = new SparkSession(bench.Channel, Guid.NewGuid(), TimeProvider.System);

        Assert.Matches(@"^[4-9]\.\d+\.\d+", await session.GetVersionAsync(TestContext.Current.CancellationToken));
        await session.CloseAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_TenAtOnce_AreAllWhole()
    {
        await using var bench = spark.Open();
        var requests = Enumerable.Range(1, 10).Select(number => bench.Request($"SELECT id, id * {number} AS n FROM range(20000)")).ToList();

        var outcomes = await Task.WhenAll(requests.Select(bench.RunAsync));

        Assert.All(outcomes, outcome => Assert.Contains(outcome.RowCount, (long?[])[20_000, null])); // Spark loses a count now and then; the files tell
        foreach (var request in requests) Assert.Equal("[[20000]]", await RealBench.ReadAsync(request, "SELECT count(*)"));
    }

    [Fact]
    public async Task Run_FolderThatCannotBeMade_IsTheStoragesFault()
    {
        await using var bench = spark.Open();
        var request = bench.Request("SELECT id FROM range(3)");
        await File.WriteAllTextAsync(request.Directory, "a file in the way", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<QueryException>(() => bench.RunAsync(request with { Directory = Path.Combine(request.Directory, "below") }));

        Assert.Equal(ErrorCode.StorageUnavailable, failure.Code);
    }

    [Fact]
    public async Task ListTables_ConfiguredFile_IsATableWithItsColumns()
    {
        await using var first = spark.Open();
        var request = first.Request("SELECT id, CAST(id AS STRING) AS name FROM range(3)");
        await first.RunAsync(request);
        var options = new SparkOptions { Tables = { ["people"] = $"file://{request.Directory}" } };
        await using var bench = spark.Open(options);
        using var catalog = new SparkCatalog(bench.Channel, options, TimeProvider.System);

        var table = Assert.Single(await catalog.ListTablesAsync(TestContext.Current.CancellationToken), table => table.Name == "people");

        Assert.Equal(["id BIGINT", "name VARCHAR"], table.Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(3, (await bench.RunAsync(bench.Request("SELECT * FROM people"))).RowCount);
    }
}
