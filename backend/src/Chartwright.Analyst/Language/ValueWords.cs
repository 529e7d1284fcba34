namespace Chartwright.Analyst.Language;

/// <summary>Words that stand for stored values spelt otherwise: demonyms, country codes, sexes, yes and no.</summary>
internal static class ValueWords
{
    private static readonly Dictionary<string, string[]> Map = Build();

    /// <summary>Values, lower case, that a word (stem) may stand for.</summary>
    public static IReadOnlyList<string> Of(string stem) => Map.TryGetValue(stem, out var values) ? values : [];

    private static Dictionary<string, string[]> Build()
    {
        var map = new Dictionary<string, string[]>(StringComparer.Ordinal);
        const string Demonyms = """
            japanese=japan|jpn|jp;european=europe|eu;american=usa|us|united states|america|united states of america;german=germany|deu|de;french=france|fra|fr;italian=italy|ita|it;spanish=spain|esp|es;
            british=uk|united kingdom|great britain|england|gbr|gb;english=england|uk|united kingdom;chinese=china|chn|cn;indian=india|ind;canadian=canada|can|ca;mexican=mexico|mex;brazilian=brazil|bra|br;
            russian=russia|russian federation|rus;australian=australia|aus|au;dutch=netherlands|holland|nld|nl;swedish=sweden|swe|se;norwegian=norway|nor|no;danish=denmark|dnk|dk;finnish=finland|fin|fi;
            polish=poland|pol|pl;portuguese=portugal|prt|pt;greek=greece|grc|gr;turkish=turkey|tur|tr;swiss=switzerland|che|ch;austrian=austria|aut|at;belgian=belgium|bel|be;irish=ireland|irl|ie;scottish=scotland;welsh=wales;
            korean=south korea|korea|kor|kr;vietnamese=vietnam;thai=thailand;indonesian=indonesia;malaysian=malaysia;filipino=philippines;pakistani=pakistan;egyptian=egypt;nigerian=nigeria;kenyan=kenya;ethiopian=ethiopia;
            african=africa;asian=asia;argentinian=argentina;argentine=argentina;chilean=chile;colombian=colombia;peruvian=peru;cuban=cuba;czech=czech republic|czechia;hungarian=hungary;romanian=romania;bulgarian=bulgaria;
            croatian=croatia;serbian=serbia;ukrainian=ukraine;israeli=israel;iranian=iran;iraqi=iraq;saudi=saudi arabia;moroccan=morocco;algerian=algeria;tunisian=tunisia;icelandic=iceland;slovak=slovakia;slovenian=slovenia;
            albanian=albania;jamaican=jamaica;zealander=new zealand;taiwanese=taiwan;singaporean=singapore;bangladeshi=bangladesh;ghanaian=ghana;estonian=estonia;latvian=latvia;lithuanian=lithuania;
            usa=united states|us|united states of america|america;us=usa|united states|united states of america|america;america=usa|us|united states;uk=united kingdom|great britain|england;britain=united kingdom|great britain|uk;uae=united arab emirates;
            male=m|male|man|men|boy;female=f|female|woman|women|girl;man=m|male|men;woman=f|female|women;boy=m|male;girl=f|female;
            yes=y|yes|true|t|1;no=n|no|false|f|0;true=t|true|yes|y|1;false=f|false|no|n|0;
            goalie=goalkeeper;keeper=goalkeeper;striker=forward;married=m|married;cancelled=canceled|cancelled;canceled=cancelled|canceled
            """;
        foreach (var entry in Demonyms.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('=');
            map[parts[0]] = parts[1].Split('|');
            if (!map.ContainsKey(parts[0] + "s")) map[parts[0] + "s"] = map[parts[0]];
        }
        return map;
    }
}
