using Chartwright.Core.Catalog;
using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Tests.Catalog;

public sealed class CatalogProfilerTests : IAsyncDisposable
{
    private readonly DuckDbEngine _engine = DuckDbEngine.Open(new());

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task ReadAsync_KeysByNameAndContents_AreFound()
    {
        var catalog = await ReadAsync("""
            CREATE TABLE customers AS SELECT i AS id, 'n' || i AS name, i AS rank FROM range(20) t(i);
            CREATE TABLE products AS SELECT i + 100 AS product_id, 'p' || i AS label FROM range(5) t(i);
            CREATE TABLE orders AS SELECT i AS order_id, i % 20 AS customer_id, 100 + i % 5 AS product_id, i * 3 AS rank FROM range(60) t(i);
            """);

        Assert.Equal(["id"], catalog.FindTable("customers")!.PrimaryKey);
        Assert.Equal(["product_id"], catalog.FindTable("products")!.PrimaryKey);
        Assert.Equal(["order_id"], catalog.FindTable("orders")!.PrimaryKey);
        Assert.Equal(
            ["customer_id -> customers.id (False)", "product_id -> products.product_id (False)"], catalog.FindTable("orders")!.ForeignKeys.Select(Text));
        Assert.Empty(catalog.FindTable("customers")!.ForeignKeys);
        Assert.Empty(catalog.FindTable("products")!.ForeignKeys);
    }

    [Fact]
    public async Task ReadAsync_KeysInOneWord_AreFound()
    {
        var catalog = await ReadAsync("""
            CREATE TABLE paper AS SELECT i AS paperid, i * 2 AS paid FROM range(20) t(i);
            CREATE TABLE writes AS SELECT i % 20 AS paperid, i % 7 AS humid FROM range(60) t(i);
            """);

        Assert.Equal(["paperid"], catalog.FindTable("paper")!.PrimaryKey);
        Assert.Equal(ColumnRole.Measure, catalog.FindTable("paper")!.FindColumn("paid")!.Role);
        Assert.Equal(ColumnRole.Measure, catalog.FindTable("writes")!.FindColumn("humid")!.Role);
        Assert.Equal(["paperid -> paper.paperid (False)"], catalog.FindTable("writes")!.ForeignKeys.Select(Text));
    }

    [Fact]
    public async Task ReadAsync_ValuesThatAreNotContained_AreNoKey()
    {
        var catalog = await ReadAsync("""
            CREATE TABLE customers AS SELECT i AS customer_id FROM range(20) t(i);
            CREATE TABLE orders AS SELECT i AS order_id, i % 40 AS customer_id FROM range(80) t(i);
            """);

        Assert.Empty(catalog.FindTable("orders")!.ForeignKeys);
    }

    [Fact]
    public async Task ReadAsync_DeclaredKeys_AreTakenInTheSpellingOfTheData()
    {
        var catalog = await ReadAsync(
            """
            CREATE TABLE "Student" AS SELECT i AS "StuID" FROM range(3) t(i);
            CREATE TABLE "Has_Allergy" AS SELECT i AS "StuID", 'x' AS "Allergy" FROM range(2) t(i);
            """,
            new(
                new Dictionary<string, IReadOnlyList<string>> { ["student"] = ["stuid"], ["Gone"] = ["x"] },
                new Dictionary<string, IReadOnlyList<ForeignKey>> { ["has_allergy"] = [new(["STUID"], "STUDENT", ["stuID"]), new(["x"], "gone", ["y"])] }));

        Assert.Equal(["StuID"], catalog.FindTable("Student")!.PrimaryKey);
        Assert.Equal(["StuID -> Student.StuID (True)"], catalog.FindTable("Has_Allergy")!.ForeignKeys.Select(Text));
    }

    [Fact]
    public async Task ReadAsync_EveryType_HasAProfileAndARole()
    {
        var catalog = await ReadAsync("""
            CREATE TABLE t AS SELECT i AS n, i::DOUBLE AS d, (i % 2)::BOOLEAN AS b, (i % 2)::INTEGER AS zero_one, DATE '2024-01-01' + i::INTEGER AS day, 1990 + i AS year,
                'x' || i % 3 AS cat, uuid() AS u, [i] AS list, {'a': i} AS s, 'y'::BLOB AS bin, NULL::VARCHAR AS nothing, 'nan'::DOUBLE AS nan,
                CASE WHEN i % 2 = 0 THEN 'Yes' ELSE 'No' END AS active, repeat('long text ', 20) || i AS words, '9021' || i % 4 AS zip, 12.5::DECIMAL(9,2) AS price,
                'small'::ENUM('small', 'large') AS size
            FROM range(100) t(i)
            """);

        Assert.Equal(
            "n=Measure d=Measure b=Flag zero_one=Flag day=Time year=Time cat=Category u=Key list=Unknown s=Unknown bin=Unknown nothing=Category nan=Measure "
            + "active=Flag words=Text zip=Category price=Measure size=Category",
            string.Join(' ', catalog.Tables[0].Columns.Select(column => $"{column.Name}={column.Role}")));
        Assert.Equal(new ColumnProfile(null, null, 0, 100, []), catalog.Tables[0].FindColumn("nothing")!.Profile with { TopValues = [] });
        Assert.Equal(100, catalog.Tables[0].FindColumn("n")!.Profile.DistinctCount);
    }

    [Fact]
    public async Task ReadAsync_EmptyAndWideTables_AreRead()
    {
        var columns = string.Join(", ", Enumerable.Range(0, 300).Select(index => $"{index} AS c{index}"));
        var catalog = await ReadAsync($"CREATE TABLE empty (a INTEGER, \"b \"\"c\" VARCHAR); CREATE TABLE wide AS SELECT {columns}");

        Assert.Equal((0L, 2), (catalog.FindTable("empty")!.RowCount, catalog.FindTable("empty")!.Columns.Count));
        Assert.Equal("299", catalog.FindTable("wide")!.Columns[299].Profile.Max);
    }

    private async Task<CatalogSnapshot> ReadAsync(string sql, DeclaredKeys? keys = null)
    {
        await _engine.ExecuteAsync(sql, TestWorkspace.Stop);
        return await CatalogProfiler.ReadAsync(_engine, keys ?? DeclaredKeys.None, TestWorkspace.Stop);
    }

    private static string Text(ForeignKey key) => $"{string.Join(',', key.Columns)} -> {key.ToTable}.{string.Join(',', key.ToColumns)} ({key.Declared})";
}
