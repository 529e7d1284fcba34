namespace Chartwright.SparkConnect.Sql;

internal enum SparkTokenKind
{
    /// <summary>Keyword, bare name or number.</summary>
    Word,
    QuotedName,
    Text,
    Punctuation,
}

/// <param name="Value">A word or name as Spark compares it, in upper case; a text with its quotes; one character of punctuation.</param>
/// <param name="Start">UTF-16 code units from the start of the statement.</param>
internal readonly record struct SparkToken(SparkTokenKind Kind, string Value, int Start)
{
    public bool Is(char punctuation) => Kind is SparkTokenKind.Punctuation && Value[0] == punctuation;
}
