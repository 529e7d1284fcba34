using System.ComponentModel.DataAnnotations;

namespace Chartwright.Agent;

/// <summary>Limits of one run of the agent. Section <c>Chartwright:Agent</c>.</summary>
public sealed class AgentOptions
{
    public const string Section = "Chartwright:Agent";

    /// <summary>Requests to the model at most; the last one is made without tools, so that it has to answer.</summary>
    [Range(2, 100)]
    public int MaxSteps { get; set; } = 12;

    /// <summary>Input and output tokens of all requests together.</summary>
    [Range(1_000, 100_000_000)]
    public long MaxTokens { get; set; } = 500_000;

    /// <summary>Characters the model may write.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxAnswerChars { get; set; } = 300_000;

    /// <summary>Time from the question to the end of the answer.</summary>
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the model may correct a failing statement before the run ends.</summary>
    [Range(0, 20)]
    public int MaxSqlCorrections { get; set; } = 3;

    /// <summary>How often the model may rewrite a component that cannot be used.</summary>
    [Range(0, 20)]
    public int MaxComponentRepairs { get; set; } = 2;

    /// <summary>Tool calls run from one response; further ones are answered with an error.</summary>
    [Range(1, 64)]
    public int MaxToolCallsPerStep { get; set; } = 8;

    /// <summary>Earlier turns of the conversation the model is told of.</summary>
    [Range(0, 100)]
    public int MaxHistoryTurns { get; set; } = 8;

    /// <summary>Bytes of rows a <c>data</c> event carries; a larger result is fetched from its <c>dataUrl</c>.</summary>
    [Range(0, 16 * 1024 * 1024)]
    public int MaxInlineRowBytes { get; set; } = 1024 * 1024;
}
