using System.Globalization;
using System.Text.RegularExpressions;
using Chartwright.Analyst.Text;
using Chartwright.Core.Catalog;

namespace Chartwright.Analyst.Schema;

/// <summary>Judges type, kind and additivity of columns from names, keys and profiles.</summary>
internal static partial class ColumnClassifier
{
    /// <summary>Integers with at most this many values and no unit in their name are categories: cylinders, rooms, grades.</summary>
    private const int SmallIntegerValues = 25;

    public static SchemaColumn Read(SchemaTable table, CatalogColumn column, int ordinal, string? commonPrefix)
    {
        var parts = Tokenizer.SplitName(column.Name);
        if (commonPrefix is not null && parts.Count > 1 && parts[0] == commonPrefix) parts = [.. parts.Skip(1)];
        if (parts.Count == 0) parts = [column.Name.ToLowerInvariant()];
        if (parts is [{ Length: 1 } letter, "name"] && letter is "l" or "f" or "m") parts = [letter switch { "l" => "last", "f" => "first", _ => "middle" }, "name"];
        else if (parts.Count > 1 && parts[0].Length == 1) parts = [.. parts.Skip(1)]; // cName, pPos: the letter stands for the table
        var type = TypeOf(column.Type);
        var textDate = type == DataKind.Text && column.Profile.TopValues.Count > 0
            && column.Profile.TopValues.All(value => IsoDate().IsMatch(value.Value)) && column.Profile.Min is { } min && IsoDate().IsMatch(min);
        return new SchemaColumn(table, column, ordinal)
        {
            Type = type,
            IsTextDate = textDate,
            NameWords = parts,
            Words = [.. parts.SelectMany(part => Abbreviations.Expand(part).Split(' '))],
            Min = type == DataKind.Number ? Number(column.Profile.Min) : null,
            Max = type == DataKind.Number ? Number(column.Profile.Max) : null,
            Earliest = type is DataKind.Date or DataKind.Timestamp || textDate ? Date(column.Profile.Min) : null,
            Latest = type is DataKind.Date or DataKind.Timestamp || textDate ? Date(column.Profile.Max) : null,
        };
    }

