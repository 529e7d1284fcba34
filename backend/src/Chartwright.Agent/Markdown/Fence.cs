namespace Chartwright.Agent.Markdown;

/// <summary>An opening fence: its sign, how many of them, and how far it is indented.</summary>
internal readonly record struct Fence(char Sign, int Length, int Indentation)
{
    private const int MinLength = 3;
    private const int MaxIndentation = 3;

    /// <summary>Reads an opening fence. Source: CommonMark 0.31, section 4.5.</summary>
    public static bool TryOpen(ReadOnlySpan<char> line, out Fence fence, out string info)
    {
        (fence, info) = (default, "");
        var indentation = CountLeading(line, ' ');
        var rest = line[indentation..];
        if (indentation > MaxIndentation || rest is not ['`' or '~', ..])
            return false;

        var length = CountLeading(rest, rest[0]);
        var tail = rest[length..];
        if (length < MinLength || (rest[0] == '`' && tail.Contains('`')))
            return false;

        fence = new(rest[0], length, indentation);
        info = tail.Trim([' ', '\t']).ToString();
        return true;
    }

    /// <summary>True when a whole line closes the block.</summary>
    public bool IsClosedBy(ReadOnlySpan<char> line) =>
        CountSigns(line, out var tail) >= Length && tail.Trim([' ', '\t']).IsEmpty;

    /// <summary>True when an unfinished line may still become the closing fence.</summary>
    public bool MayBeClosedBy(ReadOnlySpan<char> start) => CountSigns(start, out var tail) > 0 && tail.IsEmpty;

    /// <summary>Takes the indentation of the opening fence off a line of code.</summary>
    public ReadOnlySpan<char> Unindent(ReadOnlySpan<char> line) => line[Math.Min(Indentation, CountLeading(line, ' '))..];

    private int CountSigns(ReadOnlySpan<char> line, out ReadOnlySpan<char> tail)
    {
        var indentation = CountLeading(line, ' ');
        var count = indentation > MaxIndentation ? 0 : CountLeading(line[indentation..], Sign);
        tail = line[(indentation + count)..];
        return count;
    }

    private static int CountLeading(ReadOnlySpan<char> text, char sign)
    {
        var length = text.IndexOfAnyExcept(sign);
        return length < 0 ? text.Length : length;
    }
}
