using Chartwright.Core.Errors;
using Chartwright.Query.Ingestion;
using Microsoft.Extensions.Time.Testing;
using static Chartwright.Query.Tests.Ingestion.ImportExtensions;

namespace Chartwright.Query.Tests.Ingestion;

public sealed class PreviewTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly TestWorkspace _workspace;

    public PreviewTests() => _workspace = new(samples: "", clock: _clock);

    private IDatasets Datasets => _workspace.Get<IDatasets>();

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task PreviewAsync_Csv_ShowsTheTableAndMakesNone()
    {
        await _workspace.ImportAsync(("sales.csv", Text("a\n1\n")));

        var preview = await _workspace.PreviewAsync(("Sales.csv", Text("Order ID,When\n7,2024-01-31\n8,\n")));

        var table = Assert.Single(preview.Tables);
        Assert.Equal(("sales", "Sales.csv", true, "sales_2", 2L), (table.Name, table.Origin, table.IsTaken, table.FreeName, table.RowCount));
        Assert.Equal([("order_id", "Order ID", "BIGINT"), ("when_", "When", "DATE")], table.Columns.Select(column => (column.Name, column.Header, column.Type)));
        Assert.Equal("""[[7,"2024-01-31"],[8,null]]""", table.Rows.ToString());
        Assert.Single((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
    }

    [Theory]
    [InlineData("Sales\nshop,units,share\nA,1,0.5\n", "Sales.csv without its first line")]
    [InlineData("Sales\nof 2024\n\nshop,units,share\nA,1,0.5\n", "Sales.csv without its first 3 lines")]
    public async Task PreviewAsync_TitlesAboveTheTable_SaysThatTheyAreLeftOut(string content, string origin) =>
        Assert.Equal(origin, Assert.Single((await _workspace.PreviewAsync(("Sales.csv", Text(content)))).Tables).Origin);

    [Fact]
    public async Task CommitAsync_ChosenNamesAndTypes_MakesTheTableSo()
    {
        var preview = await _workspace.PreviewAsync(("sales.csv", Text("zip,day,n,drop\n 00123,1/31/2024,1,x\n00007,2/1/2024,2,y\n")), ("other.csv", Text("a\n1\n")));

        var tables = await Datasets.CommitAsync(
            preview.Id, [new(0, "My Sales", Columns: [new("n", "Count", "DOUBLE"), new("zip", Type: "BIGINT"), new("day", "Sold at", "TIMESTAMP")])], TestWorkspace.Stop);

        Assert.Equal("my_sales", Assert.Single(tables).Name);
        Assert.Equal(["count DOUBLE", "zip BIGINT", "sold_at TIMESTAMP"], tables[0].Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal("[[1,123,\"2024-01-31T00:00:00\"],[2,7,\"2024-02-01T00:00:00\"]]", await _workspace.QueryAsync("SELECT * FROM my_sales"));
        Assert.Single((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_workspace.Folder, "data", "incoming")));
    }

    [Fact]
    public async Task CommitAsync_NumberAsText_KeepsItAsWritten()
    {
        var preview = await _workspace.PreviewAsync(("t.csv", Text("a\n1.50\n2\n")));

        await Datasets.CommitAsync(preview.Id, [new(0, "t", Columns: [new("a", Type: "VARCHAR")])], TestWorkspace.Stop);

        Assert.Equal("""[["1.50"],["2"]]""", await _workspace.QueryAsync("SELECT a FROM t"));
    }

    [Theory]
    [InlineData("a\n1.5\n2\n", "BIGINT", "1 values of \"a\" do not fit BIGINT.")]
    [InlineData("a\nx\n2024-01-01\ny\n", "DATE", "2 values of \"a\" do not fit DATE.")]
    [InlineData("a\n1\n2\n", "STRUCT(a INTEGER)", "not a type that can be chosen")]
    public async Task CommitAsync_TypeThatDoesNotFit_IsRefusedAndCanBeCorrected(string text, string type, string words)
    {
        var preview = await _workspace.PreviewAsync(("t.csv", Text(text)));

        var error = await Assert.ThrowsAsync<ChartwrightException>(() =>
            Datasets.CommitAsync(preview.Id, [new(0, "t", Columns: [new("a", Type: type)])], TestWorkspace.Stop));
        await Datasets.CommitAsync(preview.Id, [new(0, "t")], TestWorkspace.Stop);

        Assert.Equal(ErrorCode.InvalidRequest, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Single((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
    }

    [Fact]
    public async Task CommitAsync_OneOfTwoNamesIsTaken_MakesNeitherUntilReplaced()
    {
        await _workspace.ImportAsync(("b.csv", Text("old\n1\n")));
        var preview = await _workspace.PreviewAsync(("a.csv", Text("x\n1\n")), ("b.csv", Text("y\n2\n")));

        var error = await Assert.ThrowsAsync<ChartwrightException>(() => Datasets.CommitAsync(preview.Id, [new(0, "a"), new(1, "b")], TestWorkspace.Stop));
        Assert.Equal("b_2", error.Details!["suggestion"]);
        Assert.Equal(["b"], (await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables.Select(table => table.Name));
        await Datasets.CommitAsync(preview.Id, [new(0, "a"), new(1, "b", Replace: true)], TestWorkspace.Stop);

        Assert.Equal("[[1,2]]", await _workspace.QueryAsync("SELECT x, y FROM a, b"));
    }

    [Fact]
    public async Task CommitAsync_ChoicesThatAreNone_AreRefused()
    {
        var preview = await _workspace.PreviewAsync(("t.csv", Text("a,b\n1,2\n")));
        IReadOnlyList<TableChoice>[] wrong =
        [
            [], [new(1, "t")], [new(0, "t"), new(0, "u")], [new(0, "t", Columns: [])], [new(0, "t", Columns: [new("c")])], [new(0, "t", Columns: [new("a"), new("a")])],
        ];

        foreach (var choices in wrong)
            Assert.Equal(ErrorCode.InvalidRequest, (await Assert.ThrowsAsync<ChartwrightException>(() => Datasets.CommitAsync(preview.Id, choices, TestWorkspace.Stop))).Code);

        Assert.Empty((await _workspace.Catalog.GetAsync(TestWorkspace.Stop)).Tables);
    }

    [Fact]
    public async Task Discard_Preview_TakesItsFiles()
    {
        var preview = await _workspace.PreviewAsync(("t.csv", Text("a\n1\n")));

        Assert.True(Datasets.Discard(preview.Id));

        Assert.False(Datasets.Discard(preview.Id));
        Assert.Empty(_workspace.Leftovers());
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ChartwrightException>(() => Datasets.CommitAsync(preview.Id, [new(0, "t")], TestWorkspace.Stop))).Code);
    }

    [Fact]
    public async Task PreviewAsync_Another_DropsTheOneWhoseTimeIsOver()
    {
        await _workspace.PreviewAsync(("t.csv", Text("a\n1\n")));
        _clock.Advance(TimeSpan.FromHours(1));

        var preview = await _workspace.PreviewAsync(("t.csv", Text("a\n2\n")));

        Assert.Single(_workspace.Leftovers());
        Assert.Single(await Datasets.CommitAsync(preview.Id, [new(0, "t")], TestWorkspace.Stop));
    }
}
