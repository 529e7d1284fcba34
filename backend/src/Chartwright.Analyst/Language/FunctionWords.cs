namespace Chartwright.Analyst.Language;

/// <summary>Words that carry no claim about the data: leaving them unread loses nothing.</summary>
internal static class FunctionWords
{
    private static readonly HashSet<string> Words = new(
        ("a an the of in on at to for from with as is are was were be been being do does did have has had having i me my we our us you your it its they their them he she his her this that these those there here " +
         "what which who whom whose where when why how can could would should will shall may might must please show shows showing display displays displaying plot plots plotting draw draws drawing visualize visualise visualizing visualization visualizations visualisation " +
         "give gives create creates make generate build produce present presenting return find get list lists see view tell need want wants like look looking let lets provide using use used via into onto then than so if also just only too very about " +
         "chart charts graph graphs diagram plotted figure picture image result results data dataset record records row rows information info detail details entry entries value values and or but not no yes " +
         "some many much more most less such same other another both either any all per each every s t re ve ll d don doesn isn aren wasn weren hasn haven " +
         "know understand help report summarize summary describe explain calculate compute determine identify analyze analysis illustrate depict depicting represent representing shown displayed exist exists existing available corresponding relevant related " +
         "was did while during within between among through over up down out off again further once now currently current ever still already always given based including include includes included contain contains containing consisting " +
         "made make makes making sold selling bought buy located live lives living lived born based happened occurred occur published offered offer provided serve serves serving served affected affect participated participate participating enrolled taught teach teaches taken take takes taking " +
         "come comes coming came go goes going went called named belong belongs belonging hold holds held hosted own owns owned work works working worked play plays played placed issued registered recorded reported listed received receive " +
         "x y z axis horizontal vertical label labels titled title side hello hi hey thanks thank ok okay regarding concerning respectively whether order compare comparison different type show me kind kinds sort sorts terms way ways together overall general across along around above below " +
         "grouped group groups grouping name's number's done getting got put set well good what's who's where's let's i'm i'd you're it's there's that's how's one ones thing things something anything everything amongst " +
         "worth member members person persons correspond corresponds complete full types reading readings times centered centred operate operates operated attr attribute attributes field fields column columns point points alphabetical alphabetically alphabetic " +
         "kindly dashboard dashboards insight insights slide slides deck presentation board meeting boss colleague colleagues team's curious interested wonder wondering question answer answers try trying maybe perhaps possible possibly possibly actually really basically exactly roughly approximately approx around " +
         "break down look-up lookup pull fetch query sql report reports reported table tables view views grid page screen picture pictures story idea ideas sense feel glance quick brief briefly rough clear clearly nicely clean neat " +
         "instead replace remove add change switch keep drop hide filter filters same again too about varies vary " +
         "plotting trend trends using according number numbers level levels total represent colour color colored coloured colors encode encoded shade split broken break breakdown bin bins binned bucket buckets stack stacked visual visually simple quick quickly nice basic interactive " +
         "earned earn gained gain scored score spent spend used use rank ranked ranks achieved reached reach produced released release having been got by fpr forwhat ordered orderd most least per doing came located lie lies situated found").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word) || word.Length == 1 && !char.IsDigit(word[0]);

    /// <summary>Words no phrase that names data begins or ends with.</summary>
    public static bool IsEdge(string word) => word is "a" or "an" or "the" or "of" or "in" or "on" or "at" or "to" or "for" or "from" or "with" or "as" or "is" or "are" or "was" or "were" or "by" or "and" or "or"
        or "me" or "my" or "we" or "i" or "do" or "does" or "did" or "has" or "have" or "had" or "that" or "this" or "what" or "which" or "who" or "how" or "be" or "it" or "each" or "per" or "every" or "can" or "you" or "their" or "its" or "all" or "these" or "there" or "not" or "than" or "us" or "please" or "show" or "if";
}
