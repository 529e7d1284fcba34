using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chartwright.Server.Problems;

/// <summary>Says where a body could not be read, without the names of our types that the serializer's own message holds.</summary>
internal static partial class JsonProblem
{
    public static string Describe(JsonException failure)
    {
        var where = failure.Path is null or "$" or "" ? "" : $" at {failure.Path}";
        if (UnknownField().Match(failure.Message) is { Success: true } unknown) return $"The body has an unknown field \"{unknown.Groups[1].Value}\".";
        if (failure.Message.Contains("missing required properties", StringComparison.Ordinal)) return $"The body lacks a required field{where}.";
        return failure.LineNumber is { } line ? $"The body is not the JSON that is expected here{where} (line {line + 1})." : $"The body is not the JSON that is expected here{where}.";
    }

    [GeneratedRegex("^The JSON property '([^']{1,100})' could not be mapped")]
    private static partial Regex UnknownField();
}
