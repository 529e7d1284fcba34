using System.ComponentModel;
using System.Text.Json;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;

namespace Chartwright.Agent.Tools;

/// <summary>Lets the model look at tables, columns and values.</summary>
internal sealed class CatalogTools(ICatalog catalog, IClusterCatalog? cluster, DataPrivacy privacy)
{
    private const int MaxValues = 20;

    [Description("List every table with its row count, description and column names.")]
    internal async Task<ToolReply> ListTablesAsync(CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        var (others, failure) = await ListClusterAsync(cancellationToken);
        return new(ToolJson.Write(json =>
        {
            json.WriteStartArray("tables");
            foreach (var table in snapshot.Tables)
            {
                json.WriteStartObject();
                json.WriteString("name", table.Name);
                json.WriteNumber("row_count", table.RowCount);
                if (ByteWords.IsLarge(table.Bytes))
                    json.WriteNumber("bytes", table.Bytes!.Value);
                if (table.Description is not null)
                    json.WriteString("description", table.Description);
                WriteStrings(json, "columns", table.Columns.Select(column => column.Name));
                json.WriteEndObject();
            }
            foreach (var table in others)
            {
                json.WriteStartObject();
                json.WriteString("name", table.Name);
                json.WriteString("data_source", "spark");
                WriteStrings(json, "columns", table.Columns.Select(column => $"{column.Name} {column.Type}"));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (failure is not null)
                json.WriteString("spark", failure);
        }), $"{snapshot.Tables.Count + others.Count} tables");
    }

    [Description("Describe one table: columns with types, keys, row count, and per column min, max, distinct count, nulls and frequent values.")]
    internal async Task<ToolReply> DescribeTableAsync(
        [Description("Name of the table.")] string table, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        return snapshot.FindTable(table) is { } found
            ? new(TableJson.Write(found, privacy), $"{found.Columns.Count} columns, {found.RowCount:N0} rows")
            : UnknownTable(snapshot);
    }

    [Description("Find the values of a column that are near to a text, tolerant of case, accents and typos, over all distinct values. Use it before filtering by a value you have not seen.")]
    internal async Task<ToolReply> FindValuesAsync(
        [Description("Name of the table.")] string table,
        [Description("Name of the column.")] string column,
        [Description("What the user wrote.")] string text,
        CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        if (snapshot.FindTable(table) is not { } foundTable)
            return UnknownTable(snapshot);
        if (foundTable.FindColumn(column) is not { } foundColumn)
            return ToolJson.Fail(ErrorCode.UnknownColumn, "The table has no such column.", foundTable.Columns.Select(known => known.Name));

        var values = await catalog.FindValuesAsync(foundTable.Name, foundColumn.Name, text, MaxValues, cancellationToken);
        return new(ToolJson.Write(json =>
        {
            json.WriteStartArray("values");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Value);
                json.WriteNumber("count", value.Count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("distinct_values", foundColumn.Profile.DistinctCount);
            if (values.Count == 0)
                json.WriteString("hint", "No value is near to that text. Say so to the user, or look in another column.");
        }), values.Count == 1 ? "1 value" : $"{values.Count} values");
    }

    /// <returns>The cluster's tables, or why they are not known.</returns>
    private async Task<(IReadOnlyList<ClusterTable> Tables, string? Failure)> ListClusterAsync(CancellationToken cancellationToken)
    {
        if (cluster is null) return ([], null);
        try
        {
            return (await cluster.ListTablesAsync(cancellationToken), null);
        }
        catch (QueryException e)
        {
            return ([], e.Message);
        }
    }

    internal static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static ToolReply UnknownTable(CatalogSnapshot snapshot) =>
        ToolJson.Fail(ErrorCode.UnknownTable, "There is no such table.", snapshot.Tables.Select(table => table.Name));
}
