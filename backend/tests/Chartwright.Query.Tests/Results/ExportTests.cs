using System.Text;
using System.Text.Json;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;
using Chartwright.Query.Tests.Samples;
using MiniExcelLibs;

namespace Chartwright.Query.Tests.Results;

/// <summary>Whole results as files, read back by other programs' readers.</summary>
public sealed class ExportTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private const string Mixed = """
        SELECT i AS n, 'row ' || i AS t, DATE '2017-01-01' + i::INT AS d, TIMESTAMP '2017-01-01 12:00:00.5' + to_days(i::INT) AS at, i / 4.0 AS f, (i * 1.25)::DECIMAL(18,2) AS p, i % 2 = 0 AS b, NULLIF(i, 1) AS gap
        FROM range({0}) t(i)
        """;

    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Fact]
    public async Task ExportAsync_Csv_HasAllRowsBeyondTheLimit()
    {
        var text = await TextAsync("SELECT i AS n, 'x,' || i AS t FROM range(5000) t(i)", ResultFormat.Csv);

        Assert.Equal("n,t\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},\"x,{i}\"\n")), text);
    }

    [Fact]
    public async Task ExportAsync_Csv_WritesValuesAsTheyAre()
    {
        var text = await TextAsync(
            "SELECT NULL::VARCHAR AS a, '' AS b, 'q\"q' AS c, DATE '2017-01-31' AS d, TIMESTAMP '2017-01-31 12:00:00' AS e, 12.50::DECIMAL(9,2) AS f, 9007199254740993::HUGEINT AS g, [1, 2] AS h, {'k': 'v'} AS i, '\\xFF'::BLOB AS j, true AS k",
            ResultFormat.Csv);

        Assert.Equal("a,b,c,d,e,f,g,h,i,j,k\n,\"\",\"q\"\"q\",2017-01-31,2017-01-31 12:00:00,12.50,9007199254740993,\"[1,2]\",\"{\"\"k\"\":\"\"v\"\"}\",/w==,true\n", text);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|x", "'+cmd|x")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("a=b", "a=b")]
    public async Task ExportAsync_CsvTextThatIsAFormula_IsText(string text, string expected)
    {
        Assert.Equal($"t,n\n{expected},-5\n", await TextAsync($"SELECT '{text}' AS t, -5 AS n", ResultFormat.Csv));
    }

    [Fact]
    public async Task ExportAsync_CsvNamesOfColumns_AreToldApartAndNoFormula()
    {
        Assert.Equal("a,a_1,'=b\n1,2,3\n", await TextAsync("SELECT 1 AS a, 2 AS a, 3 AS \"=b\"", ResultFormat.Csv));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2500)]
    [InlineData(130_000)]
    public async Task ExportAsync_Json_HasTheRowsOfEveryAnswer(int rows)
    {
        var sql = Mixed.Replace("{0}", $"{rows}", StringComparison.Ordinal);

        using var document = JsonDocument.Parse(await TextAsync(sql, ResultFormat.Json));

        var direct = await _workspace.Queries.QueryAsync(new(sql, QueryParams.Empty, QueryRequest.MaxLimit), TestWorkspace.Stop);
        var all = document.RootElement.GetProperty("rows");
        Assert.Equal((rows, (long)rows), (all.GetArrayLength(), document.RootElement.GetProperty("rowCount").GetInt64()));
        var first = JsonSerializer.Deserialize<JsonElement[]>(direct.Rows.Utf8.Span)!;
        Assert.True(first.Zip(all.EnumerateArray()).All(pair => pair.First.GetRawText() == pair.Second.GetRawText()), "the rows differ");
        Assert.Equal("at", document.RootElement.GetProperty("columns")[3].GetProperty("name").GetString());
    }

    [Fact]
    public async Task ExportAsync_Xlsx_HasNumbersAsNumbersAndDatesAsDates()
    {
        var rows = await SheetAsync(Mixed.Replace("{0}", "3000", StringComparison.Ordinal));

        Assert.Equal(3001, rows.Count);
        Assert.Equal(["n", "t", "d", "at", "f", "p", "b", "gap"], rows[0].Values);
        Assert.Equal([5.0, "row 5", new DateTime(2017, 1, 6), new DateTime(2017, 1, 6, 12, 0, 0, 500), 1.25, 6.25, false, 5.0], rows[6].Values);
        Assert.Null(rows[2]["H"]);
    }

    [Fact]
    public async Task ExportAsync_XlsxOfHostileText_HoldsTextAndNoFormula()
    {
        var rows = await SheetAsync("SELECT '=1+1' AS \"=a\", chr(1) || 'x<&>' AS b, 'é😀' AS c, 9007199254740993 AS d, DATE '0044-03-15' AS e, [1, 2] AS f");

        Assert.Equal(["=1+1", "\ufffdx<&>", "é😀", "9007199254740993", "0044-03-15", "[1,2]"], rows[1].Values);
        Assert.Equal("=a", rows[0]["A"]);
    }

    [Fact]
    public async Task ExportAsync_XlsxTextLongerThanACell_IsRefusedWithARemedy()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => BytesAsync("SELECT repeat('x', 40000) AS t", ResultFormat.Xlsx));

        Assert.Equal(ErrorCode.ResultTooLarge, error.Code);
        Assert.Contains("Parquet", error.Message);
    }

    [Fact]
    public async Task ExportAsync_Parquet_HasTypesOfItsOwn()
    {
        var bytes = await BytesAsync("SELECT DATE '2017-01-31' AS d, sum(i) AS total, 'x' AS t FROM range(10) t(i)", ResultFormat.Parquet);

        Assert.Equal("PAR1"u8.ToArray(), bytes[..4]);
        Assert.Equal("PAR1"u8.ToArray(), bytes[^4..]);
    }

    [Fact]
    public async Task ExportAsync_Again_IsTheSameFile()
    {
        const string sql = "SELECT random() AS r FROM range(100)";

        Assert.Equal(await TextAsync(sql, ResultFormat.Csv), await TextAsync(sql, ResultFormat.Csv));
    }

    private async Task<byte[]> BytesAsync(string sql, ResultFormat format)
    {
        var result = await _workspace.Queries.QueryAsync(new(sql), TestWorkspace.Stop);
        var file = (await _workspace.Get<IResults>().ExportAsync(result.CacheKey, format, TestWorkspace.Stop))!;
        await using var content = file.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestWorkspace.Stop);
        return bytes.ToArray();
    }

    private async Task<string> TextAsync(string sql, ResultFormat format) => Encoding.UTF8.GetString(await BytesAsync(sql, format));

    private async Task<List<IDictionary<string, object?>>> SheetAsync(string sql)
    {
        using var book = new MemoryStream(await BytesAsync(sql, ResultFormat.Xlsx));
        return [.. book.Query().Cast<IDictionary<string, object?>>()];
    }
}
