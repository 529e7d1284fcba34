namespace Chartwright.Samples.Retail;

/// <summary>How demand moves: trend, season, week, and what sells when and where. Whole numbers only, so every platform agrees.</summary>
internal static class Market
{
    public static readonly DateOnly FirstDay = new(2015, 1, 1);
    public static readonly DateOnly LastDay = new(2017, 12, 31);

    private static readonly int[] Season = [84, 80, 94, 92, 97, 96, 90, 103, 112, 99, 128, 137]; // percent of an average month
    private static readonly int[] Week = [88, 104, 100, 99, 102, 111, 96]; // percent of an average day, from Sunday

    /// <summary>Orders to expect on a day, in thousandths, while a store's share is <paramref name="openVolume"/> of <paramref name="allVolume"/>.</summary>
    public static int ExpectedOrders(DateOnly day, int openVolume, int allVolume)
    {
        const int average = 17_600;
        var age = day.DayNumber - FirstDay.DayNumber;
        var trend = 880 + age * 330 / 1095; // per mille: +33 points over three years
        long expected = average;
        expected = expected * trend / 1000 * Season[day.Month - 1] / 100 * Week[(int)day.DayOfWeek] / 100;
        return (int)(expected * openVolume / allVolume);
    }

    /// <summary>Weights of Furniture, Office Supplies and Technology.</summary>
    public static int[] CategoryMix(DateOnly day, string region)
    {
        int[] mix = [23, 52, 25];
        if (day.Month is 8 or 9) mix[1] += 14; // back to school
        if (day.Month is 11 or 12) mix[2] += 9;
        if (day.Month is 1 or 6) mix[0] += 5;
        mix[2] += day.Year - 2015;
        if (region == "West") mix[2] += 5;
        if (region == "South") mix[0] += 6;
        return mix;
    }

    /// <summary>Percent taken off the unit price of a line.</summary>
    public static int Discount(Dice dice, DateOnly day, string category)
    {
        ReadOnlySpan<int> steps = [0, 5, 10, 15, 20, 30, 40];
        var isSale = day.Month == 11 && day.Day is >= 20 and <= 30 || day.Month == 7 && day.Day <= 8;
        return steps[(isSale, category) switch
        {
            (true, _) => dice.Weighted([22, 12, 22, 16, 18, 8, 2]),
            (_, ProductRange.Furniture) => dice.Weighted([50, 10, 14, 8, 11, 5, 2]),
            _ => dice.Weighted([64, 11, 12, 5, 6, 2, 0]),
        }];
    }

    /// <summary>Price of a year in percent of the list price of 2017.</summary>
    public static int PriceLevel(int year) => year switch { 2015 => 95, 2016 => 98, _ => 100 };

    /// <summary>Per mille of lines that come back.</summary>
    public static int ReturnRate(string category) => category switch
    {
        ProductRange.Technology => 62,
        ProductRange.Furniture => 48,
        _ => 21,
    };
}
