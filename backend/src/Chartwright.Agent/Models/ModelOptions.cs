using System.ComponentModel.DataAnnotations;
using Chartwright.Agent.Tools;

namespace Chartwright.Agent.Models;

public enum ModelKind
{
    /// <summary>The analyst that ships with the product: no key, no network.</summary>
    Builtin,

    /// <summary>Any server that speaks the OpenAI chat-completions protocol.</summary>
    OpenAi,

    /// <summary>Anthropic's Messages API.</summary>
    Anthropic,
}

/// <summary>The models a question may be put to. Section <c>Chartwright</c>.</summary>
public sealed class ModelsOptions
{
    public const string Section = "Chartwright";

    /// <summary>Beside the built-in analyst, which is always there.</summary>
    public IList<ModelOptions> Models { get; } = [];

    /// <summary>Name of the model that answers when a request names none; empty: the first configured one, else the built-in analyst.</summary>
    public string? DefaultModel { get; set; }
}

/// <summary>One configured model.</summary>
public sealed class ModelOptions
{
    /// <summary>How requests and the settings page call it; unique.</summary>
    public string Name { get; set; } = "";

    public ModelKind Kind { get; set; } = ModelKind.OpenAi;

    /// <summary>Address of the server, for OpenAI-compatible ones with its <c>/v1</c>: <c>http://localhost:11434/v1</c>. Empty: the provider's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Secret; empty for servers that ask for none. Never logged, never sent to a browser.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The provider's name of the model; empty: the same as <see cref="Name"/>.</summary>
    public string? Model { get; set; }

    /// <summary>False for models that cannot call tools: they write <c>```sql</c> blocks instead.</summary>
    public bool SupportsTools { get; set; } = true;

    /// <summary>False for servers that mix up tool calls made side by side.</summary>
    public bool ParallelToolCalls { get; set; } = true;

    /// <summary>Tokens of one response at most. Below 8,000 long components are cut.</summary>
    [Range(256, 1_000_000)]
    public int MaxOutputTokens { get; set; } = 16_000;

    /// <summary>Null leaves it to the server.</summary>
    [Range(0.0, 2.0)]
    public float? Temperature { get; set; }

    /// <summary>Longest silence of the server, before the first token and between two.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is made again that failed before its first token.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>How much of the data the model may see.</summary>
    public DataPrivacy Privacy { get; set; } = DataPrivacy.Sample;
}
