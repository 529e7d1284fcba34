using System.IO.Compression;
using System.Text;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using MiniExcelLibs;

namespace Chartwright.Query.Tests.Ingestion;

public sealed class ImportTests : IAsyncDisposable
{
    private readonly TestWorkspace _workspace = new(samples: "", configure: options => options.MaxUploadBytes = 4 << 20);

    private string DataFolder => Path.Combine(_workspace.Folder, "data");

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task ImportAsync_Csv_TypesByAllValues()
    {
        var table = await ImportAsync(""""
            Order ID,Ordered On,Amount,Zip,Big,Is Paid,When,Score,Note,Empty
            1,2024-01-31,12.50,00123,12345678901234567890,true,2024-01-31 10:00:00,1e3,"a, ""b""",
            2,2024-02-01,7,94110,2,false,2024-02-01T11:30:00,0.123456,NA,
            """", "Sales (Q1).csv");

        Assert.Equal(
            ["order_id BIGINT", "ordered_on DATE", "amount DECIMAL(18,2)", "zip VARCHAR", "big DECIMAL(38,0)", "is_paid BOOLEAN", "when_ TIMESTAMP", "score DOUBLE", "note VARCHAR", "empty VARCHAR"],
            table.Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal("sales_q1", table.Name);
        Assert.Equal(["Order ID"], table.FindColumn("order_id")!.Synonyms);
        Assert.Equal(
            """[[1,"2024-01-31",12.50,"00123","a, \"b\"",null],[2,"2024-02-01",7.00,"94110","NA",null]]""",
            await _workspace.QueryAsync("SELECT order_id, ordered_on, amount, zip, note, empty FROM sales_q1 ORDER BY 1"));
    }

    [Theory]
    [InlineData("a;b\n1;x\n", "[[1,\"x\"]]")]
    [InlineData("a\tb\r\n1\tx\r\n", "[[1,\"x\"]]")]
    [InlineData("a|b\n1|x", "[[1,\"x\"]]")]
    [InlineData("a\n1\n2\n", "[[1],[2]]")]
    [InlineData("a,b\n\"1\n2\",\"x,y\"\n", "[[\"1\\n2\",\"x,y\"]]")]
    [InlineData("1,x\n2,y\n", "[[1,\"x\"],[2,\"y\"]]")]
    [InlineData("x;1.234,5\ny;2,25\n", "[[\"x\",1234.50],[\"y\",2.25]]")]
    [InlineData("shop;31.01.2024;29.02.2024\nx;1;2\n", "[[\"x\",1,2]]")]
    [InlineData("country,2019,2020\nA,1,2\n", "[[\"A\",1,2]]")]
    [InlineData("a,b\nNA,1\n5,-\n", "[[null,1],[5,null]]")]
    [InlineData("a,b,c\n\\N,1,?\n5,.,2024-01-01\n", "[[null,1,null],[5,null,\"2024-01-01\"]]")]
    [InlineData("d\n1/31/2024\n2/1/2024\n", "[[\"2024-01-31\"],[\"2024-02-01\"]]")]
    [InlineData("d\n31.01.2024\n01.02.2024\n", "[[\"2024-01-31\"],[\"2024-02-01\"]]")]
    [InlineData("d\n\"Jan 31, 2024\"\n\"Feb 1, 2024\"\n", "[[\"2024-01-31\"],[\"2024-02-01\"]]")]
    public async Task ImportAsync_AnyDialect_ReadsTheRows(string content, string rows)
    {
        await ImportAsync(content, "t.csv");

        Assert.Equal(rows, await _workspace.QueryAsync("SELECT * FROM t"));
    }

    [Theory]
    [InlineData("v;w\n1.234,5;a\n-12,25;b\n", "[[1234.50],[-12.25]]", "DECIMAL(18,2)")]
    [InlineData("v;w\n1,234;a\n5,678;b\n", "[[1.2340],[5.6780]]", "DECIMAL(18,4)")] // semicolons part, so the comma is the decimals'
    [InlineData("v,w\n\"1,234\",a\n950,b\nn/a,c\n", "[[1234],[950],[null]]", "BIGINT")]
    [InlineData("v,w\n\"1,234.5\",a\n7,b\n", "[[1234.50],[7.00]]", "DECIMAL(18,2)")]
    [InlineData("v,w\n\"12,5\",a\n7,b\n", "[[12.50],[7.00]]", "DECIMAL(18,2)")]
    [InlineData("v\tw\n1.234.567\ta\n2.000\tb\n", "[[1234567],[2000]]", "BIGINT")]
    [InlineData("v\tw\n1,234\ta\n2,000\tb\n", "[[\"1,234\"],[\"2,000\"]]", "VARCHAR")] // a thousand, or one and a bit
    [InlineData("v\tw\n1,234,567.12345\ta\n2\tb\n", "[[1234567.12345],[2]]", "DOUBLE")]
    [InlineData("v;w\n1,5;a\n01,5;b\n", "[[\"1,5\"],[\"01,5\"]]", "VARCHAR")]
    [InlineData("v,w\n\"1,23\",a\n\"1,234.5\",b\n", "[[\"1,23\"],[\"1,234.5\"]]", "VARCHAR")]
    public async Task ImportAsync_NumbersAsPeopleWriteThem_AreNumbersWhereTheyCanMeanOneThing(string content, string rows, string type)
    {
        var table = await ImportAsync(content, "t.csv");

        Assert.Equal((rows, type), (await _workspace.QueryAsync("SELECT v FROM t"), table.Columns[0].Type));
    }

    [Theory]
    [InlineData("a;b\n1.234;0,5\n2.000;7\n", "[[1234],[2000]]")] // b writes decimals with a comma, so the point of a is none
    [InlineData("a;b\n1.234;x\n2.000;y\n", "[[1.234],[2.000]]")]
    [InlineData("a;b\n0.125;0,5\n2.000;7\n", "[[0.125],[2.000]]")]
    [InlineData("a\tb\n1,234\t1,234.5\n2,000\t7\n", "[[1234],[2000]]")]
    [InlineData("a\tb\n1,234\t12,5\n2,000\t7\n", "[[1.2340],[2.0000]]")]
    public async Task ImportAsync_NumbersThatCanMeanTwoThings_AreReadAsTheOthersOfTheFile(string content, string rows)
    {
        await ImportAsync(content, "t.csv");

        Assert.Equal(rows, await _workspace.QueryAsync("SELECT a FROM t"));
    }

    [Theory]
    [InlineData("Sales 2024\nof all shops\n\nshop,units,share\nA,1,0.5\nB,2,0.5\n", "[[\"A\",1,0.5],[\"B\",2,0.5]]")]
    [InlineData("Sales 2024;;\r\n;;\r\nshop;units;share\r\nA;1;0.5\r\n", "[[\"A\",1,0.5]]")]
    [InlineData("\"Sales, 2024\"\n\nshop,units\nA,1\n", "[[\"A\",1]]")]
    [InlineData("name,,\nx,1,2\n", "[[\"x\",1,2]]")] // one name, and data below it
    [InlineData("note\nx\ny\n", "[[\"x\"],[\"y\"]]")]
    public async Task ImportAsync_TitlesAboveTheTable_AreLeftOut(string content, string rows)
    {
        await ImportAsync(content, "t.csv");

        Assert.Equal(rows, await _workspace.QueryAsync("SELECT * FROM t"));
    }

    [Fact]
    public async Task ImportAsync_ShortFirstLine_IsNoTitleOfTwoColumns()
    {
        var error = await RefuseAsync("name\nAda,London\nBob,Paris\n", "t.csv");

        Assert.StartsWith("Line 2 has 2 values where 1 ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16LE", true)]
    [InlineData("utf-16LE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public async Task ImportAsync_AnyEncoding_KeepsTheLetters(string encoding, bool hasMark)
    {
        var codec = Encoding.GetEncoding(encoding);
        var bytes = codec.GetBytes("name,größe\nMüller,1\nCafé,2\n");

        await ImportAsync(hasMark ? [.. codec.GetPreamble(), .. bytes] : bytes, "people.csv");

        Assert.Equal("""[["Müller",1],["Café",2]]""", await _workspace.QueryAsync("SELECT name, größe FROM people"));
    }

    [Fact]
    public async Task ImportAsync_Headers_BecomePlainAndDifferent()
    {
        var table = await ImportAsync("Order,order,,Price %,2020 sales,😀,مبيعات\n1,2,3,4,5,6,7\n", "select.csv");

        Assert.Equal("select_", table.Name);
        Assert.Equal(["order_", "order__2", "column_3", "price_pct", "c_2020_sales", "column_6", "مبيعات"], table.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("t,v\n2024-01-01T00:00:00Z,1\n2024-01-02T12:00:00+02:00,2\n")]
    [InlineData("i,v,n\n1,2,3\n2,3,4\n")]
    public async Task ImportAsync_ColumnsNamedLikeThoseOfOurStatements_AreRead(string content)
    {
        var table = await ImportAsync(content, "short.csv");

        Assert.All(table.Columns, column => Assert.Equal(2, column.Profile.TopValues.Count));
    }

    [Fact]
    public async Task ImportAsync_WideFileThatChangesLate_TypesByAllValues()
    {
        string[] early = ["1", "1.5", "02/01/2024", "02/01/2024", "", "true"];
        string[] late = ["2.25", "x", "13/01/2024", "2024", "03.01.2024", "false"];
        var lines = Enumerable.Range(0, 2000).Select(row => string.Join(',', Enumerable.Range(0, 300).Select(column => (row < 1900 ? early : late)[column % early.Length])));

        var table = await ImportAsync($"{string.Join(',', Enumerable.Range(0, 300).Select(column => $"c{column}"))}\n{string.Join('\n', lines)}\n", "late.csv");

        Assert.Equal(Enumerable.Repeat((string[])["DECIMAL(18,2)", "VARCHAR", "DATE", "VARCHAR", "DATE", "BOOLEAN"], 50).SelectMany(types => types), table.Columns.Select(column => column.Type));
        Assert.Equal("""[["2024-01-02","2024-01-13","2024-01-03",1900]]""", await _workspace.QueryAsync("SELECT min(c2), max(c296), max(c4), count(*) - count(c4) FROM late"));
    }

    [Fact]
    public async Task ImportAsync_ThousandsOfColumns_AreTypedAndCounted()
    {
        var columns = Enumerable.Range(0, 5000).ToArray();
        var lines = Enumerable.Range(0, 20).Select(row => string.Join(',', columns.Select(column => column % 3 == 0 ? $"w{row % 4}" : $"{column + row}")));

        var table = await ImportAsync($"{string.Join(',', columns.Select(column => $"c{column}"))}\n{string.Join('\n', lines)}\n", "wide.csv");

        Assert.Equal(columns.Select(column => column % 3 == 0 ? "VARCHAR" : "BIGINT"), table.Columns.Select(column => column.Type));
        Assert.Equal(["w0:5", "w1:5", "w2:5", "w3:5"], table.Columns[297].Profile.TopValues.Select(top => $"{top.Value}:{top.Count}"));
        Assert.Equal("298", table.Columns[298].Profile.TopValues[0].Value);
    }

    [Fact]
    public async Task ImportAsync_TypeThatChangesLate_KeepsEveryValue()
    {
        var content = new StringBuilder("id,code\n");
        for (var index = 0; index < 60_000; index++) content.Append(index).Append(',').Append(index == 59_999 ? "x9" : "7").Append('\n');

        await ImportAsync(content.ToString(), "late.csv");

        Assert.Equal("""[[60000,1,"VARCHAR"]]""", await _workspace.QueryAsync("SELECT count(*), count(*) FILTER (code = 'x9'), min(typeof(code)) FROM late"));
    }

    [Fact]
    public async Task ImportAsync_RaggedLines_NamesThemAndLeavesNothing()
    {
        var error = await RefuseAsync("a,b,c\n1,2,3\n4,5\n6,7,8\n9,9,9,9\n1,1,1\n", "ragged.csv");

        Assert.Equal(ErrorCode.FileUnreadable, error.Code);
        Assert.Equal("Line 3 has 2 values where 3 are expected. Line 5 has 4 values where 3 are expected. Nothing was imported.", error.Message);
        Assert.Equal([3L, 5L], Assert.IsType<long[]>(error.Details!["lines"]));
    }

    [Theory]
    [InlineData("", "x.csv", ErrorCode.FileUnreadable, "empty")]
    [InlineData("  \n \n", "x.csv", ErrorCode.FileUnreadable, "names no columns")]
    [InlineData("a,b\n", "x.csv", ErrorCode.FileUnreadable, "no rows")]
    [InlineData("a,b\n1,\"open\n2,3\n", "x.csv", ErrorCode.FileUnreadable, "Line 2")]
    [InlineData("<!DOCTYPE html><html>", "x.csv", ErrorCode.FileUnreadable, "web page")]
    [InlineData("%PDF-1.7 x", "x.csv", ErrorCode.FileTypeUnsupported, "PDF")]
    [InlineData("a,b\n\0\0\0\u0001,2\n", "x.csv", ErrorCode.FileUnreadable, "binary")]
    [InlineData("hello", "x.exe", ErrorCode.FileTypeUnsupported, ".exe")]
    [InlineData("a,b\n1,2\n", "x.parquet", ErrorCode.FileUnreadable, "PAR1")]
    [InlineData("PAR1 but no more", "x.parquet", ErrorCode.FileUnreadable, "damaged")]
    [InlineData("PK\u0003\u0004 but no more", "x.xlsx", ErrorCode.FileUnreadable, "workbook")]
    [InlineData("{\"a\": 1}\n{\"a\": ", "x.ndjson", ErrorCode.FileUnreadable, "malformed at byte")]
    [InlineData("not json", "x.json", ErrorCode.FileUnreadable, "JSON")]
    public async Task ImportAsync_NoTable_SaysWhatIsWrongAndLeavesNothing(string content, string fileName, ErrorCode code, string words)
    {
        var error = await RefuseAsync(content, fileName);

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_workspace.Folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportAsync_Json_ReadsArraysAndLines()
    {
        await ImportAsync("""[{"id": 1, "City": "Bern", "at": "2024-01-31"}, {"id": 2, "City": null, "at": "2024-02-01"}]""", "a.json");
        await ImportAsync("{\"id\": 1, \"tags\": [\"x\"]}\n{\"id\": 2, \"more\": 0.5}\n", "b.ndjson");

        Assert.Equal("""[[1,"Bern","2024-01-31"],[2,null,"2024-02-01"]]""", await _workspace.QueryAsync("SELECT id, city, at_ FROM a ORDER BY 1"));
        Assert.Equal("""[[1,["x"],null],[2,null,0.5]]""", await _workspace.QueryAsync("SELECT id, tags, more FROM b ORDER BY 1"));
    }

    [Fact]
    public async Task ImportAsync_GzippedCsv_IsUnpacked()
    {
        await ImportAsync(Gzip("a,b\n1,x\n"), "packed.csv.gz");

        Assert.Equal("""[[1,"x"]]""", await _workspace.QueryAsync("SELECT * FROM packed"));
    }

    [Fact]
    public async Task ImportAsync_Bomb_IsStoppedAtTheLimit()
    {
        var error = await RefuseAsync(Gzip(new string('x', 20 << 20)), "bomb.csv.gz");

        Assert.Equal(ErrorCode.FileTooLarge, error.Code);
    }

    [Fact]
    public async Task ImportAsync_Workbook_ReadsTheFirstSheet()
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(
            new[] { new { Name = "A, \"B\"", Paid = 1.5, On = new DateTime(2024, 1, 31) }, new { Name = "C", Paid = 2.0, On = new DateTime(2024, 2, 1) } },
            cancellationToken: TestWorkspace.Stop);

        await ImportAsync(file.ToArray(), "book.xlsx");

        Assert.Equal("""[["A, \"B\"",1.5,"2024-01-31"],["C",2.0,"2024-02-01"]]""", await _workspace.QueryAsync("SELECT * FROM book"));
    }

    [Fact]
    public async Task ImportAsync_TakenName_IsRefusedUnlessReplaced()
    {
        await ImportAsync("a\n1\n", "t.csv");
        var version = (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).DataVersion;

        var error = await Assert.ThrowsAsync<ChartwrightException>(() => ImportAsync("a\n2\n", "t.csv"));
        await ImportAsync("b\n2\n", "t.csv", replace: true);

        Assert.Equal(ErrorCode.DatasetExists, error.Code);
        Assert.Equal("[[2]]", await _workspace.QueryAsync("SELECT b FROM t"));
        Assert.NotEqual(version, (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).DataVersion);
        Assert.Single(Directory.GetFiles(Path.Combine(DataFolder, "datasets", "t"), "*.parquet"));
    }

    [Fact]
    public async Task ImportAsync_TwoOfOneNameAtOnce_OneWins()
    {
        var imports = Enumerable.Range(0, 2).Select(number => ImportAsync($"a\n{number}\n", "t.csv")).ToArray();

        await Task.WhenAll(imports.Select(import => ((Task)import).ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, imports.Count(import => import.IsCompletedSuccessfully));
        Assert.Equal(ErrorCode.DatasetExists, Assert.IsType<ChartwrightException>(imports.Single(import => import.IsFaulted).Exception!.InnerException).Code);
    }

    [Theory]
    [InlineData("../../x.csv", null, "x")]
    [InlineData("/etc/passwd", null, "passwd")]
    [InlineData("C:\\Users\\me\\My Data.csv", null, "my_data")]
    [InlineData("..", null, "data")]
    [InlineData("x.csv", "../../../tmp/y", "tmp_y")]
    [InlineData("x.csv", "'; DROP TABLE t; --", "drop_table_t")]
    public async Task ImportAsync_HostileName_StaysInTheWorkspace(string fileName, string? name, string table)
    {
        using var content = new MemoryStream("a\n1\n"u8.ToArray());

        var imported = await _workspace.Get<IDatasets>().ImportAsync(ImportRequest.Of(fileName, content) with { Name = name }, progress: null, TestWorkspace.Stop);

        Assert.Equal(table, Assert.Single(imported).Name);
        Assert.Equal([table], Directory.GetDirectories(Path.Combine(DataFolder, "datasets")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task ImportAsync_WhereFilesHaveModes_KeepsThemToTheOwner()
    {
        await ImportAsync("a\n1\n", "t.csv");
        await _workspace.QueryAsync("SELECT * FROM t");

        Assert.All(Directory.GetDirectories(DataFolder, "*", SearchOption.AllDirectories).Append(DataFolder), folder =>
            Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, ModeOf(folder)));
        Assert.All(Directory.GetFiles(DataFolder, "*", SearchOption.AllDirectories), file =>
            Assert.Equal((file, OwnerOnly), (file, ModeOf(file) & ~UnixFileMode.UserExecute)));
    }

    [Fact]
    public async Task RemoveAsync_Imported_TakesItOut()
    {
        await ImportAsync("a\n1\n", "t.csv");

        Assert.True(await _workspace.Get<IDatasets>().RemoveAsync("T", TestWorkspace.Stop));
        Assert.False(await _workspace.Get<IDatasets>().RemoveAsync("t", TestWorkspace.Stop));
        Assert.False(await _workspace.Get<IDatasets>().RemoveAsync("../profiles", TestWorkspace.Stop));

        Assert.Equal(ErrorCode.UnknownTable, (await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT * FROM t"))).Code);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataFolder, "datasets")));
        Assert.Empty(Directory.GetFiles(Path.Combine(DataFolder, "profiles"), "user.*"));
    }

    private Task<CatalogTable> ImportAsync(string content, string fileName, bool replace = false) => ImportAsync(Encoding.UTF8.GetBytes(content), fileName, replace);

    private async Task<CatalogTable> ImportAsync(byte[] content, string fileName, bool replace = false)
    {
        using var stream = new MemoryStream(content);
        return Assert.Single(await _workspace.Get<IDatasets>().ImportAsync(ImportRequest.Of(fileName, stream) with { Replace = replace }, progress: null, TestWorkspace.Stop));
    }

    private Task<ChartwrightException> RefuseAsync(string content, string fileName) => RefuseAsync(Encoding.UTF8.GetBytes(content), fileName);

    private async Task<ChartwrightException> RefuseAsync(byte[] content, string fileName)
    {
        var error = await Assert.ThrowsAnyAsync<ChartwrightException>(() => ImportAsync(content, fileName));
        Assert.Empty((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataFolder, "datasets")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataFolder, "incoming")));
        return error;
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? OwnerOnly | UnixFileMode.UserExecute : File.GetUnixFileMode(path);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
