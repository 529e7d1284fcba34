using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Tests.Support;

/// <summary>Handmade catalogs: a shop of three tables, and one wide table of cars.</summary>
internal static class Catalogs
{
    public static CatalogSnapshot Shop { get; } = new("shop-1",
    [
        Table("customers", 400, ["customer_id"], [],
            Number("customer_id", "BIGINT", 1, 400, 400, ColumnRole.Key), Text("customer_name", 400, "Ada Byron", "Alan Turing"), Text("segment", 3, "Consumer", "Corporate", "Home Office"), Text("country", 3, "Germany", "France", "United States")),
        Table("orders", 9000, ["order_id"], [new ForeignKey(["customer_id"], "customers", ["customer_id"]), new ForeignKey(["product_id"], "products", ["product_id"])],
            Number("order_id", "BIGINT", 1, 9000, 9000, ColumnRole.Key), Number("customer_id", "BIGINT", 1, 400, 400), Number("product_id", "BIGINT", 1, 60, 60), Date("order_date", "2014-01-02", "2017-12-30", 1200),
            Text("region", 4, "West", "East", "Central", "South"), Text("ship_mode", 3, "Standard Class", "First Class", "Same Day"), Number("sales", "DOUBLE", 0.5, 22638, 5000, unit: "USD"), Number("profit", "DOUBLE", -6600, 8400, 6000, unit: "USD"), Number("quantity", "INTEGER", 1, 14, 14), Number("discount", "DOUBLE", 0, 0.8, 12)),
        Table("products", 60, ["product_id"], [],
            Number("product_id", "BIGINT", 1, 60, 60, ColumnRole.Key), Text("product_name", 60, "Oak Desk", "Swivel Chair"), Text("category", 3, "Technology", "Furniture", "Office Supplies"), Number("unit_price", "DOUBLE", 2, 900, 58, unit: "USD")),
    ]);

    public static CatalogSnapshot Cars { get; } = new("cars-1",
    [
        Table("cars", 392, [], [],
            Text("Name", 301, "ford pinto", "fiat 128"), Number("Miles_per_Gallon", "DOUBLE", 9, 46.6, 129), Number("Cylinders", "BIGINT", 3, 8, 5), Number("Horsepower", "BIGINT", 46, 230, 93), Number("Weight_in_lbs", "BIGINT", 1613, 5140, 356), Number("Year", "BIGINT", 1970, 1982, 13), Text("Origin", 3, "USA", "Japan", "Europe")),
    ]);

    public static CatalogTable Table(string name, long rows, string[] key, ForeignKey[] foreign, params CatalogColumn[] columns) =>
        new() { Name = name, RowCount = rows, PrimaryKey = key, ForeignKeys = foreign, Columns = columns };

    public static CatalogColumn Text(string name, long distinct, params string[] values) =>
        new() { Name = name, Type = "VARCHAR", Role = ColumnRole.Category, Profile = new(values.Min(StringComparer.Ordinal), values.Max(StringComparer.Ordinal), distinct, 0, [.. values.Select(value => new ValueCount(value, 10))]) };

    public static CatalogColumn Number(string name, string type, double min, double max, long distinct, ColumnRole role = ColumnRole.Measure, string? unit = null) =>
        new() { Name = name, Type = type, Role = role, Unit = unit, Profile = new(min.ToString(System.Globalization.CultureInfo.InvariantCulture), max.ToString(System.Globalization.CultureInfo.InvariantCulture), distinct, 0, []) };

    public static CatalogColumn Date(string name, string min, string max, long distinct) =>
        new() { Name = name, Type = "DATE", Role = ColumnRole.Time, Profile = new(min, max, distinct, 0, []) };
}
