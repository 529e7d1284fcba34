namespace Chartwright.Agent.Markdown;

/// <summary>A fenced code block of a markdown text.</summary>
/// <param name="Language">First word of the info string in lower case; empty when there is none.</param>
/// <param name="Info">The whole info string, trimmed, as written.</param>
/// <param name="Code">Lines joined by LF, without a line break at the end.</param>
/// <param name="Complete">True once the closing fence was seen.</param>
public sealed record FencedBlock(string Language, string Info, string Code, bool Complete)
{
    /// <summary>True for the languages a component may come in.</summary>
    public bool IsComponent => Language is "tsx" or "jsx" or "ts" or "typescript" or "javascript" or "js" or "react";
}
