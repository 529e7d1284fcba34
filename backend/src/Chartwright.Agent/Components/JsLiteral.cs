using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Chartwright.Agent.Components;

/// <summary>Source text that is no static literal.</summary>
internal sealed class JsLiteralException(string message, int position) : Exception(message)
{
    /// <summary>Offset in the source.</summary>
    public int Position { get; } = position;
}

/// <summary>Reads one static JavaScript literal as JSON; anything that would have to be run is refused.</summary>
/// <remarks>Accepts strings, templates without substitutions, numbers, booleans, null, arrays, objects; unquoted keys, trailing commas, comments.</remarks>
internal ref struct JsLiteral(ReadOnlySpan<char> source, int start)
{
    private const int MaxDepth = 16;
    private readonly ReadOnlySpan<char> _source = source;

    /// <summary>Offset of the next character.</summary>
    public int Position { get; private set; } = start;

    public JsonNode? ReadValue(int depth = 0)
    {
        SkipTrivia();
        if (depth > MaxDepth)
            throw Refuse("is nested too deeply");
        return Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' or '\'' or '`' => JsonValue.Create(ReadString()),
            '-' or '+' or '.' or (>= '0' and <= '9') => JsonValue.Create(ReadNumber()),
            _ => ReadWord(),
        };
    }

    /// <summary>Skips white space and comments.</summary>
    /// <returns>True when a line break was among them.</returns>
    public bool SkipTrivia()
    {
        var from = Position;
        while (Position < _source.Length)
        {
            var rest = _source[Position..];
            if (char.IsWhiteSpace(rest[0]) || rest[0] == '\uFEFF')
                Position++;
            else if (rest.StartsWith("//"))
                Position += rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;
            else if (rest.StartsWith("/*"))
                Position += rest.IndexOf("*/") is >= 0 and var end ? end + 2 : throw Refuse("has a comment without an end");
            else
                break;
        }
        return _source[from..Position].Contains('\n');
    }

    /// <returns>The identifier at the position, which is then behind it; empty when there is none.</returns>
    public ReadOnlySpan<char> ReadIdentifier()
    {
        var from = Position;
        while (Position < _source.Length && (char.IsLetterOrDigit(_source[Position]) || _source[Position] is '_' or '$'))
            Position++;
        return _source[from..Position];
    }

    private JsonObject ReadObject(int depth)
    {
        var result = new JsonObject();
        Expect('{');
        while (!TryTake('}'))
        {
            var key = ReadKey();
            if (key == "__proto__" || result.ContainsKey(key))
                throw Refuse($"has the key {key} where it may not be");
            if (!TryTake(':'))
                throw Refuse("has a key without a value");
            result[key] = ReadValue(depth + 1);
            if (!TryTake(','))
            {
                Expect('}');
                break;
            }
        }
        return result;
    }

    private JsonArray ReadArray(int depth)
    {
        var result = new JsonArray();
        Expect('[');
        while (!TryTake(']'))
        {
            result.Add(ReadValue(depth + 1));
            if (!TryTake(','))
            {
                Expect(']');
                break;
            }
        }
        return result;
    }

    private string ReadKey()
    {
        SkipTrivia();
        if (Peek() is '"' or '\'')
            return ReadString();
        var key = ReadIdentifier().ToString();
        return key.Length > 0 ? key : throw Refuse("has a key that is no plain name");
    }

    private JsonValue? ReadWord()
    {
        var start = Position;
        var word = ReadIdentifier();
        if (word is "true" or "false")
            return JsonValue.Create(word is "true");
        if (word is "null")
            return null;
        Position = start;
        throw Refuse(word.IsEmpty ? "has no value here" : $"holds {word.ToString()}, which is no literal");
    }

    private double ReadNumber()
    {
        var negative = Peek() == '-';
        if (Peek() is '-' or '+')
            Position++;
        var from = Position;
        while (Position < _source.Length &&
               (char.IsAsciiLetterOrDigit(_source[Position]) || _source[Position] is '.' or '_' ||
                (_source[Position] is '-' or '+' && _source[Position - 1] is 'e' or 'E' && Position > from)))
        {
            Position++;
        }
        var digits = _source[from..Position].ToString().Replace("_", "", StringComparison.Ordinal);
        double value;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            if (!long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole))
                throw Refuse("has a malformed number");
            value = whole;
        }
        else if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            throw Refuse("has a malformed number");
        }
        return negative ? -value : value;
    }

    private string ReadString()
    {
        var quote = _source[Position++];
        var text = new StringBuilder();
        while (true)
        {
            var sign = Peek();
            if (sign == '\0' && Position >= _source.Length || (sign == '\n' && quote != '`'))
                throw Refuse("has a string without an end");
            Position++;
            if (sign == quote)
                return text.ToString();
            if (sign == '\\')
                ReadEscape(text);
            else if (sign == '$' && quote == '`' && Peek() == '{')
                throw Refuse("has a template with a substitution");
            else
                text.Append(sign);
        }
    }

    private void ReadEscape(StringBuilder text)
    {
        var sign = Peek();
        Position++;
        _ = sign switch
        {
            'n' => text.Append('\n'),
            't' => text.Append('\t'),
            'r' => text.Append('\r'),
            'b' => text.Append('\b'),
            'f' => text.Append('\f'),
            'v' => text.Append('\v'),
            '0' => text.Append('\0'),
            'x' => text.Append((char)ReadHex(2)),
            'u' => AppendUnicode(text),
            '\r' or '\n' => text,
            _ => text.Append(sign),
        };
        if (sign == '\r' && Peek() == '\n')
            Position++;
    }

    private StringBuilder AppendUnicode(StringBuilder text)
    {
        if (Peek() != '{')
            return text.Append((char)ReadHex(4));
        Position++;
        var length = _source[Position..].IndexOf('}');
        var code = length is > 0 and <= 6 ? ReadHex(length) : throw Refuse("has a malformed escape");
        Position++;
        return Rune.IsValid(code) ? text.Append(new Rune(code).ToString()) : throw Refuse("has a malformed escape");
    }

    private int ReadHex(int length)
    {
        if (Position + length > _source.Length ||
            !int.TryParse(_source.Slice(Position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw Refuse("has a malformed escape");
        }
        Position += length;
        return value;
    }

    private bool TryTake(char sign)
    {
        SkipTrivia();
        if (Peek() != sign)
            return false;
        Position++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!TryTake(sign))
            throw Refuse($"lacks {sign} here");
    }

    private readonly char Peek() => Position < _source.Length ? _source[Position] : '\0';

    private readonly JsLiteralException Refuse(string what) => new(what, Position);
}
