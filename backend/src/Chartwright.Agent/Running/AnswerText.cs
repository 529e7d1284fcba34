using System.Text;
using System.Text.RegularExpressions;
using Chartwright.Agent.Markdown;
using Chartwright.Core.Chat;

namespace Chartwright.Agent.Running;

/// <summary>The answer's markdown as it streams: passes it on, and finds the components in it.</summary>
internal sealed partial class AnswerText(RunEvents events)
{
    private const int MaxUnderstandingChars = 500;

    private readonly StringBuilder _opening = new();
    private FenceExtractor _fences = new();
    private string? _understanding;
    private bool _openingEnded;
    private bool _announced;
    private bool _endsLine = true;
    private string _separator = "";

    /// <summary>Characters written so far, all steps together.</summary>
    public int Length { get; private set; }

    /// <summary>Text before the first tool call (or the first code block), as one line; null while there is none.</summary>
    public string? Understanding => _understanding ?? Shorten(_opening.ToString());

    /// <summary>Takes the next piece.</summary>
    /// <returns>Components whose block closed in it.</returns>
    public IReadOnlyList<FencedBlock> Append(string piece)
    {
        if (piece.Length == 0)
            return [];
        events.Emit(new TextEvent(_separator + piece));
        _separator = "";
        Length += piece.Length;
        _endsLine = piece[^1] == '\n';

        var closed = _fences.Append(piece);
        if (!_openingEnded && (closed.Count > 0 || _fences.Open is not null))
        {
            _opening.Append(piece);
            EndOpening();
        }
        else if (!_openingEnded)
        {
            _opening.Append(piece);
        }

        if (!_announced && (closed.Any(IsComponent) || (_fences.Open is { } open && IsComponent(open))))
        {
            events.EnterStage(ChatStage.Generating, "Writing the chart");
            _announced = true;
        }
        if (closed.Count > 0 && _fences.Open is null)
            _announced = false;
        return [.. closed.Where(IsComponent)];
    }

    /// <summary>What was said so far is the sentence of what was understood.</summary>
    public void EndOpening()
    {
        if (_openingEnded)
            return;
        _openingEnded = true;
        _understanding = Shorten(_opening.ToString());
    }

    /// <summary>Ends one response of the model; a block it forgot to close is closed, so that the next response begins outside of it.</summary>
    /// <param name="cut">True when the response ended before the model was done: its open block is no component.</param>
    /// <returns>The component that ended with the response, or null.</returns>
    public FencedBlock? EndResponse(bool cut)
    {
        var last = _fences.Complete();
        if (last is null && _fences.Open is not null)
        {
            var fence = _fences.ClosingFence;
            var closed = Append((_endsLine ? "" : "\n") + fence + "\n");
            last = cut || closed.Count == 0 ? null : closed[0];
        }
        _fences = new();
        _announced = false;
        return last is { } block && IsComponent(block) ? block : null;
    }

    /// <summary>Keeps the text of two responses apart, so that a code fence stays at the start of a line.</summary>
    public void BeginResponse() => _separator = Length == 0 ? "" : _endsLine ? "\n" : "\n\n";

    private static bool IsComponent(FencedBlock block) =>
        block.Language is "tsx" or "jsx" or "react" ||
        (block.IsComponent && block.Code.Contains("export default", StringComparison.Ordinal));

    private static string? Shorten(string text)
    {
        var fence = FenceStart().Match(text);
        var prose = fence.Success ? text[..fence.Index] : text;
        var line = string.Join(' ', prose.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length switch
        {
            0 => null,
            <= MaxUnderstandingChars => line,
            _ => line[..(MaxUnderstandingChars - 1)] + "…",
        };
    }

    [GeneratedRegex("^ {0,3}(?:```|~~~)", RegexOptions.Multiline)]
    private static partial Regex FenceStart();
}
