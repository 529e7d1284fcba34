using Chartwright.Analyst.Tests.Support;

namespace Chartwright.Analyst.Tests;

public sealed class PlannerTests
{
    [Theory]
    [InlineData("total sales by region", "SELECT region, sum(sales) AS total_sales FROM orders GROUP BY region ORDER BY total_sales DESC NULLS LAST, region", "bar")]
    [InlineData("monthly sales in 2017 as a line", "SELECT CAST(date_trunc('month', order_date) AS DATE) AS \"month\", sum(sales) AS total_sales FROM orders WHERE order_date >= CAST($from_date AS DATE) AND order_date < CAST($before_date AS DATE) GROUP BY CAST(date_trunc('month', order_date) AS DATE) ORDER BY \"month\"", "line")]
    [InlineData("top 5 products by sales", "SELECT products.product_name, sum(orders.sales) AS total_sales FROM orders JOIN products ON orders.product_id = products.product_id GROUP BY products.product_name ORDER BY total_sales DESC NULLS LAST, product_name LIMIT $top", "bar")]
    [InlineData("number of orders by customer segment", "SELECT customers.segment, count(*) AS orders FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.segment ORDER BY orders DESC NULLS LAST, segment", "bar")]
    [InlineData("profit vs discount", "SELECT profit, discount FROM orders", "scatter")]
    [InlineData("sales and profit by segment", "SELECT customers.segment, sum(orders.sales) AS total_sales, sum(orders.profit) AS total_profit FROM orders JOIN customers ON orders.customer_id = customers.customer_id GROUP BY customers.segment ORDER BY total_sales DESC NULLS LAST, segment", "grouped_bar")]
    [InlineData("share of sales by category", "WITH grouped AS ( SELECT products.category, sum(orders.sales) AS total_sales FROM orders JOIN products ON orders.product_id = products.product_id GROUP BY products.category ) SELECT *, 100.0 * total_sales / nullif(sum(total_sales) OVER (), 0) AS percent FROM grouped ORDER BY total_sales DESC NULLS LAST, category", "pie")]
    public void Plan_QuestionOnAShop_GivesTheStatementAndTheChart(string question, string sql, string chart)
    {
        Assert.Equal(sql, Ask.Sql(Catalogs.Shop, question));
        Assert.Equal(chart, Ask.Chart(Catalogs.Shop, question));
    }

    [Theory]
    [InlineData("average horsepower by origin", "SELECT \"Origin\", avg(\"Horsepower\") AS avg_horsepower FROM cars GROUP BY \"Origin\" ORDER BY avg_horsepower DESC NULLS LAST, \"Origin\"", "bar")]
    [InlineData("distribution of horsepower", "SELECT floor(\"Horsepower\" / $bin_width) * $bin_width AS horsepower_from, count(*) AS \"count\" FROM cars WHERE \"Horsepower\" IS NOT NULL GROUP BY 1 ORDER BY 1", "histogram")]
    [InlineData("how many japanese cars have more than 100 horsepower", "SELECT count(*) AS cars FROM cars WHERE \"Origin\" = $origin AND \"Horsepower\" > $min_horsepower", "number")]
    [InlineData("avrage horspower by orgin", "SELECT \"Origin\", avg(\"Horsepower\") AS avg_horsepower FROM cars GROUP BY \"Origin\" ORDER BY avg_horsepower DESC NULLS LAST, \"Origin\"", "bar")]
    public void Plan_QuestionOnOneTable_GivesTheStatementAndTheChart(string question, string sql, string chart)
    {
        Assert.Equal(sql, Ask.Sql(Catalogs.Cars, question));
        Assert.Equal(chart, Ask.Chart(Catalogs.Cars, question));
    }
}
