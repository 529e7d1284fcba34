namespace Chartwright.DuckDb;

/// <summary>A place in a statement.</summary>
/// <param name="Offset">UTF-16 code units from the start.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
public sealed record SqlPosition(int Offset, int Line, int Column)
{
    /// <summary>Converts DuckDB's offset; null when it lies outside the text.</summary>
    /// <param name="inCodePoints">The parser counts code points; binder and catalog count UTF-8 bytes.</param>
    internal static SqlPosition? Find(string sql, int offset, bool inCodePoints)
    {
        var at = 0;
        foreach (var rune in sql.EnumerateRunes())
        {
            if (offset <= 0) break;
            offset -= inCodePoints ? 1 : rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }

        if (offset > 0) return null;
        var before = sql.AsSpan(0, at);
        return new(at, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
