namespace Chartwright.Samples.Retail;

/// <summary>The retail sample: an invented chain of stores, 2015 to 2017. The same rows every time, on every machine.</summary>
public static class RetailSet
{
    private const ulong Seed = 20171231;

    /// <returns>stores, products, customers, orders, order_items; every foreign key finds its row.</returns>
    public static IReadOnlyList<SampleTable> Generate()
    {
        var products = ProductRange.Generate(new Dice(Seed));
        var customers = CustomerBase.Generate(new Dice(Seed + 1));
        var (orders, lines) = new OrderBook(new Dice(Seed + 2), customers, products).Write();
        return [StoreList.ToTable(), ProductRange.ToTable(products), CustomerBase.ToTable(customers), orders, lines];
    }
}
