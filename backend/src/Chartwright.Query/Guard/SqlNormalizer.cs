using System.Text;

namespace Chartwright.Query.Guard;

/// <summary>Brings texts that differ only in spacing, comments and the closing semicolon to one form. What stands in quotes is untouched.</summary>
/// <remarks>Source: the lexical rules DuckDB has from PostgreSQL: '' and "" double their quote, E'' escapes with a backslash, block comments nest, $tag$ quotes.</remarks>
internal ref struct SqlNormalizer
{
    private readonly ReadOnlySpan<char> _sql;
    private readonly StringBuilder _text;
    private int _at;
    private bool _gap;

    private SqlNormalizer(ReadOnlySpan<char> sql)
    {
        _sql = sql;
        _text = new(sql.Length);
    }

    /// <returns>The normal form; the trimmed text itself when a quote or comment is left open.</returns>
    public static string Normalize(string sql) => new SqlNormalizer(sql).Run() ?? sql.Trim();

    private string? Run()
    {
        while (_at < _sql.Length)
        {
            var rest = _sql[_at..];
            if (char.IsWhiteSpace(rest[0])) Skip(1);
            else if (rest.StartsWith("--")) Skip(rest.IndexOfAny('\r', '\n') is >= 0 and var end ? end : rest.Length);
            else if (rest.StartsWith("/*"))
            {
                if (!SkipComment()) return null;
            }
            else if (rest[0] is '\'' or '"')
            {
                var escapes = rest[0] == '\'' && _at > 0 && _sql[_at - 1] is 'e' or 'E' && (_at == 1 || !IsWord(_sql[_at - 2]));
                if (!Take(QuotedLength(rest, escapes))) return null;
            }
            else if (rest[0] == '$' && (_at == 0 || !IsWord(_sql[_at - 1])) && DollarTag(rest) is { Length: > 0 } tag)
            {
                var close = rest[tag.Length..].IndexOf(tag);
                if (!Take(close < 0 ? -1 : close + 2 * tag.Length)) return null;
            }
            else Take(1);
        }
        return _text.ToString().TrimEnd(';', ' ');
    }

    private void Skip(int length) => (_at, _gap) = (_at + length, true);

    private bool Take(int length)
    {
        if (length < 0) return false;
        if (_gap && _text.Length > 0) _text.Append(' ');
        _gap = false;
        _text.Append(_sql.Slice(_at, length));
        _at += length;
        return true;
    }

    private bool SkipComment()
    {
        var depth = 0;
        for (var index = _at; index + 1 < _sql.Length; index++)
        {
            if (_sql[index] == '/' && _sql[index + 1] == '*') (depth, index) = (depth + 1, index + 1);
            else if (_sql[index] == '*' && _sql[index + 1] == '/' && --depth == 0)
            {
                Skip(index + 2 - _at);
                return true;
            }
            else if (_sql[index] == '*' && _sql[index + 1] == '/') index++;
        }
        return false;
    }

    private static int QuotedLength(ReadOnlySpan<char> text, bool escapes)
    {
        for (var index = 1; index < text.Length; index++)
        {
            if (escapes && text[index] == '\\') index++;
            else if (text[index] == text[0])
            {
                if (index + 1 >= text.Length || text[index + 1] != text[0]) return index + 1;
                index++;
            }
        }
        return -1;
    }

    /// <returns>The opening tag of a dollar quote, or nothing: a placeholder has no second dollar.</returns>
    private static ReadOnlySpan<char> DollarTag(ReadOnlySpan<char> text)
    {
        var end = text[1..].IndexOf('$') + 1;
        if (end == 0 || end > 1 && char.IsAsciiDigit(text[1])) return [];
        foreach (var character in text[1..end])
        {
            if (!IsWord(character)) return [];
        }
        return text[..(end + 1)];
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