    public static ColumnKind KindOf(SchemaColumn column)
    {
        var source = column.Source;
        var table = column.Table.Source;
        var rows = table.RowCount;
        if (table.ForeignKeys.Any(key => key.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase)) && (column.IsNumber || LooksLikeId(column))) return ColumnKind.ForeignKey;
        if (table.PrimaryKey.Contains(column.Name, StringComparer.OrdinalIgnoreCase) && (column.IsNumber || LooksLikeId(column)) && !IsPeriodOfKey(column)) return ColumnKind.Key;
        if (column.IsTemporal || column.Type == DataKind.Time) return ColumnKind.Time;
        if (column.Type == DataKind.Boolean || IsFlag(column)) return ColumnKind.Flag;
        if (column.IsNumber)
        {
            if (IsYear(column)) return ColumnKind.YearNumber;
            if (LooksLikeId(column)) return source.Distinct(rows) ? ColumnKind.Key : ColumnKind.ForeignKey;
            return IsInteger(source.Type) && column.Distinct is > 0 and <= SmallIntegerValues && rows > 2 * column.Distinct && column.Max - column.Min <= 100 && !ColumnWords.IsQuantity(column.Words)
                ? ColumnKind.SmallInteger
                : ColumnKind.Measure;
        }
        if (column.IsText && AverageLength(column) > 80) return ColumnKind.FreeText;
        return ColumnKind.Category;
    }

    public static Additivity AdditivityOf(SchemaColumn column)
    {
        if (ColumnWords.Judge(column.Words) is { } judged) return judged;
        if (column.Unit is "%") return Additivity.NonAdditive;
        return column.Table.IsFact ? Additivity.Additive : Additivity.NonAdditive;
    }

    private static bool Distinct(this CatalogColumn column, long rows) => rows > 0 && column.Profile.DistinctCount + column.Profile.NullCount >= rows;

    public static bool IsUnique(SchemaColumn column) => column.Source.Distinct(column.Table.Source.RowCount) && column.Source.Profile.NullCount == 0;

    /// <summary>Named like an identifier: <c>id</c>, <c>customer_id</c>, <c>order_key</c>, <c>invoice_number</c>, codes that are unique.</summary>
    internal static bool LooksLikeId(SchemaColumn column)
    {
        var last = column.NameWords[^1];
        if (last is "id" or "key" or "uuid" or "guid" or "pk" or "fk" or "ssn" or "isbn") return true;
        if (column.NameWords.Count == 1 && last.Length is > 2 and <= 8 && last.EndsWith("id", StringComparison.Ordinal) && last is not ("paid" or "bid" or "grid" or "android" or "aid" or "said" or "covid" or "acid" or "solid" or "hybrid" or "kid" or "avoid" or "valid" or "rapid"))
            return true;
        if (last is "number" or "no" or "nbr" or "num" or "code" or "aid" or "zip" or "phone" or "postcode" && column.IsNumber)
            return last is "zip" or "phone" or "postcode" || IsUnique(column);
        return false;
    }

    /// <summary>A year or quarter that with other columns makes the key: one row for each thing and period.</summary>
    internal static bool IsPeriodOfKey(SchemaColumn column) => column.Table.Source.PrimaryKey is { Count: > 1 } key && key.Contains(column.Name, StringComparer.OrdinalIgnoreCase)
        && column.IsNumber && (IsYear(column) || column.NameWords[^1] is "quarter" or "month" or "week" or "weekday" or "day" or "hour");

    private static bool IsYear(SchemaColumn column)
    {
        if (column.Min is not { } min || column.Max is not { } max) return false;
        var named = column.Words.Contains("year") || column.NameWords.Any(word => word is "yr" or "creation" or "founded" or "built");
        var inRange = min >= 1500 && max <= 2100 && min == Math.Floor(min) && max == Math.Floor(max);
        return inRange && (named && !column.Words.Contains("rank") || min >= 1900 && max - min <= 150 && column.Words.Any(word => word is "opened" or "established" or "released" or "season" or "since"));
    }

    private static bool IsFlag(SchemaColumn column)
    {
        if (column.Distinct > 2 || column.Distinct == 0) return false;
        var values = column.Source.Profile.TopValues.Select(value => value.Value.ToLowerInvariant()).ToList();
        if (values.Count == 0) return false;
        if (values.All(value => value is "y" or "n" or "yes" or "no" or "t" or "f" or "true" or "false") && values.Any(value => value is "y" or "yes" or "t" or "true" or "n" or "no"))
            return !column.Words.Any(word => word is "sex" or "gender");
        return column.NameWords[0] is "is" or "has" or "if" && values.All(value => value is "0" or "1");
    }

    private static double AverageLength(SchemaColumn column) =>
        column.Source.Profile.TopValues.Count == 0 ? 0 : column.Source.Profile.TopValues.Average(value => value.Value.Length);

    private static bool IsInteger(string type) => type.Contains("INT", StringComparison.OrdinalIgnoreCase);

    public static DataKind TypeOf(string type)
    {
        var name = type.ToUpperInvariant();
        if (name.EndsWith(']') || name.StartsWith("STRUCT", StringComparison.Ordinal) || name.StartsWith("MAP", StringComparison.Ordinal)) return DataKind.Other;
        if (name.Contains("INT", StringComparison.Ordinal) && name != "INTERVAL" || name.StartsWith("DECIMAL", StringComparison.Ordinal) || name is "DOUBLE" or "FLOAT" or "REAL") return DataKind.Number;
        if (name.StartsWith("TIMESTAMP", StringComparison.Ordinal) || name == "DATETIME") return DataKind.Timestamp;
        return name switch { "DATE" => DataKind.Date, "BOOLEAN" => DataKind.Boolean, "VARCHAR" or "TEXT" or "STRING" or "UUID" => DataKind.Text, _ when name.StartsWith("ENUM", StringComparison.Ordinal) => DataKind.Text, _ when name.StartsWith("TIME", StringComparison.Ordinal) => DataKind.Time, _ => DataKind.Other };
    }

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static DateTime? Date(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value) ? value : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?Z?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
