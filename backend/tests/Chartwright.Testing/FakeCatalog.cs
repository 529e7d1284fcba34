using Chartwright.Core.Catalog;

namespace Chartwright.Testing;

/// <summary>A catalog of given tables. Values of a column are the frequent values of its profile.</summary>
public sealed class FakeCatalog(params CatalogTable[] tables) : ICatalog
{
    /// <summary>A small retail set: order_items -> products.</summary>
    public static FakeCatalog Retail { get; } = new(
        new CatalogTable
        {
            Name = "order_items",
            Description = "One line of an order.",
            RowCount = 50_000,
            IsSample = true,
            PrimaryKey = ["order_item_id"],
            ForeignKeys = [new(["product_id"], "products", ["product_id"])],
            Columns =
            [
                Column("order_item_id", "BIGINT", ColumnRole.Key, "1", "50000", 50_000),
                Column("product_id", "BIGINT", ColumnRole.Key, "1", "120", 120),
                Column("order_date", "DATE", ColumnRole.Time, "2015-01-01", "2017-12-31", 1096),
                Column("region", "VARCHAR", ColumnRole.Category, "East", "West", 4, ("West", 15_000), ("East", 14_000), ("South", 11_000), ("North", 10_000)),
                Column("sales", "DECIMAL(18,2)", ColumnRole.Measure, "1.20", "980.00", 20_000) with { Unit = "USD", Synonyms = ["revenue"] },
            ],
        },
        new CatalogTable
        {
            Name = "products",
            RowCount = 120,
            IsSample = true,
            PrimaryKey = ["product_id"],
            Columns = [Column("product_id", "BIGINT", ColumnRole.Key, "1", "120", 120), Column("Product Name", "VARCHAR", ColumnRole.Label, "Ants", "Zips", 120)],
        });

    public ValueTask<CatalogSnapshot> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CatalogSnapshot("v1", tables));

    public Task<IReadOnlyList<ValueCount>> ListValuesAsync(string table, string column, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ValueCount>>([.. ValuesOf(table, column).Take(limit)]);

    public Task<IReadOnlyList<ValueCount>> FindValuesAsync(string table, string column, string text, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ValueCount>>([.. ValuesOf(table, column).Where(value => value.Value.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    private static CatalogColumn Column(string name, string type, ColumnRole role, string min, string max, long distinct, params (string Value, long Count)[] values) => new()
    {
        Name = name,
        Type = type,
        Role = role,
        Profile = new(min, max, distinct, 0, [.. values.Select(value => new ValueCount(value.Value, value.Count))]),
    };

    private IEnumerable<ValueCount> ValuesOf(string table, string column) =>
        new CatalogSnapshot("v1", tables).FindTable(table)?.FindColumn(column)?.Profile.TopValues ?? [];
}
