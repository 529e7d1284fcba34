using Chartwright.Analyst.Schema;
using Chartwright.Analyst.Text;

namespace Chartwright.Analyst.Language;

/// <summary>Links runs of tokens to columns, tables and values. Every link is a candidate; nothing is decided here.</summary>
internal sealed class Linker(SchemaIndex schema, IReadOnlyList<Token> tokens)
{
    private const int LongestName = 5;
    private const int LongestValue = 6;

    /// <summary>Words that name a column or table this well are no part of a value.</summary>
    private const double CertainName = 0.9;

    /// <summary>A category column of its own that is named this nearly as well takes a name from a table.</summary>
    private const double NamedByItsKind = 0.15;

    private readonly RootIndex _roots = RootIndex.For(schema.Names);

    public List<Span> Link(IReadOnlyList<Span> grammar)
    {
        var spans = new List<Span>();
        for (var from = 0; from < tokens.Count; from++)
        {
            for (var to = from + 1; to <= Math.Min(tokens.Count, from + LongestValue); to++)
            {
                if (tokens[to - 1].IsMark) { if (!JoinsWords(to - 1)) break; continue; }
                if (tokens[from].IsMark) break;
                var named = to - from <= LongestName ? LinkNames(spans, from, to) : 0;
                LinkValues(spans, from, to, isName: named >= CertainName);
            }
        }
        LinkTypos(spans, grammar);
        LinkWho(spans);
        return spans;
    }

    /// <summary>Marks inside a name: "sub-categories", "and/or".</summary>
    private bool JoinsWords(int i) => tokens[i].Norm is "-" or "/" or "." or "&" && i > 0 && i + 1 < tokens.Count;

    private string Key(int from, int to) => string.Join(' ', Inside(from, to).Select(token => token.Stem));

    private IEnumerable<Token> Inside(int from, int to)
    {
        for (var i = from; i < to; i++) if (!tokens[i].IsMark) yield return tokens[i];
    }

