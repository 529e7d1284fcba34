using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chartwright.Core.Artifacts;

namespace Chartwright.Agent.Components;

/// <summary>What a component declares.</summary>
/// <param name="Params">Declarations in the order of the source; empty when there is none.</param>
/// <param name="Error">Why the declaration cannot be used, in words for whoever wrote it; null when it can.</param>
/// <param name="Line">Line of the error, from 1.</param>
public sealed record ParamsReading(IReadOnlyDictionary<string, ParamDefinition> Params, string? Error = null, int Line = 0);

/// <summary>Reads <c>export const params = {…}</c> of a component without running anything. Source: the data contract of artifacts.</summary>
public static partial class ParamsLiteralReader
{
    private const int MaxParams = 40;

    public static ParamsReading Read(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var declaration = Declaration().Match(code);
        if (!declaration.Success)
            return new(new Dictionary<string, ParamDefinition>());
        try
        {
            return new(ReadDefinitions(code, declaration.Index + declaration.Length));
        }
        catch (JsLiteralException refusal)
        {
            var line = 1 + code.AsSpan(0, Math.Min(refusal.Position, code.Length)).Count('\n');
            return new(new Dictionary<string, ParamDefinition>(), $"export const params must be one static literal: it {refusal.Message} (line {line})", line);
        }
    }

    private static Dictionary<string, ParamDefinition> ReadDefinitions(string code, int start)
    {
        var literal = new JsLiteral(code, start);
        if (literal.ReadValue() is not JsonObject entries)
            throw new JsLiteralException("is no object", start);
        CheckEnd(ref literal, code);
        if (entries.Count > MaxParams)
            throw new JsLiteralException($"declares more than {MaxParams} params", start);

        var definitions = new Dictionary<string, ParamDefinition>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            if (!Name().IsMatch(name))
                throw new JsLiteralException("has a param whose name is not made of letters, digits and _", start);
            definitions.Add(name, ParamDeclaration.Read(name, value) is { Definition: { } definition } read
                ? definition
                : throw new JsLiteralException(ParamDeclaration.Read(name, value).Problem!, start));
        }
        return definitions;
    }

    /// <summary>Only <c>as const</c>, <c>satisfies T</c> and the end of the statement may follow: an operator would change the value.</summary>
    private static void CheckEnd(ref JsLiteral literal, string code)
    {
        var endedLine = literal.SkipTrivia();
        if (TypeSuffix().Match(code, literal.Position) is { Success: true } suffix)
        {
            if (suffix.Index + suffix.Length >= code.Length || suffix.Value.Contains('\n') || code[suffix.Index + suffix.Length] is ';' or '\n' or '\r')
                return;
            throw new JsLiteralException("goes on after the literal", suffix.Index + suffix.Length);
        }
        var next = literal.Position < code.Length ? code[literal.Position] : ';';
        if (next != ';' && (!endedLine || ".,+-*/%?([`&|^<>=".Contains(next)))
            throw new JsLiteralException("goes on after the literal", literal.Position);
    }

    [GeneratedRegex(@"^[ \t]*export[ \t]+(?:const|let|var)[ \t]+params\b[ \t]*(?::[^=\n]{0,200})?=", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\G(?:(?:as|satisfies)\s+(?:[\w.<>,\[\] ""']|\|(?!\|)){1,200}?[ \t]*)+(?=;|\r?\n|$)")]
    private static partial Regex TypeSuffix();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,63}$")]
    private static partial Regex Name();
}
