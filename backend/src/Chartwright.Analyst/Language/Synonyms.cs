using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Groups of words people use for one another when they speak of data.</summary>
internal static class Synonyms
{
    private const string Groups = """
        revenue|sales|turnover|sale|sales amount|sales revenue|income|takings|proceeds
        quantity|units|qty|units sold|quantity sold|items sold|volume|unit
        customer|client|buyer|shopper|consumer|purchaser|patron|guest
        employee|staff|worker|personnel|team member
        gender|sex
        salary|wage|pay|compensation|earnings|income|remuneration
        cost|expense|spend|spending|expenditure|price
        price|cost|fare|base price
        amount|value|sum|money|total|paid|payment
        profit|margin|net income|gain|earnings
        country|nation|nationality
        region|area|territory|zone|district
        city|town|municipality
        state|province
        location|place|site|venue|address
        store|shop|outlet|branch
        product|item|goods|article|merchandise
        category|type|kind|class|group|genre
        department|division|unit
        company|firm|business|organization|organisation|corporation|manufacturer|maker
        maker|manufacturer|producer|brand|make
        movie|film|picture
        car|vehicle|automobile|auto|model
        airplane|aircraft|plane
        student|pupil|learner
        teacher|instructor|professor|lecturer
        doctor|physician
        patient|case
        illness|disease|diagnosis|condition
        drug|medication|medicine
        author|writer
        book|title
        song|track
        singer|artist|musician
        player|athlete
        job|occupation|profession|position|job title|title
        home|house|property|dwelling|residence
        rating|score|stars|review score
        age|years old|old
        mpg|fuel economy|fuel efficiency|miles per gallon|mileage|gas mileage
        horsepower|power|hp
        weight|mass
        height|elevation|altitude
        length|duration|runtime|run time|running time
        population|inhabitants|residents|people|pop
        death|fatality|casualty|killed
        life expectancy|life expect|lifespan|longevity
        fertility|fertility rate|birth rate
        temperature|temp
        rainfall|precipitation|rain
        date|day|time
        hour|time
        start|begin|beginning
        end|finish
        order|purchase|transaction
        delivery|shipment|shipping
        refund|return
        discount|rebate|markdown
        budget|production budget|funding
        gross|box office|revenue
        enrollment|enrolled|students|enrolment
        capacity|size|seats
        attendance|visitors|audience|spectators
        rank|ranking|position|place
        team|club|squad
        match|game
        goal|score|point
        nationality|country|citizenship
        language|tongue
        supplier|vendor|provider
        seller|vendor|salesperson
        manager|boss|supervisor|head
        member|participant
        account|customer account
        crime|offense|offence
        payment type|payment method|payment mode
        status|state|stage
        segment|group
        ship mode|shipping method|delivery method|shipping mode
        origin|country|source|country of origin
        destination|arrival
        year|years
        director|filmmaker
        studio|production company
        distributor|publisher
        violation|offense
        county|district
        postcode|zip|zip code|postal code
        ticket|pass
        major|subject|field of study
        course|class|subject
        grade|mark|score|level
        grape|variety
        winery|vineyard
        university|college|school
        headquarter|head office|headquarters
        industry|sector|main industry
        stock|share|equity
        close|closing price|close price
        symbol|ticker|stock
        broker|agent
        visit|visitor|session
        website|site|page
        room|chamber
        booking|reservation
        hotel|lodging|inn
        restaurant|eatery|diner
        food|cuisine|dish
        tuition|fee|average cost|cost
        satisfaction|happiness|csat
        acceleration|accelerate
        displacement|engine size
        cylinder|cylinders
        color|colour
        emission|co2|carbon dioxide
        """;

    private static readonly Dictionary<string, HashSet<string>> Map = Build();

    /// <summary>Other words for a phrase given as stems joined by spaces; also as stems.</summary>
    public static IReadOnlyCollection<string> Of(string key) => Map.TryGetValue(key, out var set) ? set : [];

    private static Dictionary<string, HashSet<string>> Build()
    {
        var map = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Groups.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split('|').Select(word => string.Join(' ', word.Split(' ').Select(Stemmer.Stem))).Distinct().ToList();
            foreach (var word in words)
            {
                if (!map.TryGetValue(word, out var set)) map[word] = set = new(StringComparer.Ordinal);
                set.UnionWith(words.Where(other => other != word));
            }
        }
        return map;
    }
}
