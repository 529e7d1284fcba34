namespace Chartwright.Query.Ingestion;

/// <summary>Expressions over the text of a cell.</summary>
internal static class CellText
{
    // how programs write "no value" in a column of numbers or dates; in a column of words they are words. A list, as DuckDB makes a
    // join of some megabytes of an IN with as many values, one for every column.
    private const string Absent = @"['', 'na', 'n/a', 'n.a.', '#n/a', 'nan', 'null', 'none', '-', '--', '.', '?', '\n']"; // in small letters

    /// <summary>The text as it is compared with types.</summary>
    public static string Trimmed(string value) => $"trim({value})";

    /// <summary>Whether the text says that there is no value; NULL for NULL.</summary>
    public static string IsAbsent(string value) => $"list_contains({Absent}, lower({Trimmed(value)}))";

    /// <summary>An expression over the text, NULL where it says that there is no value.</summary>
    public static string Typed(string value, string expression) => $"CASE WHEN NOT {IsAbsent(value)} THEN {expression} END";
}
