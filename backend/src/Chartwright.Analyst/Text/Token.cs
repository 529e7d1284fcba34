namespace Chartwright.Analyst.Text;

/// <summary>What the spelling of a token says about it.</summary>
[Flags]
internal enum TokenFlags
{
    None = 0,

    /// <summary>Starts with a digit (or a sign or currency before one).</summary>
    Number = 1,

    /// <summary>Stood in quotation marks; <see cref="Token.Raw"/> is the text between them.</summary>
    Quoted = 2,

    /// <summary>Capitalised, and not the first word of a sentence.</summary>
    Capital = 4,

    /// <summary>Comma, semicolon, brackets: separates, means nothing by itself.</summary>
    Break = 8,

    /// <summary>Ends a sentence.</summary>
    Stop = 16,
}

/// <summary>One word, number, quoted text or mark of the question.</summary>
/// <param name="Norm">Lower case, without accents and possessive endings.</param>
/// <param name="Stem">Singular form for comparing, see <see cref="Stemmer"/>.</param>
internal sealed record Token(int Index, string Raw, string Norm, string Stem, TokenFlags Flags)
{
    public bool IsMark => (Flags & (TokenFlags.Break | TokenFlags.Stop)) != 0;
    public bool IsNumber => (Flags & TokenFlags.Number) != 0;
    public bool IsQuoted => (Flags & TokenFlags.Quoted) != 0;
    public bool IsCapital => (Flags & TokenFlags.Capital) != 0;
}
