using Chartwright.DuckDb;
using Chartwright.Query.Catalog;

namespace Chartwright.Query.Tests.Catalog;

public sealed class ColumnScanTests : IAsyncDisposable
{
    private static readonly (string Name, string Type)[] Columns =
        [("id", "BIGINT"), ("Name \"x\"", "VARCHAR"), ("name", "VARCHAR"), ("day", "DATE"), ("nothing", "BIGINT"), ("tags", "VARCHAR[]"), ("size", "ENUM('s', 'm')")];

    private readonly DuckDbEngine _engine = DuckDbEngine.Open(new DuckDbOptions());

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Theory]
    [InlineData(3)] // columns become rows
    [InlineData(ColumnScan.TurnedRows + 1)] // as if there were too many for that
    public async Task ReadAsync_ColumnsOfManyTypes_AggregatesEach(long rowCount)
    {
        await CreateAsync(rows: 3);

        var values = await ColumnScan.ReadAsync(
            _engine, "t", rowCount, Columns, (index, value) => [$"count({value})", index == 0 ? $"sum({value})" : $"max({value})"], TestWorkspace.Stop);

        Assert.Equal(
            ["3 6", "3 x3", "2 y3", "3 2024-01-04", "0 ", "3 [b, 3]", "3 m"],
            values.Select(row => $"{row[0]} {row[1]}"));
    }

    [Fact]
    public async Task ReadAsync_NoRows_AggregatesNothing()
    {
        await CreateAsync(rows: 0);

        var values = await ColumnScan.ReadAsync(_engine, "t", 0, Columns, (_, value) => [$"count({value})"], TestWorkspace.Stop);

        Assert.All(values, row => Assert.Equal("0", Assert.Single(row)));
    }

    [Theory]
    [InlineData(0, 2000)]
    [InlineData(100, 2000)]
    [InlineData(ColumnScan.TurnedRows, 50)]
    public void TurnedColumns_ManyRows_KeepsTheCellsOfAStatementBounded(long rowCount, int most) => Assert.Equal(most, ColumnScan.TurnedColumns(rowCount));

    private Task CreateAsync(int rows) => _engine.ExecuteAsync($""""
        CREATE TABLE t AS SELECT i AS id, 'x' || i AS "Name ""x""", CASE WHEN i <> 2 THEN 'y' || i END AS name, DATE '2024-01-01' + i::INT AS day,
        NULL::BIGINT AS nothing, ['b', i::VARCHAR] AS tags, (CASE WHEN i = 1 THEN 'm' ELSE 's' END)::ENUM('s', 'm') AS size FROM range(1, {rows + 1}) r(i)
        """", TestWorkspace.Stop);
}
