namespace Chartwright.Analyst.Schema;

/// <summary>Words in the name of a column that say what kind of quantity it holds.</summary>
internal static class ColumnWords
{
    private static readonly HashSet<string> NonAdditive = Set(
        "rate ratio percent percentage pct share price score age temperature temp speed mpg rating height weight length width depth horsepower power displacement acceleration accelerate " +
        "year average mean median avg latitude longitude lat lng concentration index salary wage duration runtime efficiency probability density margin grade gpa rank ranking position level " +
        "elevation altitude humidity pressure expectancy expect fertility mortality bmi pulse satisfaction quality ph alcohol acidity sugar economy consumption interest yield close open high low " +
        "adj adjusted co2 ppm voltage frequency per discount tenure experience screen size area distance stars score vas concentration tempcov debt unemployment employment-rate inflation capita imdb " +
        "tomatoes metacritic cholesterol glucose wind visibility rain_rate depth aqi miles gallon mileage thickness degree angle radius magnitude happiness freedom generosity");

    private static readonly HashSet<string> Additive = Set(
        "sales revenue amount quantity qty units unit cost costs profit deaths count number total gross votes visits orders spend spent spending expense expenses expenditure income budget goals points passengers " +
        "cases attendance credits credit enrollment capacity turnover payment paid tax fee fees earnings volume downloads views clicks impressions tickets sold shipped returned injuries births " +
        "emissions production output exports imports wins losses tries apps medals gold silver bronze precipitation rainfall rain snow snowfall hours minutes days transactions bookings nights " +
        "donations funding investment gdp energy electricity generation cases tests assists rebounds runs hits yards subscribers followers likes shares comments calls messages employment freight cargo kills value");

    private static readonly HashSet<string> SemiAdditive = Set("balance stock population pop headcount inventory employees members subscribers beds enrolled workforce");

    private static readonly HashSet<string> Averaged = Set("average mean median avg rate ratio percent percentage pct per index");

    /// <summary>How to put values of a column of this name together, or null when its words do not say.</summary>
    public static Additivity? Judge(IReadOnlyList<string> words)
    {
        if (words.Any(Averaged.Contains)) return Additivity.NonAdditive;
        for (var i = words.Count - 1; i >= 0; i--) // the last noun carries the meaning: "sales price" is a price
        {
            if (SemiAdditive.Contains(words[i])) return Additivity.SemiAdditive;
            if (words[i] is "unit" or "sale" && i < words.Count - 1) continue;
            if (NonAdditive.Contains(words[i])) return Additivity.NonAdditive;
            if (Additive.Contains(words[i])) return Additivity.Additive;
        }
        return null;
    }

    /// <summary>A unit or quantity word: such a column is measured, however few values it has.</summary>
    public static bool IsQuantity(IReadOnlyList<string> words) =>
        words.Any(word => word is not ("number" or "grade" or "level" or "rank" or "ranking" or "position" or "size" or "count" or "total" or "unit") && (NonAdditive.Contains(word) || Additive.Contains(word) || SemiAdditive.Contains(word)));

    public static bool IsMoney(IReadOnlyList<string> words) =>
        words.Any(word => word is "sale" or "sales" or "revenue" or "amount" or "profit" or "cost" or "price" or "salary" or "income" or "budget" or "gross" or "payment" or "paid" or "spend" or "spent"
            or "fee" or "turnover" or "earnings" or "tax" or "wage" or "expense" or "expenses" or "expenditure" or "debt" or "balance" or "funding");

    private static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
