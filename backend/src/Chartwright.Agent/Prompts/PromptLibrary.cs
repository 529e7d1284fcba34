using System.Collections.Frozen;

namespace Chartwright.Agent.Prompts;

/// <summary>The texts of <c>Prompts/*.md</c>, read once.</summary>
internal static class PromptLibrary
{
    private static readonly FrozenDictionary<string, string> Texts = new[] { "system", "tools", "fenced-tools", "component", "charts" }
        .ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);

    public static string Get(string name) => Texts[name];

    private static string Read(string name)
    {
        using var stream = typeof(PromptLibrary).Assembly.GetManifestResourceStream($"Prompts.{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
