namespace Chartwright.Samples.Retail;

/// <param name="Volume">Share of the orders, in no unit.</param>
/// <param name="Cities">Where its customers live.</param>
internal sealed record Store(int Id, string Name, string State, string Region, DateOnly OpenedOn, int FloorArea, int Volume, string[] Cities);

internal static class StoreList
{
    public static IReadOnlyList<Store> All { get; } =
    [
        new(1, "Manhattan", "New York", "East", new(2009, 4, 18), 21500, 92, ["New York City", "Yonkers", "White Plains"]),
        new(2, "Boston Back Bay", "Massachusetts", "East", new(2010, 9, 4), 15200, 58, ["Boston", "Cambridge", "Quincy"]),
        new(3, "Philadelphia Center City", "Pennsylvania", "East", new(2011, 3, 12), 16800, 61, ["Philadelphia", "Camden", "Upper Darby"]),
        new(4, "Washington Union Station", "District of Columbia", "East", new(2012, 5, 26), 14100, 47, ["Washington", "Alexandria", "Silver Spring"]),
        new(5, "Charlotte SouthPark", "North Carolina", "East", new(2016, 3, 5), 13400, 38, ["Charlotte", "Concord", "Gastonia"]),
        new(6, "Chicago Loop", "Illinois", "North", new(2008, 10, 11), 19800, 74, ["Chicago", "Evanston", "Oak Park"]),
        new(7, "Minneapolis North Loop", "Minnesota", "North", new(2010, 6, 19), 14600, 43, ["Minneapolis", "Saint Paul", "Bloomington"]),
        new(8, "Detroit Midtown", "Michigan", "North", new(2011, 8, 27), 15900, 36, ["Detroit", "Dearborn", "Royal Oak"]),
        new(9, "Milwaukee Third Ward", "Wisconsin", "North", new(2012, 11, 3), 11800, 29, ["Milwaukee", "Wauwatosa", "Racine"]),
        new(10, "Columbus Short North", "Ohio", "North", new(2013, 4, 20), 13900, 34, ["Columbus", "Dublin", "Westerville"]),
        new(11, "Atlanta Midtown", "Georgia", "South", new(2009, 9, 12), 17300, 48, ["Atlanta", "Decatur", "Marietta"]),
        new(12, "Miami Brickell", "Florida", "South", new(2011, 11, 19), 15500, 45, ["Miami", "Coral Gables", "Hialeah"]),
        new(13, "Dallas Uptown", "Texas", "South", new(2010, 3, 27), 18200, 50, ["Dallas", "Plano", "Irving"]),
        new(14, "Nashville Gulch", "Tennessee", "South", new(2013, 9, 14), 12600, 27, ["Nashville", "Franklin", "Murfreesboro"]),
        new(15, "New Orleans Warehouse District", "Louisiana", "South", new(2014, 10, 18), 11200, 19, ["New Orleans", "Metairie", "Kenner"]),
        new(16, "San Francisco Mission", "California", "West", new(2008, 5, 17), 18900, 88, ["San Francisco", "Oakland", "Berkeley"]),
        new(17, "Los Angeles Arts District", "California", "West", new(2009, 2, 28), 22400, 95, ["Los Angeles", "Pasadena", "Long Beach"]),
        new(18, "Seattle Pike", "Washington", "West", new(2010, 7, 10), 16100, 66, ["Seattle", "Bellevue", "Tacoma"]),
        new(19, "Denver RiNo", "Colorado", "West", new(2013, 6, 1), 14800, 44, ["Denver", "Boulder", "Aurora"]),
        new(20, "Phoenix Biltmore", "Arizona", "West", new(2017, 2, 11), 13700, 41, ["Phoenix", "Scottsdale", "Tempe"]),
    ];

    public static SampleTable ToTable() => new(
        "stores",
        [("store_id", "INTEGER"), ("store_name", "VARCHAR"), ("state", "VARCHAR"), ("region", "VARCHAR"), ("opened_on", "DATE"), ("floor_area", "INTEGER")],
        [.. All.Select(store => new[]
        {
            Cells.Text(store.Id), store.Name, store.State, store.Region, Cells.Text(store.OpenedOn), Cells.Text(store.FloorArea),
        })]);
}
