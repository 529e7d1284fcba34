using System.Globalization;
using Chartwright.Core.Catalog;

namespace Chartwright.Query.Catalog;

/// <summary>Says what a column is for, by key, type, name and values, in this order of trust.</summary>
internal static class ColumnRoles
{
    private const int LongText = 60; // average characters; nobody puts such a value under a bar
    private const int FewValues = 50;
    private static readonly string[] FlagValues = ["y", "n", "yes", "no", "t", "f", "true", "false", "0", "1"];
    private static readonly string[] NamingWords = ["name", "title", "label"];
    private static readonly string[] NumberingWords = ["id", "key", "uuid", "guid", "sku", "isbn", "iban", "ssn"];
    private static readonly HashSet<string> WordsInId =
    [
        "acrid", "android", "asteroid", "avoid", "candid", "centroid", "covid", "ellipsoid", "fluid", "grid", "humid", "hybrid", "lipid", "liquid", "madrid", "opioid",
        "orchid", "plaid", "prepaid", "pyramid", "rapid", "rigid", "solid", "squid", "steroid", "thyroid", "timid", "unpaid", "valid", "vivid", "void",
    ];

    private static readonly string[] CodingWords = ["zip", "zipcode", "postcode", "postal", "phone", "fax", "code"];

    /// <param name="isKey">The column alone is the primary key, or it is part of a foreign key.</param>
    public static ColumnRole Judge(ProfiledColumn column, long rowCount, bool isKey)
    {
        var words = NameWords.Split(column.Name);
        if (TypeKinds.IsFlag(column.Type)) return ColumnRole.Flag;
        if (TypeKinds.IsTime(column.Type) || IsYear(column, words)) return ColumnRole.Time;
        if (TypeKinds.IsText(column.Type)) return JudgeText(column, rowCount, words, isKey);
        if (column.Type == "UUID" || isKey) return ColumnRole.Key;
        if (!TypeKinds.IsNumber(column.Type)) return ColumnRole.Unknown;
        if (IsNumbering(column, rowCount, words)) return ColumnRole.Key;
        if (IsZeroOrOne(column)) return ColumnRole.Flag;
        return words.Any(CodingWords.Contains) ? ColumnRole.Category : ColumnRole.Measure;
    }

    /// <summary>Whether the name alone says that the values only tell rows apart.</summary>
    public static bool IsIdName(string name) => NameWords.Split(name) is [.., var last] && (NumberingWords.Contains(last) || IsGluedId(last));

    /// <summary>Whether the name says whose numbers it holds, not just that it holds some: <c>customer_id</c>, <c>paperid</c>, not <c>id</c>.</summary>
    public static bool IsIdOfSomething(string name) => IsIdName(name) && (NameWords.Split(name).Count > 1 || !NumberingWords.Contains(name.ToLowerInvariant()));

    private static bool IsGluedId(string word) => word.Length > 4 && word.EndsWith("id", StringComparison.Ordinal) && !WordsInId.Contains(word);

    private static ColumnRole JudgeText(ProfiledColumn column, long rowCount, IReadOnlyList<string> words, bool isKey)
    {
        var values = column.ValueCount(rowCount);
        var distinct = column.Profile.DistinctCount;
        if (column.AverageLength > LongText) return ColumnRole.Text;
        if (IsIdName(column.Name)) return ColumnRole.Key;
        if (distinct is 1 or 2 && column.Profile.TopValues.All(top => FlagValues.Contains(top.Value.ToLowerInvariant()))) return ColumnRole.Flag;
        var isUnique = values > 1 && distinct == values;
        if (isUnique && isKey) return ColumnRole.Label;
        if (words.Any(NamingWords.Contains) && distinct > values / 2) return ColumnRole.Label;
        if (isUnique && values > FewValues) return ColumnRole.Label;
        return distinct <= FewValues || distinct <= values / 10 ? ColumnRole.Category : ColumnRole.Label;
    }

    private static bool IsYear(ProfiledColumn column, IReadOnlyList<string> words) =>
        TypeKinds.IsNumber(column.Type) && words.Any(word => word is "year" or "yr")
        && TryNumber(column.Profile.Min, out var min) && TryNumber(column.Profile.Max, out var max) && min >= 1000 && max <= 2500;

    private static bool IsNumbering(ProfiledColumn column, long rowCount, IReadOnlyList<string> words) =>
        TypeKinds.IsInteger(column.Type)
        && (NumberingWords.Contains(words[^1]) || IsGluedId(words[^1]) || words is [.., _, "number" or "no" or "num" or "nr"] && column.Profile.Min is "0" or "1" && rowCount > 0);

    private static bool IsZeroOrOne(ProfiledColumn column) =>
        TypeKinds.IsInteger(column.Type) && column.Profile is { Min: "0", Max: "1", DistinctCount: 2 };

    private static bool TryNumber(string? text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
