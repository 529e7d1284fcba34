namespace Chartwright.Samples.Retail;

/// <summary>Writes three years of orders and their lines, day by day.</summary>
internal sealed class OrderBook
{
    private static readonly string[] ShipModes = ["Standard", "Two-Day", "Express", "Same Day"];

    private readonly Dice _dice;
    private readonly ILookup<int, Customer> _customersByStore;
    private readonly Dictionary<string, (Range[] Ranges, int[] Demand)> _ranges;
    private readonly Dictionary<Range, (Product[] Products, int[] Popularity)> _products;
    private readonly List<string?[]> _orders = [];
    private readonly List<string?[]> _lines = [];

    public OrderBook(Dice dice, IReadOnlyList<Customer> customers, IReadOnlyList<Product> products)
    {
        _dice = dice;
        _customersByStore = customers.ToLookup(customer => customer.StoreId);
        _ranges = ProductRange.Ranges.GroupBy(range => range.Category)
            .ToDictionary(group => group.Key, group => (group.ToArray(), group.Select(range => range.Demand).ToArray()));
        _products = products.GroupBy(product => product.Range)
            .ToDictionary(group => group.Key, group => (group.ToArray(), group.Select(product => product.Popularity).ToArray()));
    }

    public (SampleTable Orders, SampleTable Lines) Write()
    {
        var allVolume = StoreList.All.Sum(store => store.Volume);
        for (var day = Market.FirstDay; day <= Market.LastDay; day = day.AddDays(1))
        {
            var open = StoreList.All.Where(store => store.OpenedOn <= day).ToArray();
            var volumes = open.Select(store => store.Volume).ToArray();
            var expected = Market.ExpectedOrders(day, volumes.Sum(), allVolume) * _dice.Between(80, 120) / 100;
            var count = expected / 1000 + (_dice.Chance(expected % 1000) ? 1 : 0);
            for (var index = 0; index < count; index++) AddOrder(day, open[_dice.Weighted(volumes)]);
        }
        return (new("orders", OrderColumns, _orders), new("order_items", LineColumns, _lines));
    }

    private static (string, string)[] OrderColumns =>
    [
        ("order_id", "INTEGER"), ("order_date", "DATE"), ("ship_date", "DATE"), ("ship_mode", "VARCHAR"), ("channel", "VARCHAR"),
        ("customer_id", "INTEGER"), ("store_id", "INTEGER"),
    ];

    private static (string, string)[] LineColumns =>
    [
        ("order_id", "INTEGER"), ("line_number", "INTEGER"), ("product_id", "INTEGER"), ("quantity", "INTEGER"), ("unit_price", "DECIMAL(10,2)"),
        ("discount", "DECIMAL(4,2)"), ("sales", "DECIMAL(12,2)"), ("profit", "DECIMAL(12,2)"), ("returned", "BOOLEAN"),
    ];

    private void AddOrder(DateOnly day, Store store)
    {
        if (PickCustomer(day, store) is not { } customer) return; // a store that opened today has nobody yet
        var id = 10001 + _orders.Count;
        var mode = _dice.Weighted([60, 20, 14, 6]);
        var shipped = day.AddDays(mode switch { 0 => _dice.Between(3, 7), 1 => 2, 2 => 1, _ => 0 });
        var onlineShare = 210 + (day.DayNumber - Market.FirstDay.DayNumber) * 180 / 1095;
        _orders.Add(
        [
            Cells.Text(id), Cells.Text(day), Cells.Text(shipped), ShipModes[mode], _dice.Chance(onlineShare) ? "Online" : "In store",
            Cells.Text(customer.Id), Cells.Text(store.Id),
        ]);
        var lines = 1 + _dice.Weighted([29, 28, 20, 12, 7, 4]);
        for (var line = 1; line <= lines; line++) AddLine(id, line, day, store, customer);
    }

    private void AddLine(int orderId, int number, DateOnly day, Store store, Customer customer)
    {
        var category = new[] { ProductRange.Furniture, ProductRange.Office, ProductRange.Technology }[_dice.Weighted(Market.CategoryMix(day, store.Region))];
        var (ranges, demand) = _ranges[category];
        var range = ranges[_dice.Weighted(demand)];
        var (products, popularity) = _products[range];
        var product = products[_dice.Weighted(popularity)];

        var most = customer.Segment == CustomerBase.Corporate ? range.MaxQuantity * 3 / 2 : range.MaxQuantity;
        var quantity = Math.Min(_dice.Between(1, most), _dice.Between(1, most));
        var price = product.PriceCents * Market.PriceLevel(day.Year) / 100;
        var discount = Market.Discount(_dice, day, category);
        var sales = (quantity * (long)price * (100 - discount) + 50) / 100;
        var profit = sales - quantity * (long)product.CostCents * Market.PriceLevel(day.Year) / 100;
        _lines.Add(
        [
            Cells.Text(orderId), Cells.Text(number), Cells.Text(product.Id), Cells.Text(quantity), Cells.Hundredths(price),
            Cells.Hundredths(discount), Cells.Hundredths(sales), Cells.Hundredths(profit), Cells.Text(_dice.Chance(Market.ReturnRate(category))),
        ]);
    }

    /// <summary>One of the store's customers of that day; the longer somebody has been one, the more often.</summary>
    private Customer? PickCustomer(DateOnly day, Store store)
    {
        var known = _customersByStore[store.Id].TakeWhile(customer => customer.JoinedOn <= day).ToArray();
        return known.Length == 0 ? null : known[Math.Min(_dice.Between(0, known.Length - 1), _dice.Between(0, known.Length - 1))];
    }
}
