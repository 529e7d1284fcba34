using System.Text;

namespace Chartwright.Agent.Markdown;

/// <summary>Finds the fenced code blocks of a markdown text that arrives in pieces.</summary>
/// <remarks>
/// <see cref="Blocks"/> depends on the text alone, never on where it was split. Cost: linear in the text, plus a copy of the open block per read.
/// Rules: CommonMark 0.31 section 4.5 outside of quotes and lists; line breaks are LF or CRLF, and code has LF. A block begins when its opening line has
/// ended. An unfinished last line that may become the closing fence is no code; one that already is a closing fence completes the block.
/// The same rules in TypeScript: both sides pass <c>contracts/markdown-fences.json</c>. Not thread-safe.
/// </remarks>
public sealed class FenceExtractor
{
    private readonly List<FencedBlock> _closed = [];
    private readonly StringBuilder _line = new();
    private readonly StringBuilder _code = new();
    private Fence? _fence;
    private string _info = "";
    private bool _hasLines;

    /// <summary>The block whose closing fence is still to come, or null; its code is not filled in.</summary>
    public FencedBlock? Open => _fence is null ? null : new(FenceInfo.ReadLanguage(_info), _info, "", false);

    /// <summary>The line that would close the open block; empty outside of one.</summary>
    public string ClosingFence => _fence is { } fence ? new(fence.Sign, fence.Length) : "";

    /// <summary>All blocks of the text so far in order; only the last can be open.</summary>
    public IReadOnlyList<FencedBlock> Blocks => _fence is { } fence ? [.. _closed, Peek(fence)] : [.. _closed];

    /// <summary>Takes the next piece of the text.</summary>
    /// <returns>Blocks whose closing line ended in this piece.</returns>
    public IReadOnlyList<FencedBlock> Append(ReadOnlySpan<char> piece)
    {
        var before = _closed.Count;
        while (piece.IndexOf('\n') is >= 0 and var end)
        {
            _line.Append(piece[..end]);
            EndLine();
            piece = piece[(end + 1)..];
        }
        _line.Append(piece);
        return _closed.Count == before ? [] : _closed[before..];
    }

    /// <summary>Ends the text: its last line counts as ended.</summary>
    /// <returns>The block that the last line closed, or null.</returns>
    public FencedBlock? Complete()
    {
        if (_fence is not { } fence || !fence.IsClosedBy(CurrentLine()))
            return null;
        EndLine();
        return _closed[^1];
    }

    /// <summary>The blocks of a whole text.</summary>
    public static IReadOnlyList<FencedBlock> Extract(string markdown)
    {
        var extractor = new FenceExtractor();
        extractor.Append(markdown);
        return extractor.Blocks;
    }

    private void EndLine()
    {
        var line = CurrentLine();
        _line.Clear();
        if (_fence is not { } open)
        {
            if (Fence.TryOpen(line, out var fence, out _info))
                _fence = fence;
        }
        else if (open.IsClosedBy(line))
        {
            _closed.Add(new(FenceInfo.ReadLanguage(_info), _info, _code.ToString(), true));
            _code.Clear();
            (_fence, _hasLines) = (null, false);
        }
        else
        {
            if (_hasLines)
                _code.Append('\n');
            _code.Append(open.Unindent(line));
            _hasLines = true;
        }
    }

    private FencedBlock Peek(Fence fence)
    {
        var line = CurrentLine();
        var language = FenceInfo.ReadLanguage(_info);
        if (fence.IsClosedBy(line))
            return new(language, _info, _code.ToString(), true);
        if (line.Length == 0 || fence.MayBeClosedBy(line))
            return new(language, _info, _code.ToString(), false);
        return new(language, _info, string.Concat(_code.ToString(), _hasLines ? "\n" : "", fence.Unindent(line)), false);
    }

    private string CurrentLine()
    {
        if (_line is [.., '\r'])
            return _line.ToString(0, _line.Length - 1);
        return _line.ToString();
    }
}
