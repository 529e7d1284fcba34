using Chartwright.Core.Errors;

namespace Chartwright.Query.Tests.Ingestion;

/// <summary>Workbooks written by SheetJS: three sheets, the first with a title above its header, the second begins in column B, the third is empty.</summary>
public sealed class WorkbookTests : IAsyncDisposable
{
    private readonly TestWorkspace _workspace = new(samples: "");

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Theory]
    [InlineData("book.xlsx")]
    [InlineData("book1904.xlsx")]
    [InlineData("book.xls")]
    public async Task ImportAsync_Workbook_MakesATableOfEverySheet(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);

        var tables = await _workspace.ImportAsync(ImportExtensions.Foreign(file));

        Assert.Equal([$"{name}_sales", $"{name}_régions_2024"], tables.Select(table => table.Name));
        Assert.Equal(
            ["order_id BIGINT", "ordered_on DATE", "amount DECIMAL(18,2)", "zip VARCHAR", "paid BOOLEAN"],
            tables[0].Columns.Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(
            """[[1,"2024-01-31",12.50,"00123",true],[2,"2024-02-29",7.00,"94110",false],[3,"2024-03-01",1234567.25,"10115",true]]""",
            await _workspace.QueryAsync($"SELECT * FROM {name}_sales ORDER BY 1"));
        Assert.Equal("""[["Nord",12],["Süd",null]]""", await _workspace.QueryAsync($"SELECT region, köpfe FROM {name}_régions_2024 ORDER BY 1"));
        Assert.Equal(2, tables[1].Columns.Count);
    }

    [Fact]
    public async Task ImportAsync_OldWorkbookCutShort_IsRefusedInWords()
    {
        var (name, content) = ImportExtensions.Foreign("book.xls");

        var error = await _workspace.RefuseAsync((name, content[..2000]));

        Assert.Equal(ErrorCode.FileUnreadable, error.Code);
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }
}
