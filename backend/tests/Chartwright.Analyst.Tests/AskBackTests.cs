using Chartwright.Analyst.Tests.Support;
using Chartwright.Core.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Chartwright.Analyst.Tests;

/// <summary>What is answered with a question rather than with a guess, and what is near to it and answered.</summary>
public sealed class AskBackTests
{
    private static readonly CatalogSnapshot Clinic = new("clinic-1",
    [
        Catalogs.Table("doctors", 20, ["doctor_id"], [],
            Catalogs.Number("doctor_id", "BIGINT", 1, 20, 20, ColumnRole.Key), Catalogs.Text("first_name", 18, "Ada", "Alan"), Catalogs.Text("last_name", 20, "Byron", "Turing"), Catalogs.Text("med_school_name", 18, "Leiden", "Padua")),
        Catalogs.Table("patients", 300, ["patient_id"], [new ForeignKey(["doctor_id"], "doctors", ["doctor_id"])],
            Catalogs.Number("patient_id", "BIGINT", 1, 300, 300, ColumnRole.Key), Catalogs.Number("doctor_id", "BIGINT", 1, 20, 20), Catalogs.Text("patient_name", 300, "Ann", "Bob"), Catalogs.Date("date_of_birth", "1930-01-02", "2015-12-30", 290),
            Catalogs.Text("ward", 4, "North", "South"), Catalogs.Number("rating", "DOUBLE", 1, 5, 9), Catalogs.Number("visit_minutes", "INTEGER", 5, 240, 90), Catalogs.Number("height_cm", "INTEGER", 50, 210, 90)),
    ]);

    [Theory]
    [InlineData("total sales by warehouse")]
    [InlineData("total sales by region for wholesalers")]
    [InlineData("orders by hour")] // its date has no hours
    [InlineData("which category grew the most from 2015 to 2017")] // of what?
    [InlineData("return rate by category")]
    [InlineData("profit per quantity by region")] // a ratio
    [InlineData("profit in Berlin")]
    public async Task ReadAsync_ShopAndAClaimThatFindsNoPlace_Asks(string question)
    {
        var reading = await new QuestionReader(new FakeCatalog(Catalogs.Shop), new FakeTimeProvider()).ReadAsync(question, [], TestContext.Current.CancellationToken);

        Assert.Equal((true, null), (reading.Asks, reading.Answer));
    }

    [Theory]
    [InlineData("patients taller than 2 meters")] // the column is in centimetres
    [InlineData("average salary of doctors")]
    [InlineData("deepest patients")] // nothing has a depth
    public async Task ReadAsync_ClinicAndAClaimThatFindsNoPlace_Asks(string question)
    {
        var reading = await new QuestionReader(new FakeCatalog(Clinic), new FakeTimeProvider()).ReadAsync(question, [], TestContext.Current.CancellationToken);

        Assert.Equal((true, null), (reading.Asks, reading.Answer));
    }

    [Theory]
    [InlineData("oldest patients", "SELECT patient_name, date_of_birth FROM patients ORDER BY date_of_birth NULLS LAST LIMIT $top")]
    [InlineData("youngest patient", "SELECT patient_name, date_of_birth FROM patients ORDER BY date_of_birth DESC NULLS LAST LIMIT $top")]
    [InlineData("worst patients", "SELECT patient_name, rating FROM patients ORDER BY rating NULLS LAST LIMIT $top")]
    [InlineData("patients with visits longer than 2 hours", "SELECT patient_name, visit_minutes FROM patients WHERE visit_minutes > $min_visit_minutes")]
    [InlineData("tallest patient for each ward", "SELECT ward, max(height_cm) AS max_height_cm FROM patients GROUP BY ward ORDER BY max_height_cm DESC NULLS LAST, ward")]
    [InlineData("number of patients per doctor", "SELECT doctors.first_name || ' ' || doctors.last_name AS doctor, count(*) AS patients FROM patients JOIN doctors ON patients.doctor_id = doctors.doctor_id GROUP BY doctors.first_name || ' ' || doctors.last_name, doctors.doctor_id ORDER BY patients DESC NULLS LAST, doctor")]
    public void Sql_RankedThings_AreOrderedByWhatTheWordSpeaksOf(string question, string sql) => Assert.Equal(sql, Ask.Sql(Clinic, question));

    [Theory]
    [InlineData("best selling product", "SELECT products.product_name, sum(orders.sales) AS total_sales FROM orders JOIN products ON orders.product_id = products.product_id GROUP BY products.product_name ORDER BY total_sales DESC NULLS LAST, product_name LIMIT $top")]
    [InlineData("top 5 products", "SELECT products.product_name, sum(orders.sales) AS total_sales FROM orders JOIN products ON orders.product_id = products.product_id GROUP BY products.product_name ORDER BY total_sales DESC NULLS LAST, product_name LIMIT $top")]
    [InlineData("sales above 1000 by segment", "SELECT customers.segment, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id WHERE orders.sales > $min_sales GROUP BY customers.segment ORDER BY orders DESC NULLS LAST, segment")]
    public void Sql_NothingSaysOfWhat_IsOfTheEvents(string question, string sql) => Assert.Equal(sql, Ask.Sql(Catalogs.Shop, question));
}
