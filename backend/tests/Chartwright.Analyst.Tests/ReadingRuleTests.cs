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
    public void Plan_ThingsThatNeverDid_AreThoseWithoutRows(string question) => Assert.Equal("orders", Ask.Plan(Catalogs.Shop, question).Exists.Single().Other.Name);

    [Theory]
    [InlineData("all customers with the number of orders", "SELECT customers.customer_name, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY orders DESC NULLS LAST, customer_name")]
    [InlineData("names and average sales of customers", "SELECT customers.customer_name, avg(orders.sales) AS avg_sales FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY avg_sales DESC NULLS LAST, customer_name")]
    [InlineData("the name of each customer and the number of orders", "SELECT customers.customer_name, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY orders DESC NULLS LAST, customer_name")]
    public void Sql_ThingsListedWithAFigure_HaveOneRowEach(string question, string sql) => Assert.Equal(sql, Ask.Sql(Catalogs.Shop, question));

    [Theory]
    [InlineData("which customers did not buy Technology")]
    [InlineData("customers without Technology")]
    public void Sql_ThingsThatHaveNoneOf_AreNotThoseThatHaveAnother(string question) => Assert.Equal(
        "SELECT customers.customer_name FROM customers WHERE NOT EXISTS (SELECT 1 FROM orders JOIN products ON orders.product_id = products.product_id WHERE orders.customer_id = customers.customer_id AND products.category = $category)",
        Ask.Sql(Catalogs.Shop, question));

    [Fact]
    public void Sql_ThingsWithNoneOfAKind_HaveNoRowOfIt() => Assert.Equal(
        "SELECT customers.customer_name FROM customers WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = customers.customer_id AND orders.ship_mode = $ship_mode)",
        Ask.Sql(Catalogs.Shop, "customers with no First Class orders"));

    [Theory]
    [InlineData("how many customers bought both Technology and Furniture")]
    [InlineData("number of customers that bought Technology and Furniture")]
    public void Sql_ThingsThatHaveAllOf_HaveARowOfEach(string question)
    {
        const string Bought = "EXISTS (SELECT 1 FROM orders JOIN products ON orders.product_id = products.product_id WHERE orders.customer_id = customers.customer_id AND products.category = ";

        Assert.Equal($"SELECT count(*) AS customers FROM customers WHERE {Bought}$category) AND {Bought}$category_2)", Ask.Sql(Catalogs.Shop, question));
    }

    [Theory]
    [InlineData("customers who did not buy Technology", "Without category")]
    [InlineData("how many customers bought both Technology and Furniture", "With category")]
    [InlineData("sales by region excluding Technology", "Excluded category")]
    [InlineData("sales by region for Technology", "Category")]
    public void Statement_ValueOfACategory_SaysWhatBecomesOfIt(string question, string label) => Assert.All(Ask.Statement(Catalogs.Shop, question).Params, param => Assert.Equal(label, param.Label));

    [Theory]
    [InlineData("customers who bought Technology or Furniture")]
    [InlineData("sales for both Technology and Furniture")]
    public void Plan_ValuesOfWhichAnyWillDo_AreOneFilter(string question) => Assert.Equal(["Technology", "Furniture"], Ask.Plan(Catalogs.Shop, question).Filters.Single().Texts);

    [Theory]
    [InlineData("allergy kinds and the number of allergies", "SELECT allergy_kind, count(DISTINCT allergy) AS distinct_allergy FROM allergy_kind GROUP BY allergy_kind ORDER BY distinct_allergy DESC NULLS LAST, allergy_kind")]
    [InlineData("number of allergies of each kind", "SELECT allergy_kind, count(DISTINCT allergy) AS distinct_allergy FROM allergy_kind GROUP BY allergy_kind ORDER BY distinct_allergy DESC NULLS LAST, allergy_kind")]
    public void Sql_TableNamedByItsKinds_CountsForEachKind(string question, string sql)
    {
        CatalogSnapshot clinic = new("clinic-1", [Catalogs.Table("allergy_kind", 9, ["allergy"], [], Catalogs.Text("allergy", 9, "Milk", "Cat"), Catalogs.Text("allergy_kind", 3, "food", "animal"))]);

        Assert.Equal(sql, Ask.Sql(clinic, question));
    }

    private static readonly CatalogSnapshot Gym = new("gym-1",
    [
        Catalogs.Table("guests", 300, ["guest_id"], [],
            Catalogs.Number("guest_id", "BIGINT", 1, 300, 300, ColumnRole.Key), Catalogs.Text("town", 3, "Saint Paul Heights", "Duluth"), Catalogs.Date("joined", "2023-01-02", "2024-12-30", 250)),
        Catalogs.Table("invoices", 900, ["invoice_id"], [new ForeignKey(["guest_id"], "guests", ["guest_id"])],
            Catalogs.Number("invoice_id", "BIGINT", 1, 900, 900, ColumnRole.Key), Catalogs.Number("guest_id", "BIGINT", 1, 300, 300), Catalogs.Date("paid_on", "2023-01-02", "2024-12-30", 500) with { Profile = new("2023-01-02", "2024-12-30", 500, 120, []) }),
    ]);

    [Theory]
    [InlineData("how many invoices are not yet paid")]
    [InlineData("number of invoices not paid")]
    public void Sql_NotDoneYet_HasNoDate(string question) => Assert.Equal("SELECT count(*) AS invoices FROM invoices WHERE paid_on IS NULL", Ask.Sql(Gym, question));

    [Fact]
    public void Sql_NewThingsByTime_AreThoseThatCameThen() => Assert.Equal(
        "SELECT CAST(date_trunc('quarter', joined) AS DATE) AS \"quarter\", count(*) AS guests FROM guests GROUP BY CAST(date_trunc('quarter', joined) AS DATE) ORDER BY \"quarter\"",
        Ask.Sql(Gym, "new guests per quarter"));

    [Theory]
    [InlineData("who has the most sales")]
    [InlineData("who paid the most sales")]
    [InlineData("which customer ordered the most sales")]
    public void Sql_WhoHasTheMost_IsOneOfThePeople(string question) => Assert.Equal(
        "SELECT customers.customer_name, sum(orders.sales) AS total_sales FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.customer_name ORDER BY total_sales DESC NULLS LAST, customer_name LIMIT $top",
        Ask.Sql(Catalogs.Shop, question));

    [Fact]
    public void Plan_PartOfOneValuesName_IsThatValue() => Assert.Equal(["Saint Paul Heights"], Ask.Plan(Gym, "how many guests live in Saint Paul").Filters.Single().Texts);
}
