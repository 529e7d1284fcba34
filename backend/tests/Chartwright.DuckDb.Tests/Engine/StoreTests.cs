using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.DuckDb.Tests.Engine;

/// <summary>Results through a Parquet file and back.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chartwright-");

    private string File => Path.Combine(_directory.FullName, "r.parquet");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("170141183460469231731687303715884105727::HUGEINT, 340282366920938463463374607431768211455::UHUGEINT, NULL::HUGEINT")]
    [InlineData("9007199254740993::HUGEINT, 12::UHUGEINT, [1::HUGEINT, NULL]")]
    [InlineData("123.4500::DECIMAL(38,4), 0.1::FLOAT, 'nan'::DOUBLE, '-inf'::DOUBLE, -0.0::DOUBLE, 18446744073709551615::UBIGINT, (-128)::TINYINT")]
    [InlineData("'infinity'::DATE, '-infinity'::TIMESTAMP, 'infinity'::TIMESTAMPTZ, '0044-03-15 (BC)'::DATE, DATE '2017-01-31'")]
    [InlineData("'2017-01-31 12:00:00'::TIMESTAMP_S, '2017-01-31 12:00:00.5'::TIMESTAMP_MS, '2017-01-31 12:00:00.123456789'::TIMESTAMP_NS, '12:34:56.5'::TIME")]
    [InlineData("'12:34:56+02'::TIMETZ, '12:34:56.123456789'::TIME_NS, INTERVAL '1 year 2 months 3 days 04:05:06.5', '0101'::BIT")]
    [InlineData("'é😀'::VARCHAR, ''::VARCHAR, '\\x00\\xFF'::BLOB, '00000000-0000-0000-0000-0000000000ff'::UUID, true, 'a'::ENUM('a', 'b'), '{\"a\":1}'::JSON")]
    [InlineData("[1, NULL], [[1], []], [1, 2]::INT[2], {'a': 1, 'b': 'x'}, MAP {'k': 1}, [INTERVAL 1 DAY], ['a'::ENUM('a', 'b')], '99'::BIGNUM, 1::VARIANT")]
    public async Task StoreAsync_AnyType_ReadsBackTheSame(string values)
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });
        var direct = await engine.QueryAsync(new($"SELECT {values}"), TestEngines.Token);

        var stored = await engine.StoreAsync(new($"SELECT {values}"), File, new(TimeSpan.FromMinutes(1)), TestEngines.Token);

        var list = string.Join(", ", stored.Columns.Select(column => column.Read()));
        Assert.Equal(direct.Rows.ToString(), await engine.RowsAsync($"SELECT {list} FROM read_parquet('{File}')"));
        Assert.Equal(direct.Columns, stored.Columns.Select(column => column.ToColumn()));
    }

    [Fact]
    public async Task StoreAsync_NamesThatClash_AreToldApartInTheFile()
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });

        var stored = await engine.StoreAsync(new("SELECT 1 AS a, 2 AS A, 3 AS file_row_number, 4 AS \"x\"\"y\""), File, new(TimeSpan.FromMinutes(1)), TestEngines.Token);

        Assert.Equal(["a", "A", "file_row_number", "x\"y"], stored.Columns.Select(column => column.Name));
        Assert.Equal(["a", "A_1", "file_row_number_1", "x\"y"], stored.Columns.Select(column => column.StoredName));
        Assert.Equal("[[1,2,3,4]]", await engine.RowsAsync($"SELECT {string.Join(", ", stored.Columns.Select(column => column.Read()))} FROM read_parquet('{File}')"));
    }

    [Fact]
    public async Task StoreAsync_ManyRowsWithParams_KeepsTheirOrder()
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });
        var request = new QueryRequest("SELECT i FROM range(500000) t(i) WHERE i % $step = 0 ORDER BY hash(i) -- end", new QueryParams { ["step"] = JsonSerializer.SerializeToElement(2) });

        var stored = await engine.StoreAsync(request, File, new(TimeSpan.FromMinutes(1)), TestEngines.Token);

        Assert.Equal(250_000, stored.RowCount);
        Assert.Equal("[[0]]", await engine.RowsAsync($"SELECT count(*) FROM (SELECT hash(i) AS h, lag(hash(i)) OVER (ORDER BY file_row_number) AS before FROM read_parquet('{File}', file_row_number = true)) WHERE before > h"));
    }

    [Fact]
    public async Task StoreAsync_StatementThatDoesNotRead_IsRefused()
    {
        await using var engine = TestEngines.Open(options => options with { AllowedDirectories = [_directory.FullName] });

        var failure = await Assert.ThrowsAsync<QueryException>(() => engine.StoreAsync(new("CREATE TABLE t(a INT)"), File, new(TimeSpan.FromMinutes(1)), TestEngines.Token));

        Assert.Equal(ErrorCode.SqlNotReadOnly, failure.Code);
        await engine.AssertUsableAsync();
    }
}
