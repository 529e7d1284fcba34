namespace Chartwright.Analyst.Schema;

/// <summary>Short forms in names of columns. The short form stays usable; the long form is added.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["acct"] = "account", ["addr"] = "address", ["adj"] = "adjusted", ["agg"] = "aggregate", ["agt"] = "agent", ["alt"] = "altitude", ["amt"] = "amount",
        ["ann"] = "annual", ["appr"] = "approval", ["appt"] = "appointment", ["arr"] = "arrival", ["attr"] = "attribute", ["auth"] = "author", ["avail"] = "available", ["avg"] = "average",
        ["bal"] = "balance", ["bday"] = "birthday", ["bldg"] = "building", ["brnd"] = "brand", ["cap"] = "capacity", ["cat"] = "category", ["catg"] = "category", ["cert"] = "certificate",
        ["chg"] = "change", ["cnt"] = "count", ["cntry"] = "country", ["co"] = "company", ["comp"] = "company", ["conc"] = "concentration", ["cred"] = "credit", ["ctry"] = "country",
        ["cty"] = "city", ["curr"] = "current", ["cust"] = "customer", ["cyl"] = "cylinder", ["deg"] = "degree", ["dep"] = "departure", ["dept"] = "department", ["desc"] = "description",
        ["dest"] = "destination", ["diag"] = "diagnosis", ["disc"] = "discount", ["disp"] = "displacement", ["dist"] = "distance", ["div"] = "division", ["doc"] = "doctor", ["dob"] = "birthdate",
        ["dos"] = "dose", ["dt"] = "date", ["dur"] = "duration", ["emp"] = "employee", ["enr"] = "enrollment", ["eqp"] = "equipment", ["est"] = "estimated", ["exp"] = "expense",
        ["fac"] = "faculty", ["fname"] = "first name", ["freq"] = "frequency", ["fst"] = "first", ["gen"] = "gender", ["gov"] = "government", ["govt"] = "government", ["grp"] = "group",
        ["hist"] = "history", ["hosp"] = "hospital", ["hp"] = "horsepower", ["hq"] = "headquarter", ["hr"] = "hour", ["hrs"] = "hours", ["ht"] = "height", ["hs"] = "hours", ["inc"] = "income",
        ["inst"] = "institution", ["inv"] = "invoice", ["ins"] = "insurance", ["kwh"] = "kilowatt hours", ["lang"] = "language", ["lat"] = "latitude", ["len"] = "length", ["lname"] = "last name", ["loc"] = "location",
        ["lon"] = "longitude", ["lng"] = "longitude", ["lst"] = "last", ["lvl"] = "level", ["manuf"] = "manufacturer", ["mfr"] = "manufacturer", ["max"] = "maximum", ["med"] = "medication", ["mgr"] = "manager",
        ["min"] = "minimum", ["mins"] = "minutes", ["mkt"] = "market", ["mo"] = "month", ["mon"] = "month", ["mnth"] = "month", ["mpg"] = "miles per gallon", ["msg"] = "message", ["nat"] = "nationality", ["nbr"] = "number",
        ["no"] = "number", ["num"] = "number", ["occ"] = "occupation", ["ord"] = "order", ["org"] = "organization", ["orig"] = "origin", ["pay"] = "payment", ["pct"] = "percent",
        ["perc"] = "percent", ["ph"] = "phone", ["pmt"] = "payment", ["pop"] = "population", ["pos"] = "position", ["ppos"] = "position", ["prc"] = "price", ["prec"] = "precipitation", ["precip"] = "precipitation", ["prev"] = "previous", ["prod"] = "product",
        ["prof"] = "profit", ["prop"] = "property", ["prov"] = "province", ["pub"] = "publisher", ["pwr"] = "power", ["qty"] = "quantity", ["qtr"] = "quarter", ["rec"] = "record", ["ref"] = "reference",
        ["reg"] = "region", ["rel"] = "release", ["res"] = "result", ["ret"] = "return", ["rev"] = "revenue", ["sal"] = "salary", ["sec"] = "second", ["sem"] = "semester", ["seq"] = "sequence", ["spec"] = "specialty",
        ["sqft"] = "square feet", ["st"] = "state", ["stat"] = "status", ["std"] = "standard", ["stn"] = "station", ["str"] = "street", ["stu"] = "student", ["subj"] = "subject", ["svc"] = "service", ["sz"] = "size",
        ["tel"] = "telephone", ["temp"] = "temperature", ["tkt"] = "ticket", ["tot"] = "total", ["trans"] = "transaction", ["trx"] = "transaction", ["txn"] = "transaction", ["typ"] = "type", ["univ"] = "university",
        ["usr"] = "user", ["val"] = "value", ["veh"] = "vehicle", ["vol"] = "volume", ["wgt"] = "weight", ["wt"] = "weight", ["yr"] = "year", ["zip"] = "postcode",
    };

    /// <returns>The long form (may be several words), or the word itself.</returns>
    public static string Expand(string word) => Long.GetValueOrDefault(word, word);

    public static bool IsKnown(string word) => Long.ContainsKey(word);
}
