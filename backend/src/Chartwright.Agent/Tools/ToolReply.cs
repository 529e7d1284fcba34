using Chartwright.Core.Chat;
using Chartwright.Core.Errors;

namespace Chartwright.Agent.Tools;

/// <summary>What a tool call came to.</summary>
/// <param name="Json">One JSON document for the model.</param>
/// <param name="Message">The outcome in words, for the user.</param>
internal sealed record ToolReply(string Json, string Message)
{
    /// <summary>Set when the call failed.</summary>
    public ErrorCode? Error { get; init; }

    /// <summary>The failure as it is shown when the model cannot mend it.</summary>
    public ErrorEvent? Failure { get; init; }

    /// <summary>True when the model can mend the failure by another call.</summary>
    public bool IsRepairable { get; init; }

    /// <summary>A result the component can read.</summary>
    public DataEvent? Data { get; init; }
}
