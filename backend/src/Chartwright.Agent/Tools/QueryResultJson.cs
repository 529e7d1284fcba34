using System.Globalization;
using System.Text.Json;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>How much of the data a model may see.</summary>
public enum DataPrivacy
{
    /// <summary>Preview rows, frequent values, profiles.</summary>
    Sample,

    /// <summary>Counts, ranges and profiles, but no rows and no values of text columns.</summary>
    Profile,

    /// <summary>Names and types of tables and columns, and row counts.</summary>
    Schema,
}

/// <summary>A result as the model sees it: exact count, computed profile, a preview. Never the rows to add up.</summary>
internal static class QueryResultJson
{
    public const int PreviewRows = 20; // enough to see types and spelling, too few to add up

    public static string Write(QueryResult result, string name, DataPrivacy privacy, string? renamedFrom = null, Action<Utf8JsonWriter>? describe = null) => ToolJson.Write(json =>
    {
        describe?.Invoke(json);
        json.WriteStartArray("columns");
        foreach (var column in result.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("row_count", result.RowCount);
        if (privacy == DataPrivacy.Sample)
            WriteRows(json, result);
        if (privacy != DataPrivacy.Schema)
            WriteProfile(json, result, privacy);
        json.WriteString("name", name);
        json.WriteString("fetched_at", result.FetchedAt);
        json.WriteString("cache_key", result.CacheKey);
        json.WriteString("data_version", result.DataVersion);
        json.WriteBoolean("truncated", result.Truncated);
        if (renamedFrom is not null)
            json.WriteString("note", $"Two results of one step were named {renamedFrom}; this one is {name}.");
        if (result.RowCount == 0)
            json.WriteString("hint", "0 rows. Before you answer, check every filter value with find_values and the ranges with describe_table.");
        else if (result.Truncated)
            json.WriteString("truncation", $"The component gets {result.ReturnedRows} of {result.RowCount} rows. Aggregate in SQL, or raise limit.");
    });

    private static void WriteRows(Utf8JsonWriter json, QueryResult result)
    {
        json.WriteStartArray("rows");
        var reader = new Utf8JsonReader(result.Rows.Utf8.Span);
        var written = 0;
        while (written < PreviewRows && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.StartArray || reader.CurrentDepth != 1)
                continue;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            json.WriteRawValue(result.Rows.Utf8.Span[start..(int)reader.BytesConsumed], skipInputValidation: true);
            written++;
        }
        json.WriteEndArray();
        json.WriteString("rows_are", written == result.RowCount ? "all" : $"first {written} of {result.RowCount}");
    }

    private static void WriteProfile(Utf8JsonWriter json, QueryResult result, DataPrivacy privacy)
    {
        json.WriteStartArray("profile");
        foreach (var (column, summary) in result.Columns.Zip(ResultProfile.Compute(result)))
        {
            var showsRange = privacy == DataPrivacy.Sample || !IsText(column.Type);
            json.WriteStartObject();
            json.WriteString("column", summary.Column);
            WriteValue(json, "min", showsRange ? summary.Min : null, summary.IsNumeric);
            WriteValue(json, "max", showsRange ? summary.Max : null, summary.IsNumeric);
            json.WriteNumber("distinct", summary.Distinct);
            json.WriteNumber("nulls", summary.Nulls);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (result.Truncated)
            json.WriteString("profile_is", $"of the {result.ReturnedRows} returned rows, not of all {result.RowCount}");
    }

    private static void WriteValue(Utf8JsonWriter json, string name, string? value, bool isNumeric)
    {
        if (isNumeric && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, value);
    }

    private static bool IsText(string type) => type is "VARCHAR" or "BLOB" or "UUID" || type.StartsWith("ENUM", StringComparison.Ordinal);
}
