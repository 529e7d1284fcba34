namespace Chartwright.Analyst.Language;

/// <summary>Adjectives that rank, and the columns they speak of, most likely first.</summary>
internal static class Superlatives
{
    private static readonly Dictionary<string, SuperlativeMark> Words = Build();

    /// <summary><c>heaviest</c>, <c>cheapest</c>, <c>highest</c>: one word.</summary>
    public static SuperlativeMark? OfWord(string word) => Words.GetValueOrDefault(word);

    private static readonly Dictionary<string, (bool Up, string Hints)> Adjectives = new(StringComparer.Ordinal)
    {
        ["expensive"] = (true, "price|cost|fare|fee|amount"), ["costly"] = (true, "cost|price"), ["powerful"] = (true, "horsepower|power|hp"), ["popular"] = (true, "popularity|view|vote|sales|download|rating"),
        ["populous"] = (true, "population|pop"), ["populated"] = (true, "population|pop"), ["successful"] = (true, "gross|revenue|sales|win|profit"), ["profitable"] = (true, "profit|net income|margin"),
        ["efficient"] = (true, "mpg|efficiency|mileage"), ["economical"] = (true, "mpg|economy"), ["deadly"] = (true, "death|fatality|killed"), ["dangerous"] = (true, "death|fatality|accident|injury"), ["valuable"] = (true, "value|worth|price"),
        ["productive"] = (true, "production|output|yield"), ["crowded"] = (true, "density|population|occupancy"), ["polluted"] = (true, "pollution|concentration|pm25|aqi"), ["delayed"] = (true, "delay"), ["experienced"] = (true, "experience|years working|tenure"),
        ["satisfied"] = (true, "satisfaction"), ["recent"] = (true, ""), ["active"] = (true, "activity"), ["visited"] = (true, "visit|visitor"), ["viewed"] = (true, "view"), ["watched"] = (true, "view|watch"), ["sold"] = (true, "unit|quantity|sales"), ["ordered"] = (true, "quantity|order"),
        ["rated"] = (true, "rating|score|star"), ["paid"] = (true, "salary|pay|wage|income"), ["selling"] = (true, "sales|unit|quantity|revenue"), ["grossing"] = (true, "gross|revenue"), ["scoring"] = (true, "score|goal|point"), ["performing"] = (true, ""), ["voted"] = (true, "vote"),
        ["earning"] = (true, "salary|earning|income"), ["spending"] = (true, "spend|amount"), ["urgent"] = (true, "priority"), ["severe"] = (true, "severity|magnitude"), ["intense"] = (true, "intensity|magnitude"), ["reviewed"] = (true, "review"), ["downloaded"] = (true, "download"),
        ["used"] = (true, "usage|use"), ["played"] = (true, "play"), ["indebted"] = (true, "debt"), ["educated"] = (true, "education"), ["affordable"] = (false, "price|cost"), ["common"] = (true, ""), ["frequent"] = (true, "frequency"), ["cited"] = (true, "citation|cited"),
        ["liked"] = (true, "like"), ["followed"] = (true, "follower"), ["decorated"] = (true, "medal"), ["capped"] = (true, "cap"),
    };

    /// <summary>The adjective after "most" or "least".</summary>
    public static SuperlativeMark? OfAdjective(string word, bool most) =>
        Adjectives.TryGetValue(word, out var entry) ? new(entry.Up == most, Split(entry.Hints), entry.Hints.Length == 0) : null;

    private static Dictionary<string, SuperlativeMark> Build()
    {
        var map = new Dictionary<string, SuperlativeMark>(StringComparer.Ordinal);
        void Add(bool descending, string hints, string words)
        {
            foreach (var word in words.Split(' ')) map[word] = new(descending, Split(hints), hints.Length == 0);
        }

        Add(true, "", "highest most largest biggest greatest best maximum max top");
        Add(false, "", "lowest least smallest fewest worst minimum min");
        Add(true, "age", "oldest eldest");
        Add(false, "age", "youngest");
        Add(true, "weight", "heaviest");
        Add(false, "weight", "lightest");
        Add(true, "height|elevation", "tallest");
        Add(true, "length|duration|runtime|time|hours|distance|pages", "longest");
        Add(false, "length|duration|runtime|height|time|distance|pages", "shortest");
        Add(false, "price|cost|fare|fee", "cheapest");
        Add(true, "price|cost", "priciest dearest costliest");
        Add(true, "speed", "fastest quickest");
        Add(false, "speed", "slowest");
        Add(true, "death|fatality|killed", "deadliest");
        Add(true, "income|salary|wealth|net worth|gdp|assets", "richest wealthiest");
        Add(false, "income|salary|wealth|gdp", "poorest");
        Add(true, "temperature|temp", "hottest warmest");
        Add(false, "temperature|temp", "coldest coolest");
        Add(true, "precipitation|rainfall|rain", "wettest rainiest");
        Add(false, "precipitation|rainfall|rain", "driest");
        Add(true, "wind|wind speed", "windiest");
        Add(true, "depth", "deepest");
        Add(true, "magnitude|strength", "strongest");
        Add(true, "happiness|satisfaction", "happiest");
        Add(true, "delay|passenger|traffic|visitor", "busiest");
        Add(true, "size|area|population", "hugest");
        Add(true, "width", "widest");
        Add(true, "attendance|death", "bloodiest");
        return map;
    }

    private static string[] Split(string hints) => hints.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
