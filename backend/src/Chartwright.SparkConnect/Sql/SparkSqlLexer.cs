using System.Text;
using Chartwright.Core.Errors;

namespace Chartwright.SparkConnect.Sql;

/// <summary>Cuts a statement where Spark's own lexer cuts it, and blanks its comments; what Spark might read otherwise is refused.</summary>
/// <remarks>Source: SqlBaseLexer.g4 of Spark 4.3. Double quotes are texts, as <c>spark.sql.ansi.doubleQuotedIdentifiers</c> is off.</remarks>
internal sealed class SparkSqlLexer
{
    private readonly string _sql;
    private readonly StringBuilder _blanked;
    private readonly List<SparkToken> _tokens = [];
    private int _at;

    private SparkSqlLexer(string sql) => (_sql, _blanked) = (sql, new(sql));

    /// <returns>The tokens, and the statement with every comment as spaces: same length, same lines.</returns>
    /// <exception cref="QueryException"><see cref="ErrorCode.SqlSyntax"/> or <see cref="ErrorCode.SqlForbidden"/>.</exception>
    public static (IReadOnlyList<SparkToken> Tokens, StringBuilder Blanked) Read(string sql)
    {
        var lexer = new SparkSqlLexer(sql);
        while (lexer._at < sql.Length) lexer.ReadNext();
        return (lexer._tokens, lexer._blanked);
    }

    private void ReadNext()
    {
        var c = _sql[_at];
        if (char.IsWhiteSpace(c) && !IsForbiddenControl(c)) _at++;
        else if (c is '-' && Peek(1) is '-') BlankLineComment();
        else if (c is '/' && Peek(1) is '*' && Peek(2) is not '+') BlankBlockComment();
        else if (c is '\'' or '"') ReadText(isRaw: false);
        else if (c is 'r' or 'R' && Peek(1) is '\'' or '"') ReadText(isRaw: true);
        else if (c is '`') ReadQuotedName();
        else if (RuneAt(_at) is var rune && IsWordPart(rune)) ReadWord();
        else if (c is '$') throw Refuse("'$' is not allowed outside quotes", _at);
        else if (c is > ' ' and < (char)127) _tokens.Add(new(SparkTokenKind.Punctuation, c.ToString(), _at++));
        else throw Refuse($"the character U+{rune.Value:X4} is not allowed outside quotes", _at);
    }

    /// <summary>A backslash before a line feed goes on with the comment in the next line.</summary>
    private void BlankLineComment()
    {
        var start = _at;
        while (_at < _sql.Length && _sql[_at] is not ('\n' or '\r')) _at += _sql[_at] is '\\' && Peek(1) is '\n' ? 2 : 1;
        Blank(start);
    }

    private void BlankBlockComment()
    {
        var start = _at;
        var end = _sql.IndexOf("*/", start + 2, StringComparison.Ordinal);
        if (end < 0) throw Syntax("a comment is not closed", start);
        if (_sql.IndexOf("/*", start + 2, end - start - 2, StringComparison.Ordinal) >= 0) throw Refuse("comments within comments are not allowed", start);
        _at = end + 2;
        Blank(start);
    }

    private void ReadText(bool isRaw)
    {
        var start = _at;
        if (isRaw) _at++;
        var quote = _sql[_at++];
        while (_at < _sql.Length && _sql[_at] != quote) _at += !isRaw && _sql[_at] is '\\' ? 2 : 1;
        if (_at >= _sql.Length) throw Syntax("a text is not closed", start);
        _at++;
        RefuseControls(start);
        _tokens.Add(new(SparkTokenKind.Text, _sql[start.._at], start));
    }

    private void ReadQuotedName()
    {
        var start = _at++;
        var name = new StringBuilder();
        for (; ; _at++)
        {
            if (_at >= _sql.Length) throw Syntax("a back-quoted name is not closed", start);
            if (_sql[_at] is '`' && Peek(1) is not '`') break;
            if (_sql[_at] is '`') _at++;
            name.Append(_sql[_at]);
        }
        _at++;
        RefuseControls(start);
        _tokens.Add(new(SparkTokenKind.QuotedName, Fold(name.ToString()), start));
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < _sql.Length && RuneAt(_at) is var rune && IsWordPart(rune)) _at += rune.Utf16SequenceLength;
        _tokens.Add(new(SparkTokenKind.Word, Fold(_sql[start.._at]), start));
    }

    private void Blank(int start)
    {
        RefuseControls(start);
        for (var at = start; at < _at; at++)
        {
            if (_blanked[at] is not ('\n' or '\r')) _blanked[at] = ' ';
        }
    }

    private void RefuseControls(int start)
    {
        _at = Math.Min(_at, _sql.Length);
        for (var at = start; at < _at; at++)
        {
            if (IsForbiddenControl(_sql[at])) throw Refuse($"the control character U+{(int)_sql[at]:X4} is not allowed", at);
        }
    }

    private char Peek(int ahead) => _at + ahead < _sql.Length ? _sql[_at + ahead] : '\0';

    private Rune RuneAt(int at) => Rune.TryGetRuneAt(_sql, at, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsForbiddenControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');

    private static bool IsWordPart(Rune rune) =>
        rune.Value is '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>In upper case as Java makes it: dotless i, long s and the Kelvin sign become letters of ASCII.</summary>
    private static string Fold(string name) => name.Replace('\u0131', 'I').Replace('\u017F', 'S').Replace('\u212A', 'K').Replace('\u0130', 'I').ToUpperInvariant();

    private QueryException Syntax(string what, int at) => SqlRefusal.At(_sql, at, ErrorCode.SqlSyntax, what);

    private QueryException Refuse(string what, int at) => SqlRefusal.At(_sql, at, ErrorCode.SqlForbidden, what);
}