    /// <returns>The best score of a column or table, 0 for none.</returns>
    private double LinkNames(List<Span> spans, int from, int to)
    {
        var (key, solid) = (Key(from, to), string.Concat(Inside(from, to).Select(token => token.Stem.Replace(".", "", StringComparison.Ordinal))));
        var columns = new Dictionary<SchemaColumn, ColumnMatch>();
        var tables = new Dictionary<SchemaTable, TableMatch>();
        void AddColumns(IEnumerable<ColumnMatch> matches, double factor, MatchKind? how)
        {
            foreach (var match in matches)
            {
                var score = match.Score * factor;
                if (score < 0.4 || columns.TryGetValue(match.Column, out var old) && old.Score >= score) continue;
                columns[match.Column] = new(match.Column, score, how ?? match.How);
            }
        }
        void AddTables(IEnumerable<TableMatch> matches, double factor, MatchKind? how)
        {
            foreach (var match in matches)
            {
                var score = match.Score * factor;
                if (score < 0.4 || tables.TryGetValue(match.Table, out var old) && old.Score >= score) continue;
                tables[match.Table] = new(match.Table, score, how ?? match.How);
            }
        }

        var edge = FunctionWords.IsEdge(tokens[from].Norm) || FunctionWords.IsEdge(tokens[to - 1].Norm);
        var whole = schema.Names.Columns(key).Where(match => !edge || match.Score >= 1.0 && to - from > 1 || to - from == 1 && match.How == MatchKind.Exact && tokens[from].Norm.Length > 3);
        AddColumns(whole, 1, null);
        if (!edge)
        {
            if (solid != key) AddColumns(schema.Names.Columns(solid), 0.98, null);
            if (solid != key) AddTables(schema.Names.Tables(solid), 0.98, null);
            AddTables(schema.Names.Tables(key), 1, null);
            if (to - from <= 3)
            {
                foreach (var synonym in Synonyms.Of(key))
                {
                    AddColumns(schema.Names.Columns(synonym), 0.8, MatchKind.Synonym);
                    AddTables(schema.Names.Tables(synonym), 0.8, MatchKind.Synonym);
                }
            }
            if (to - from == 1 && tokens[from].Norm.Length >= 4 && !FunctionWords.Contains(tokens[from].Norm))
            {
                foreach (var name in _roots.Find(Stemmer.Root(tokens[from].Norm)))
                {
                    if (name == key) continue;
                    AddColumns(schema.Names.Columns(name), 0.8, MatchKind.Morphology);
                    AddTables(schema.Names.Tables(name), 0.8, MatchKind.Morphology);
                }
            }
            for (var split = from + 1; split < to; split++) AddColumns(Qualified(from, split, to), 1, MatchKind.Compound);
            AddColumns(Reversed(from, to), 1, MatchKind.Compound);
        }
        if (tables.Count > 0 && tables.Values.Max(match => match.Score) >= CertainName) // "customers" are the table, not its identifier
            foreach (var vague in columns.Values.Where(match => match.Column.IsIdentifier && match.How is MatchKind.Partial or MatchKind.Morphology or MatchKind.Synonym).ToList()) columns.Remove(vague.Column);
        foreach (var (table, match) in tables.ToList()) // "allergy types" of a table that keeps allergies with their type: the kinds, not the rows
            if (columns.Values.Any(named => named.Column.Table == table && named.Column.Kind == ColumnKind.Category && named.How == match.How && named.Score >= match.Score - NamedByItsKind && !table.Label.Contains(named.Column) && !table.Key.Contains(named.Column))) tables[table] = match with { Score = match.Score - 2 * NamedByItsKind };
        if (columns.Count > 0) Emit(spans, from, to, SpanKind.Column, [.. columns.Values.OrderByDescending(m => m.Score).ThenBy(m => m.Column.Table.Ordinal).ThenBy(m => m.Column.Ordinal).Take(8)], columns.Values.Max(m => m.Score));
        if (tables.Count > 0) Emit(spans, from, to, SpanKind.Table, [.. tables.Values.OrderByDescending(m => m.Score).ThenBy(m => m.Table.Ordinal).Take(4)], tables.Values.Max(m => m.Score));
        return columns.Values.Select(match => match.Score).Concat(tables.Values.Select(match => match.Score)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Table words followed by words of one of its columns: "customer segment".</summary>
    private IEnumerable<ColumnMatch> Qualified(int from, int split, int to)
    {
        if (tokens[split - 1].IsMark || tokens[split].IsMark) yield break;
        var owners = schema.Names.Tables(Key(from, split)).Where(match => match.Score >= 0.6).ToDictionary(match => match.Table, match => match.Score);
        if (owners.Count == 0) yield break;
        foreach (var match in Named(Key(split, to)))
        {
            if (match.Score >= 0.75 && owners.TryGetValue(match.Column.Table, out var owner)) yield return new(match.Column, match.Score * 0.6 + owner * 0.4 + 0.08, MatchKind.Compound);
        }
    }

    /// <summary>"type of pet" for pet type, "color of the printers" for a printer's colour.</summary>
    private IEnumerable<ColumnMatch> Reversed(int from, int to)
    {
        for (var of = from + 1; of < to - 1; of++)
        {
            if (tokens[of].Norm is not ("of" or "for")) continue;
            var isEach = tokens[of + 1].Norm is "each" or "every";
            var start = isEach || tokens[of + 1].Norm is "the" or "a" or "an" or "all" ? of + 2 : of + 1;
            if (start >= to || FunctionWords.IsEdge(tokens[start].Norm)) yield break;
            var (what, owner) = (Key(from, of), Key(start, to));
            if (isEach && what is not "name") yield break; // "the budget of each department" groups
            if (tokens[of].Norm == "of")
                foreach (var match in schema.Names.Columns($"{owner} {what}")) if (match.Score >= 0.9 && !match.Column.IsIdentifier) yield return match with { Score = 1.0 };
            foreach (var table in schema.Names.Tables(owner).Where(match => match.Score >= 0.75))
            {
                foreach (var match in Named(what)) if (match.Column.Table == table.Table && !match.Column.IsIdentifier) yield return new(match.Column, 0.6 * match.Score + 0.4 * table.Score, MatchKind.Compound);
                if (what is "name" && table.Table.Label is [var label]) yield return new(label, 0.95 * table.Score, MatchKind.Compound);
            }
            yield break;
        }
    }

    /// <summary>Columns a phrase names by itself or by a synonym.</summary>
    private IEnumerable<ColumnMatch> Named(string key) => schema.Names.Columns(key).Where(match => match.Score >= 0.75)
        .Concat(Synonyms.Of(key).SelectMany(synonym => schema.Names.Columns(synonym).Where(match => match.Score >= 0.95).Select(match => match with { Score = match.Score * 0.85 })));

    private void LinkValues(List<Span> spans, int from, int to, bool isName)
    {
        var first = tokens[from];
        var quoted = first.IsQuoted;
        if (quoted && to - from > 1) return;
        var key = quoted ? ValueIndex.Key(ValueIndex.Words(first.Raw)) : Key(from, to);
        var matches = new Dictionary<ValueRef, ValueMatch>();
        void Add(IEnumerable<ValueRef> values, double score, MatchKind how)
        {
            foreach (var value in values)
                if (!matches.TryGetValue(value, out var old) || old.Score < score) matches[value] = new(value, score, how);
        }

        if (quoted)
        {
            Add(schema.Values.Find(key), 1.1, MatchKind.Value);
            if (matches.Count == 0) foreach (var typo in schema.Values.FindTypos(key)) Add(schema.Values.Find(typo.Key), 0.9 - 0.1 * typo.Distance, MatchKind.Fuzzy);
        }
        else if (MayBeValue(from, to))
        {
            Add(schema.Values.Find(key), 0.98, MatchKind.Value);
            if (matches.Count == 0 && to - from > 1 && !isName && schema.Values.FindByWords([.. Inside(from, to).Select(token => token.Stem)]) is { Count: > 0 } longer && longer.All(value => value.Value == longer[0].Value)) Add(longer, 0.8, MatchKind.Partial);
            if (to - from == 1 && !isName)
            {
                foreach (var other in ValueWords.Of(first.Norm).Concat(ValueWords.Of(first.Stem)).Distinct())
                    Add(schema.Values.Find(ValueIndex.Key(ValueIndex.Words(other))).Where(value => other.Length > 1 || value.Column.Distinct <= 5), 0.86, MatchKind.Morphology);
                if (first.Norm.Length >= 4 && !FunctionWords.Contains(first.Norm))
                {
                    Add(schema.Values.FindByWord(first.Stem).Where(value => value.Column.Distinct <= 2000), 0.5, MatchKind.Partial);
                    if (matches.Count == 0) Add(RootIndex.Values(schema, Stemmer.Root(first.Norm)), 0.72, MatchKind.Morphology);
                }
            }
        }
        if (matches.Count == 0) return;
        var kept = matches.Values.OrderByDescending(match => match.Score).ThenByDescending(match => match.Value.Rows).ThenBy(match => match.Value.Column.Table.Ordinal).Take(12).ToList();
        Emit(spans, from, to, SpanKind.Value, kept, kept[0].Score);
    }

    /// <summary>Function words, lone letters and numbers name a value only when they are written like one.</summary>
    private bool MayBeValue(int from, int to)
    {
        if (to - from > 1) return !FunctionWords.IsEdge(tokens[from].Norm) || tokens[from].IsCapital;
        var token = tokens[from];
        if (token.IsNumber) return false;
        if (token.Norm.Length == 1) return token.IsCapital && token.Norm is not ("a" or "i" or "x" or "y");
        if (FunctionWords.Contains(token.Norm) || Lexicon.Find(token.Norm) is { Score: > 0.7 }) return token.IsCapital && token.Raw.Length > 1 && (token.Raw.All(char.IsUpper) || !FunctionWords.IsEdge(token.Norm));
        return true;
    }

    /// <summary>"who" at the head of a question that names no people is the people there are.</summary>
    private void LinkWho(List<Span> spans)
    {
        if (tokens.Count < 2 || tokens[0].Norm != "who") return;
        var people = schema.Tables.Where(table => !table.IsEmpty && PeopleWords.Name(table)).ToList();
        var isNamed = spans.Any(span => span.Score >= 0.6 && (span.Kind == SpanKind.Table && span.Tables.Any(match => people.Contains(match.Table)) || span.Kind == SpanKind.Column && span.Columns.Any(match => people.Contains(match.Column.Table))));
        if (people.Count > 0 && !isNamed) Emit<TableMatch>(spans, 0, 1, SpanKind.Table, [.. people.Select(table => new TableMatch(table, 0.6, MatchKind.Synonym)).Take(4)], 0.6);
    }

    private void LinkTypos(List<Span> spans, IReadOnlyList<Span> grammar)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsMark || token.IsNumber || token.IsQuoted || token.Norm.Length < 4 || FunctionWords.Contains(token.Norm)) continue;
            if (spans.Any(span => span.From <= i && i < span.To && span.Score >= 0.5) || grammar.Any(span => span.From <= i && i < span.To)) continue;
            Fuzzy(spans, i, token);
        }
    }

    private void Fuzzy(List<Span> spans, int i, Token token)
    {
        var names = schema.Names.Vocabulary.Select(key => (Key: key, Distance: EditDistance.AsTypo(token.Stem, key))).Where(pair => pair.Distance is not null).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(4).ToList();
        foreach (var (key, distance) in names)
        {
            var score = 0.85 - 0.12 * distance!.Value;
            var columns = schema.Names.Columns(key).Select(match => new ColumnMatch(match.Column, match.Score * score, MatchKind.Fuzzy)).ToList();
            if (columns.Count > 0) Emit(spans, i, i + 1, SpanKind.Column, columns, columns.Max(match => match.Score));
            var tables = schema.Names.Tables(key).Select(match => new TableMatch(match.Table, match.Score * score, MatchKind.Fuzzy)).ToList();
            if (tables.Count > 0) Emit(spans, i, i + 1, SpanKind.Table, tables, tables.Max(match => match.Score));
        }
        var words = Lexicon.TypoTargets.Select(word => (Word: word, Distance: EditDistance.AsTypo(token.Norm, word))).Where(pair => pair.Distance is not null).OrderBy(pair => pair.Distance).Take(1);
        foreach (var (word, distance) in words)
        {
            var entry = Lexicon.Find(word)!;
            spans.Add(new(i, i + 1, entry.Kind, entry.Payload, entry.Score * (0.85 - 0.12 * distance!.Value)));
        }
        foreach (var (key, distance) in schema.Values.FindTypos(token.Stem).Take(3))
        {
            if (key.Contains(' ', StringComparison.Ordinal)) continue;
            var values = schema.Values.Find(key).Select(value => new ValueMatch(value, 0.8 - 0.15 * distance, MatchKind.Fuzzy)).ToList();
            Emit(spans, i, i + 1, SpanKind.Value, values, values[0].Score);
        }
        if (token.Norm.Length >= 8 && names.Count == 0) SplitWord(spans, i, token.Norm);
    }

    /// <summary>Two names run together: "piechart", "storename" is found by its solid key, but "avgprice" needs both halves.</summary>
    private void SplitWord(List<Span> spans, int i, string word)
    {
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            if (Lexicon.Find(word[..cut]) is not { Kind: SpanKind.Aggregate }) continue;
            var columns = schema.Names.Columns(Stemmer.Stem(word[cut..]));
            if (columns.Count > 0) Emit(spans, i, i + 1, SpanKind.Column, [.. columns], 0.7);
        }
    }

    private static void Emit<T>(List<Span> spans, int from, int to, SpanKind kind, IReadOnlyList<T> payload, double score) =>
        spans.Add(new(from, to, kind, payload, score));
}
