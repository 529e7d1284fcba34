using System.Text;
using Chartwright.Agent.Markdown;

namespace Chartwright.Agent.Models;

/// <summary>Separates the first SQL block of a streamed reply from the text around it. Also takes a reply that is bare SQL.</summary>
/// <remarks>Text is passed on as soon as it can no longer be the start of a fence.</remarks>
internal sealed class FencedCallSplitter
{
    private const int DecidedAfterChars = 64;

    private readonly StringBuilder _held = new();
    private readonly StringBuilder _statement = new();
    private Fence? _fence;
    private bool _isSql;
    private bool _passesLine;
    private bool _isBare;
    private bool _begun;

    /// <summary>The statement, once its block has closed.</summary>
    public string? Sql { get; private set; }

    /// <returns>What the user may see of it.</returns>
    public string Append(string piece)
    {
        var visible = new StringBuilder();
        foreach (var sign in piece)
        {
            if (Sql is not null)
                break;
            Append(sign, visible);
        }
        return visible.ToString();
    }

    /// <summary>Ends the reply; a block that was not closed counts.</summary>
    /// <returns>What the user may still see.</returns>
    public string Complete()
    {
        var visible = new StringBuilder();
        if (Sql is not null)
            return "";
        if (_isBare && LooksLikeSql(_held.ToString(), whole: true))
            Sql = _held.ToString().Trim();
        else if (_isSql)
            CompleteStatement();
        else
            visible.Append(_held);
        _held.Clear();
        return visible.ToString();
    }

    private void Append(char sign, StringBuilder visible)
    {
        if (!_begun && !char.IsWhiteSpace(sign))
            (_begun, _isBare) = (true, true);
        _held.Append(sign);
        if (_isBare)
        {
            if (_held.Length > DecidedAfterChars || LooksLikeSql(_held.ToString(), whole: false))
                return;
            _isBare = false;
        }
        if (sign == '\n')
            EndLine(visible);
        else if (!_isSql && (_passesLine || !MayBeFence()))
            Pass(visible);
    }

    private void EndLine(StringBuilder visible)
    {
        _held.Length--;
        var line = _held.ToString().TrimEnd('\r');
        _held.Append('\n');
        if (_isSql)
        {
            if (_fence!.Value.IsClosedBy(line))
                CompleteStatement();
            else
                _statement.Append(line).Append('\n');
            _held.Clear();
            return;
        }
        if (_fence is { } open)
            _fence = !_passesLine && open.IsClosedBy(line) ? null : open;
        else if (!_passesLine && Fence.TryOpen(line, out var fence, out var info))
            (_fence, _isSql) = (fence, FenceInfo.ReadLanguage(info) is "sql" or "duckdb" or "postgresql");

        if (_isSql)
            _held.Clear();
        else
            Pass(visible);
        _passesLine = false;
    }

    private void CompleteStatement()
    {
        var rest = _held.ToString().TrimEnd();
        if (rest.Length > 0 && !_fence!.Value.IsClosedBy(rest) && !rest.EndsWith("```", StringComparison.Ordinal))
            _statement.Append(rest);
        Sql = _statement.ToString().Trim();
    }

    private void Pass(StringBuilder visible)
    {
        visible.Append(_held);
        _held.Clear();
        _passesLine = true;
    }

    private bool MayBeFence()
    {
        var line = _held.ToString().AsSpan().TrimStart('\n');
        return line.Trim(' ').IsEmpty || line.TrimStart(' ') is ['`' or '~', ..];
    }

    private static bool LooksLikeSql(string text, bool whole)
    {
        var start = text.AsSpan().TrimStart();
        return IsWord(start, "SELECT", whole) || IsWord(start, "WITH", whole);
    }

    /// <summary>True when the text begins with the word in capitals, or may still come to: prose is not written so.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, string word, bool whole) =>
        text.Length > word.Length
            ? text.StartsWith(word, StringComparison.Ordinal) && char.IsWhiteSpace(text[word.Length])
            : !whole && word.AsSpan().StartsWith(text, StringComparison.Ordinal);
}
