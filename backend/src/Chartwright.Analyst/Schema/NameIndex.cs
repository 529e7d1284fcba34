using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Schema;

/// <summary>How a phrase came to name a column or a table.</summary>
internal enum MatchKind { Exact, Compound, UserSynonym, Abbreviation, Partial, Synonym, Morphology, Fuzzy, Value }

internal sealed record ColumnMatch(SchemaColumn Column, double Score, MatchKind How);

internal sealed record TableMatch(SchemaTable Table, double Score, MatchKind How);

/// <summary>Names of tables and columns, under every form a question may use.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<ColumnMatch>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TableMatch>> _tables = new(StringComparer.Ordinal);

    /// <summary>Every key, for typo search and for deciding what a word of this schema is.</summary>
    public IReadOnlyCollection<string> Vocabulary { get; private set; } = [];

    /// <summary>Columns under a key: stems joined by spaces, or all of them run together.</summary>
    public IReadOnlyList<ColumnMatch> Columns(string key) => _columns.TryGetValue(key, out var list) ? list : [];

    public IReadOnlyList<TableMatch> Tables(string key) => _tables.TryGetValue(key, out var list) ? list : [];

    public static NameIndex Build(IReadOnlyList<SchemaTable> tables)
    {
        var index = new NameIndex();
        foreach (var table in tables)
        {
            index.AddTable(table);
            foreach (var column in table.Columns) index.AddColumn(column);
        }
        index.Vocabulary = [.. index._columns.Keys.Concat(index._tables.Keys).Where(key => key.Length >= 4).Distinct()];
        return index;
    }

    private void AddTable(SchemaTable table)
    {
        var stems = table.Words.Select(Stemmer.Stem).ToList();
        Put(table, stems, 1.0, MatchKind.Exact);
        var expanded = table.Words.SelectMany(word => Abbreviations.Expand(word).Split(' ')).Select(Stemmer.Stem).ToList();
        if (!expanded.SequenceEqual(stems)) Put(table, expanded, 0.9, MatchKind.Abbreviation);
        var plain = stems.Where(stem => !IsStorage(stem)).ToList();
        if (plain.Count > 0 && plain.Count < stems.Count) Put(table, plain, 0.92, MatchKind.Partial);
        if (stems.Count > 1 && !IsStorage(stems[^1])) Put(table, [stems[^1]], 0.8, MatchKind.Partial);
        if (stems.Count > 1) Put(table, [stems[0]], 0.66, MatchKind.Partial);
        if (table.Label is [var label]) Put(label, [.. stems, "name"], 0.97, MatchKind.Compound);
        if (table.Key is [var key]) Put(key, [.. stems, "id"], 0.97, MatchKind.Compound);
        foreach (var synonym in table.Source.Synonyms) Put(table, [.. Tokenizer.Split(synonym).Select(token => token.Stem)], 0.97, MatchKind.UserSynonym);
    }

    /// <summary>Words of a table's name that say how it is kept, not what: nobody asks for the "list" of model_list.</summary>
    private static bool IsStorage(string stem) => stem is "tbl" or "table" or "dim" or "fact" or "data" or "list" or "detail" or "detaile" or "info" or "record" or "master";

    private void AddColumn(SchemaColumn column)
    {
        var spelt = column.NameWords.Select(Stemmer.Stem).ToList();
        var stems = column.Words.Select(Stemmer.Stem).ToList();
        var table = column.Table.Words.Select(Stemmer.Stem).ToList();
        Put(column, spelt, 1.0, MatchKind.Exact);
        if (!stems.SequenceEqual(spelt)) Put(column, stems, 0.95, MatchKind.Abbreviation);
        var original = Tokenizer.SplitName(column.Name).Select(Stemmer.Stem).ToList();
        if (!original.SequenceEqual(spelt)) Put(column, original, 1.0, MatchKind.Exact);

        // without the table's own words: customers.customer_name is "name"
        var bare = stems.Where(stem => !table.Contains(stem)).ToList();
        if (bare.Count > 0 && bare.Count < stems.Count) Put(column, bare, 0.93, MatchKind.Partial);
        if (column is { IsText: true, Kind: ColumnKind.Category or ColumnKind.Label } && stems[^1] != "name") Put(column, [.. stems, "name"], 0.9, MatchKind.Compound); // "city name" where the column is "city"
        // without words that are no part of the thing: "total amount" is "amount", "is placebo" is "placebo", "sold on" is "sold"
        var core = bare.Where(stem => stem is not ("total" or "average" or "number" or "count" or "is" or "has" or "if" or "on" or "at" or "in" or "of" or "id" or "code" or "name" or "the" or "type" or "date" or "value")).ToList();
        if (core.Count > 0 && core.Count < bare.Count) Put(column, core, 0.62 + 0.3 * core.Count / stems.Count, MatchKind.Partial);

        if (column is { IsText: true, Kind: ColumnKind.Category } && stems.Count > 1 && stems.SequenceEqual(table)) Put(column, [stems[^1]], 0.8, MatchKind.Partial); // "each type" of the table allergy_type

        // any run of its words
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0; from < stems.Count; from++)
        {
            for (var to = from + 1; to <= stems.Count; to++)
            {
                if (to - from == stems.Count) continue;
                var part = stems.GetRange(from, to - from);
                if (part.All(IsWeak) || part.All(table.Contains) && !column.IsIdentifier || !seen.Add(string.Join(' ', part))) continue;
                Put(column, part, 0.55 + 0.35 * part.Count / stems.Count - (part.Count == 1 && part[0].Length < 3 ? 0.1 : 0), MatchKind.Partial);
            }
        }
        foreach (var synonym in column.Source.Synonyms) Put(column, [.. Tokenizer.Split(synonym).Select(token => token.Stem)], 0.97, MatchKind.UserSynonym);
    }

    /// <summary>Words too common in names to name a column alone.</summary>
    private static bool IsWeak(string stem) => stem is "of" or "in" or "the" or "id" or "on" or "at" or "is" or "has" or "and" or "to" or "by" or "per" or "for" or "other" or "new" or "no" or "number" or "count" or "total" or "average" or "code" or "value" or "the" or "if" or "first" or "last" or "day" || stem.Length == 1 || char.IsDigit(stem[0]);

    private void Put(SchemaColumn column, List<string> stems, double score, MatchKind how)
    {
        if (stems.Count == 0) return;
        Put(_columns, string.Join(' ', stems), new(column, score, how), m => m.Column, m => m.Score);
        if (stems.Count > 1) Put(_columns, string.Concat(stems), new(column, score - 0.03, how), m => m.Column, m => m.Score);
    }

    private void Put(SchemaTable table, List<string> stems, double score, MatchKind how)
    {
        if (stems.Count == 0) return;
        Put(_tables, string.Join(' ', stems), new(table, score, how), m => m.Table, m => m.Score);
        if (stems.Count > 1) Put(_tables, string.Concat(stems), new(table, score - 0.03, how), m => m.Table, m => m.Score);
    }

    private static void Put<TMatch, TTarget>(Dictionary<string, List<TMatch>> map, string key, TMatch match, Func<TMatch, TTarget> target, Func<TMatch, double> score) where TTarget : class
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        var old = list.FindIndex(other => ReferenceEquals(target(other), target(match)));
        if (old < 0) list.Add(match);
        else if (score(list[old]) < score(match)) list[old] = match;
    }
}
