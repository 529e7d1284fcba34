using System.Text.Json;
using Chartwright.Core.Queries;

namespace Chartwright.SparkConnect.Batch;

/// <summary>What another process of ours needs to go on with an operation.</summary>
/// <param name="ServerSession">Of the server process that runs it; null from 3.5.</param>
/// <param name="LastResponseId">The last answer that was used; the server may have dropped it and those before.</param>
/// <param name="Columns">Of the result, as the cluster described them before it began.</param>
/// <param name="IsCounted">The cluster counts the rows it writes.</param>
internal sealed record SparkHandle(Guid SessionId, Guid OperationId, string? ServerSession, string? LastResponseId, IReadOnlyList<ResultColumn> Columns, bool IsCounted)
{
    /// <returns>Null for a text that is no handle of this version.</returns>
    public static SparkHandle? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SparkHandle>(text) is { Columns: not null } handle && handle.OperationId != Guid.Empty ? handle : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this);
}
