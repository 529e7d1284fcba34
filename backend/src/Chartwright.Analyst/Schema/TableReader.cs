using Chartwright.Analyst.Text;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>Reads one table of a snapshot: its words, its columns, then their roles, its key and its label.</summary>
internal static class TableReader
{
    private static readonly HashSet<string> NameWords = new(["name", "title", "fullname", "label"], StringComparer.Ordinal);
    private static readonly HashSet<string> NeverLabels = new(
        ["address", "email", "phone", "password", "url", "link", "description", "comment", "zip", "postcode", "path", "image", "details", "login", "user", "code", "number", "date", "time", "gender", "sex", "state", "city", "country", "status", "type", "category"], StringComparer.Ordinal);

    public static SchemaTable Read(CatalogTable source, int ordinal)
    {
        var words = Tokenizer.SplitName(source.Name);
        var table = new SchemaTable(source, ordinal) { Words = words.Count == 0 ? [source.Name.ToLowerInvariant()] : words };
        var prefix = CommonPrefix(source);
        table.Columns = [.. source.Columns.Select((column, index) => ColumnClassifier.Read(table, column, index, prefix))];
        table.IsFact = table.Columns.Any(column => column.IsTemporal || ColumnClassifier.IsPeriodOfKey(column)) || source.ForeignKeys.Count > 1;
        return table;
    }

    /// <summary>Second step, when the keys between all tables are known.</summary>
    public static void Classify(SchemaTable table, JoinGraph joins)
    {
        foreach (var column in table.Columns)
        {
            column.Kind = ColumnClassifier.KindOf(column);
            if (column.Kind is ColumnKind.Measure or ColumnKind.Category && joins.EdgesFrom(table).Any(edge => edge.ChildColumns.Contains(column) && (ColumnClassifier.LooksLikeId(column) || edge.ParentColumns.All(ColumnClassifier.LooksLikeId))))
                column.Kind = ColumnKind.ForeignKey;
            column.Additivity = ColumnClassifier.AdditivityOf(column);
        }
        table.Key = FindKey(table);
        table.Label = FindLabel(table, joins);
        foreach (var column in table.Label)
        {
            if (column.Kind == ColumnKind.Category && table.Label.Count == 1 && column.Distinct * 2 > table.Source.RowCount) column.Kind = ColumnKind.Label;
        }
    }

    /// <summary>A first word that all columns share, as in <c>cust_name, cust_city</c>.</summary>
    private static string? CommonPrefix(CatalogTable table)
    {
        if (table.Columns.Count < 3) return null;
        var first = table.Columns.Select(column => Tokenizer.SplitName(column.Name)).Select(parts => parts.Count > 1 ? parts[0] : null).Distinct().ToList();
        return first.Count == 1 ? first[0] : null;
    }

    private static List<SchemaColumn> FindKey(SchemaTable table)
    {
        var declared = table.Source.PrimaryKey.Select(table.Find).OfType<SchemaColumn>().ToList();
        if (declared.Count > 1 || declared.Count == 1 && ColumnClassifier.IsUnique(declared[0])) return declared;
        var unique = table.Columns.FirstOrDefault(column => ColumnClassifier.LooksLikeId(column) && ColumnClassifier.IsUnique(column));
        return unique is null ? [] : [unique];
    }

    private static List<SchemaColumn> FindLabel(SchemaTable table, JoinGraph joins)
    {
        var texts = table.Columns.Where(column => column.IsText && !column.IsTextDate && column.Kind is not (ColumnKind.Flag or ColumnKind.FreeText) && column.Source.Profile.DistinctCount > 0).ToList();
        var tableStems = table.Words.Select(Stemmer.Stem).ToHashSet(StringComparer.Ordinal);
        var own = texts.Where(column => !column.Words.Any(NeverLabels.Contains) && !joins.EdgesFrom(table).Any(edge => edge.ChildColumns.Contains(column))).ToList();

        var named = own.Where(column => column.NameWords.Any(word => NameWords.Contains(word)) && !IsPersonPart(column)).ToList();
        var best = named.FirstOrDefault(column => column.NameWords.Count == 1)
            ?? named.FirstOrDefault(column => column.Words.Any(word => tableStems.Contains(Stemmer.Stem(word))));
        if (best is not null) return [best];

        var first = texts.FirstOrDefault(column => IsPersonPart(column) && column.Words.Any(word => word is "first" or "given"));
        var last = texts.FirstOrDefault(column => IsPersonPart(column) && column.Words.Any(word => word is "last" or "family" or "surname"));
        if (first is not null && last is not null && !table.IsFact | table.Key.Count > 0 && !ReferencesOthers(table, joins)) return [first, last];

        if (named.FirstOrDefault(column => column.Distinct * 2 > table.Source.RowCount) is { } mostly) return [mostly];

        var entity = own.FirstOrDefault(column => column.Words.Any(word => tableStems.Contains(Stemmer.Stem(word))) && column.Distinct * 2 > table.Source.RowCount)
            ?? own.FirstOrDefault(column => ColumnClassifier.IsUnique(column) && !ColumnClassifier.LooksLikeId(column))
            ?? own.FirstOrDefault(column => column.Ordinal <= 1 && column.Distinct > 0.8 * table.Source.RowCount && table.Source.RowCount > 2);
        return entity is null ? [] : [entity];
    }

    private static bool ReferencesOthers(SchemaTable table, JoinGraph joins) => joins.EdgesFrom(table).Any();

    private static bool IsPersonPart(SchemaColumn column) =>
        column.Words.Any(word => word is "first" or "last" or "middle" or "given" or "family" or "surname") && column.Words.Contains("name")
        || column.NameWords is ["firstname"] or ["lastname"] or ["surname"] or ["fname"] or ["lname"];
}
