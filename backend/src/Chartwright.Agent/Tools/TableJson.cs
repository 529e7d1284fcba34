using System.Text.Json;
using Chartwright.Core.Catalog;

namespace Chartwright.Agent.Tools;

/// <summary>One table as the model sees it.</summary>
internal static class TableJson
{
    private const int MaxTopValues = 10;

    public static string Write(CatalogTable table, DataPrivacy privacy) => ToolJson.Write(json =>
    {
        json.WriteString("table", table.Name);
        json.WriteNumber("row_count", table.RowCount);
        if (table.Description is not null)
            json.WriteString("description", table.Description);
        if (table.Synonyms.Count > 0)
            CatalogTools.WriteStrings(json, "synonyms", table.Synonyms);
        CatalogTools.WriteStrings(json, "primary_key", table.PrimaryKey);
        CatalogTools.WriteStrings(json, "foreign_keys", table.ForeignKeys.Select(key =>
            $"({string.Join(", ", key.Columns)}) -> {key.ToTable} ({string.Join(", ", key.ToColumns)})"));
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            WriteColumn(json, column, privacy);
        json.WriteEndArray();
    });

    private static void WriteColumn(Utf8JsonWriter json, CatalogColumn column, DataPrivacy privacy)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type);
        if (column.Unit is not null)
            json.WriteString("unit", column.Unit);
        if (column.Description is not null)
            json.WriteString("description", column.Description);
        if (column.Synonyms.Count > 0)
            CatalogTools.WriteStrings(json, "synonyms", column.Synonyms);
        if (privacy != DataPrivacy.Schema)
            WriteProfile(json, column, privacy);
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, CatalogColumn column, DataPrivacy privacy)
    {
        var profile = column.Profile;
        if (privacy == DataPrivacy.Sample || column.Type != "VARCHAR")
        {
            json.WriteString("min", profile.Min);
            json.WriteString("max", profile.Max);
        }
        json.WriteNumber("distinct", profile.DistinctCount);
        json.WriteNumber("nulls", profile.NullCount);
        if (privacy != DataPrivacy.Sample || profile.TopValues.Count == 0)
            return;
        json.WriteStartArray("frequent_values");
        foreach (var value in profile.TopValues.Take(MaxTopValues))
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteNumber("count", value.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
