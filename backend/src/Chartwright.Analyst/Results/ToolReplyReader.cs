using System.Text.Json;

namespace Chartwright.Analyst.Results;

/// <summary>Reads the JSON a <c>run_sql</c> call came back with. Anything unexpected counts as a failure, never as an empty result.</summary>
internal static class ToolReplyReader
{
    public static (ResultFacts? Facts, ToolFailure? Failure) Read(object? result)
    {
        try
        {
            using var document = result switch
            {
                string text => JsonDocument.Parse(text),
                JsonElement { ValueKind: JsonValueKind.String } element => JsonDocument.Parse(element.GetString()!),
                JsonElement element => JsonDocument.Parse(element.GetRawText()),
                _ => throw new JsonException("No result."),
            };
            var root = document.RootElement;
            if (root.TryGetProperty("error", out var error))
                return (null, new(Text(error, "code") ?? "tool_failed", Text(error, "message") ?? "The query failed."));
            return (Facts(root), null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return (null, new("tool_failed", "The query gave no readable result."));
        }
    }

    private static ResultFacts Facts(JsonElement root)
    {
        var columns = root.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()!).ToList();
        var rows = root.TryGetProperty("rows", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(row => (IReadOnlyList<JsonElement>)[.. row.EnumerateArray().Select(cell => cell.Clone())]).ToList() : [];
        var count = root.GetProperty("row_count").GetInt64();
        var profile = new Dictionary<string, ColumnFacts>(StringComparer.Ordinal);
        if (root.TryGetProperty("profile", out var summaries) && summaries.ValueKind == JsonValueKind.Array)
        {
            foreach (var summary in summaries.EnumerateArray())
                if (Text(summary, "column") is { } name) profile[name] = new(name, Number(summary, "min"), Number(summary, "max"), Count(summary, "distinct"), Count(summary, "nulls"));
        }
        return new(columns, count, rows, rows.Count == count, profile, root.TryGetProperty("truncated", out var cut) && cut.ValueKind == JsonValueKind.True);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? ResultFacts.Number(value) : null;

    private static long Count(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;
}
