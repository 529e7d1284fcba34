using Chartwright.Core.Errors;
using Chartwright.Query.Tests.Samples;

namespace Chartwright.Query.Tests.Guard;

public sealed class RelationErrorTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Fact]
    public async Task QueryAsync_MisspeltTable_NamesTheNearest()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT * FROM order_item"));

        Assert.Equal(ErrorCode.UnknownTable, error.Code);
        Assert.StartsWith("There is no table \"order_item\". Did you mean \"order_items\"", error.Message, StringComparison.Ordinal);
        Assert.Equal("order_items", Candidates(error)[0]);
    }

    [Fact]
    public async Task QueryAsync_TableBySynonym_NamesTheTable()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT * FROM automobiles"));

        Assert.Equal(["cars"], Candidates(error));
    }

    [Fact]
    public async Task QueryAsync_MisspeltColumn_NamesTheNearest()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT horse_power FROM cars"));

        Assert.Equal(ErrorCode.UnknownColumn, error.Code);
        Assert.Equal("horsepower", Candidates(error)[0]);
    }

    [Fact]
    public async Task QueryAsync_ColumnOfAnotherTable_NamesThatTable()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT sum(sales) FROM orders"));

        Assert.Equal(ErrorCode.UnknownColumn, error.Code);
        Assert.Equal(["order_items.sales"], Assert.IsAssignableFrom<IEnumerable<string>>(error.Details!["elsewhere"]));
    }

    [Fact]
    public async Task QueryAsync_PlaceholderWithoutValue_NamesIt()
    {
        var error = await Assert.ThrowsAsync<QueryException>(() => _workspace.QueryAsync("SELECT * FROM cars WHERE origin = $origin"));

        Assert.Equal((ErrorCode.UnknownParam, "origin"), (error.Code, error.Details!["name"]));
    }

    private static IReadOnlyList<string> Candidates(QueryException error) => Assert.IsAssignableFrom<IReadOnlyList<string>>(error.Details!["candidates"]);
}
