using Chartwright.Agent.Tools;
using Microsoft.Extensions.AI;

namespace Chartwright.Agent.Models;

/// <summary>A model that can be asked.</summary>
/// <param name="Client">Fails with <see cref="Core.Errors.ChartwrightException"/> or on cancel only.</param>
/// <param name="IsBuiltin">True for the analyst that ships with the product: it reads the catalog itself and needs no prompt.</param>
internal sealed record ModelEntry(string Name, IChatClient Client, bool IsBuiltin)
{
    public bool CallsTools { get; init; } = true;
    public bool ParallelToolCalls { get; init; } = true;
    public int? MaxOutputTokens { get; init; }
    public float? Temperature { get; init; }
    public DataPrivacy Privacy { get; init; }
}
