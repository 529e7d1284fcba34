using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chartwright.Server.Eval;

/// <summary>One question of a set; members it does not need are ignored.</summary>
internal sealed record EvalCase(string Id, string Dataset, string Question, IReadOnlyList<string>? History, [property: JsonPropertyName("as_of")] DateOnly? AsOf)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static EvalCase Read(string line) => JsonSerializer.Deserialize<EvalCase>(line, Options) ?? throw new JsonException("A case is an object.");
}

internal sealed record EvalAnswer(string? Sql, string Chart);

/// <summary>What was answered to one case, values bound into the SQL.</summary>
/// <param name="Unread">Words that claim something and were not understood.</param>
internal sealed record EvalPrediction(string Id, string? Sql, string? Chart, IReadOnlyList<EvalAnswer> Alternatives, bool Clarify, IReadOnlyList<string> Unread);
