using Chartwright.Analyst.Tests.Support;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Tests;

/// <summary>General rules of reading, each on a catalog it was not written for.</summary>
public sealed class ReadingRuleTests
{
    private static readonly CatalogSnapshot Metro = new("metro-1",
    [
        Catalogs.Table("station_quarters", 168, ["station", "year", "quarter"], [],
            Catalogs.Text("station", 6, "Airport", "Harbour"), Catalogs.Text("line", 3, "Blue", "Green"), Catalogs.Number("year", "BIGINT", 2018, 2024, 7), Catalogs.Number("quarter", "BIGINT", 1, 4, 4),
            Catalogs.Number("riders", "BIGINT", 2000, 90000, 165), Catalogs.Number("incidents", "BIGINT", 0, 40, 41), Catalogs.Number("repair_hours", "BIGINT", 0, 200, 90)),
    ]);

    [Theory]
    [InlineData("riders by year", "SELECT \"year\", sum(riders) AS total_riders FROM station_quarters GROUP BY \"year\" ORDER BY \"year\"")]
    [InlineData("riders by quarter", "SELECT \"quarter\", sum(riders) AS total_riders FROM station_quarters GROUP BY \"quarter\" ORDER BY \"quarter\"")]
    public void Sql_YearInsideAKey_IsATimeAndItsMeasuresAddUp(string question, string sql) => Assert.Equal(sql, Ask.Sql(Metro, question));

    [Theory]
    [InlineData("years with more than 200 incidents", "SELECT \"year\", sum(incidents) AS total_incidents FROM station_quarters GROUP BY \"year\" HAVING sum(incidents) > $min_incidents ORDER BY \"year\"")]
    public void Sql_ThingsOfSeveralRowsCompared_AreComparedByTheirSum(string question, string sql) => Assert.Equal(sql, Ask.Sql(Metro, question));

    [Theory]
    [InlineData("number of rows with repair hours over 2 days", 48.0)]
    [InlineData("number of rows with repair hours over 120 minutes", 2.0)]
    [InlineData("number of rows with repair hours over 2 hours", 2.0)]
    public void Plan_UnitOfTimeAfterANumber_IsTurnedIntoTheColumnsUnit(string question, double hours) => Assert.Equal([hours], Ask.Plan(Metro, question).Filters.Single().Numbers);

    [Theory]
    [InlineData("sales by segment, not counting Corporate")]
    [InlineData("sales by segment, disregarding Corporate")]
    [InlineData("sales by segment, other than Corporate")]
    public void Plan_ValueLeftOut_IsNegated(string question) => Assert.True(Ask.Plan(Catalogs.Shop, question).Filters.Single().Negated);

    [Fact]
    public void Sql_TopThingsByEvents_CountsTheEvents() => Assert.Equal(
        "SELECT customers.customer_name, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY orders DESC NULLS LAST, customer_name LIMIT $top",
        Ask.Sql(Catalogs.Shop, "top 5 customers by orders"));

    [Fact]
    public void Sql_ThingsByTheNumberOfOthers_CountsForEach() => Assert.Equal(
        "SELECT customers.customer_name, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY orders DESC NULLS LAST, customer_name",
        Ask.Sql(Catalogs.Shop, "customers by number of orders"));

    [Theory]
    [InlineData("which category has the most expensive products", 1)]
    [InlineData("most expensive products", 10)]
    public void Plan_OneThingAskedFor_TakesOneRow(string question, int count) => Assert.Equal(count, Ask.Plan(Catalogs.Shop, question).Limit!.Count);

    [Theory]
    [InlineData("customers who never placed orders")]
    [InlineData("which customers have never made orders")]
    [InlineData("customers without orders")]
    public void Plan_ThingsThatNeverDid_AreThoseWithoutRows(string question) => Assert.Equal("orders", Ask.Plan(Catalogs.Shop, question).Absences.Single().Missing.Name);
}
