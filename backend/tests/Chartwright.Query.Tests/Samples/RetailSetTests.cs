using Chartwright.DuckDb;
using Chartwright.Samples.Retail;

namespace Chartwright.Query.Tests.Samples;

public sealed class RetailSetTests
{
    [Fact]
    public async Task Generate_AnyMachine_EqualsTheCommittedFiles()
    {
        await using var engine = DuckDbEngine.Open(new() { AllowedDirectories = [RepositoryFolders.Samples] });

        foreach (var table in RetailSet.Generate())
        {
            var path = Path.Combine(RepositoryFolders.Samples, "retail", table.Name + ".parquet");
            var types = await engine.ReadTextAsync($"SELECT column_name, column_type FROM (DESCRIBE FROM '{path}')", TestContext.Current.CancellationToken);
            var rows = await engine.ReadTextAsync($"FROM '{path}'", TestContext.Current.CancellationToken);

            Assert.Equal(table.Columns.Select(column => $"{column.Name} {column.Type}"), types.Select(row => $"{row[0]} {row[1]}"));
            Assert.Equal(table.Rows.Select(row => string.Join('|', row)), rows.Select(row => string.Join('|', row)));
        }
    }

    [Fact]
    public void Generate_EveryForeignKey_FindsItsRow()
    {
        var tables = RetailSet.Generate().ToDictionary(table => table.Name);

        Assert.Empty(Values("orders", "customer_id").Except(Values("customers", "customer_id")));
        Assert.Empty(Values("orders", "store_id").Except(Values("stores", "store_id")));
        Assert.Empty(Values("order_items", "order_id").Except(Values("orders", "order_id")));
        Assert.Empty(Values("order_items", "product_id").Except(Values("products", "product_id")));

        HashSet<string?> Values(string table, string column)
        {
            var index = tables[table].Columns.Select(found => found.Name).ToList().IndexOf(column);
            return [.. tables[table].Rows.Select(row => row[index])];
        }
    }
}
