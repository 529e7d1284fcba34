using Chartwright.Core.Catalog;

namespace Chartwright.Query.Tests.Samples;

public sealed class SampleCatalogTests(SampleWorkspace fixture) : IClassFixture<SampleWorkspace>
{
    private readonly TestWorkspace _workspace = fixture.Workspace;

    [Fact]
    public async Task Samples_EveryDescribedColumn_IsInTheData()
    {
        var catalog = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(
            ["cars", "co2_concentration", "customers", "disasters", "gapminder", "iowa_electricity", "movies", "order_items", "orders", "penguins", "products",
                "seattle_weather", "stocks", "stores", "unemployment"],
            catalog.Tables.Select(table => table.Name));
        Assert.All(catalog.Tables, table =>
        {
            Assert.True(table.IsSample && table.RowCount > 0 && table.Description is not null && table.Source!.Contains("Licence", StringComparison.Ordinal));
            Assert.All(table.Columns, column => Assert.True(column.Description is not null, $"{table.Name}.{column.Name} has no description"));
            Assert.All(table.PrimaryKey, column => Assert.NotNull(table.FindColumn(column)));
        });
    }

    [Fact]
    public async Task Samples_PrimaryKeys_AreUnique()
    {
        var catalog = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        foreach (var table in catalog.Tables.Where(table => table.PrimaryKey.Count > 0))
        {
            var count = await _workspace.QueryAsync($"SELECT count(*) FROM (SELECT DISTINCT {string.Join(", ", table.PrimaryKey)} FROM {table.Name})");
            Assert.Equal($"{table.Name} [[{table.RowCount}]]", $"{table.Name} {count}");
        }
    }

    [Theory]
    [InlineData(
        "SELECT s.region, sum(i.sales) FROM order_items i JOIN orders o USING (order_id) JOIN stores s USING (store_id) GROUP BY 1 ORDER BY 1",
        """[["East",3691431.05],["North",2787346.10],["South",2413435.72],["West",3981107.73]]""")]
    [InlineData(
        "SELECT title FROM movies ORDER BY worldwide_gross DESC NULLS LAST LIMIT 5",
        """[["Avatar"],["Titanic"],["The Lord of the Rings: The Return of the King"],["Pirates of the Caribbean: Dead Man's Chest"],["Toy Story 3"]]""")]
    [InlineData("SELECT origin, round(avg(horsepower), 2) FROM cars GROUP BY 1 ORDER BY 1", """[["Europe",81],["Japan",79.84],["USA",119.9]]""")]
    [InlineData(
        "SELECT count(DISTINCT date_trunc('month', order_date)), min(order_date), max(order_date) FROM orders WHERE year(order_date) = 2017",
        """[[12,"2017-01-01","2017-12-31"]]""")]
    public async Task Samples_QuestionsOfTheReadme_HaveTheirAnswer(string sql, string rows)
    {
        Assert.Equal(rows, await _workspace.QueryAsync(sql));
    }

    [Fact]
    public async Task Samples_ColumnsOfTheRetailSet_HaveTheirRole()
    {
        var catalog = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(
            """
            customers: customer_id=Key customer_name=Label segment=Category city=Category joined_on=Time
            order_items: order_id=Key line_number=Key product_id=Key quantity=Measure unit_price=Measure discount=Measure sales=Measure profit=Measure returned=Flag
            orders: order_id=Key order_date=Time ship_date=Time ship_mode=Category channel=Category customer_id=Key store_id=Key
            products: product_id=Key product_name=Label category=Category sub_category=Category brand=Category list_price=Measure unit_cost=Measure
            stores: store_id=Key store_name=Label state=Category region=Category opened_on=Time floor_area=Measure
            """,
            RolesOf(catalog, "customers", "order_items", "orders", "products", "stores"));
    }

    [Fact]
    public async Task Samples_ColumnsOfTheRealSets_HaveTheirRole()
    {
        var catalog = await _workspace.Catalog.GetAsync(TestWorkspace.Stop);

        Assert.Equal(
            """
            cars: name=Label miles_per_gallon=Measure cylinders=Measure displacement=Measure horsepower=Measure weight=Measure acceleration=Measure model_year=Time origin=Category
            disasters: year=Time disaster_type=Category deaths=Measure
            gapminder: year=Time country=Category world_region=Category population=Measure life_expectancy=Measure fertility_rate=Measure
            movies: title=Label us_gross=Measure worldwide_gross=Measure us_dvd_sales=Measure production_budget=Measure release_date=Time mpaa_rating=Category running_time=Measure distributor=Category source=Category major_genre=Category creative_type=Category director=Label rotten_tomatoes_rating=Measure imdb_rating=Measure imdb_votes=Measure
            seattle_weather: date=Time precipitation=Measure temp_max=Measure temp_min=Measure wind=Measure weather=Category
            stocks: symbol=Category date=Time price=Measure
            """,
            RolesOf(catalog, "cars", "disasters", "gapminder", "movies", "seattle_weather", "stocks"));
    }

    private static string RolesOf(CatalogSnapshot catalog, params string[] tables) => string.Join('\n', tables.Select(name =>
        $"{name}: {string.Join(' ', catalog.FindTable(name)!.Columns.Select(column => $"{column.Name}={column.Role}"))}"));
}
