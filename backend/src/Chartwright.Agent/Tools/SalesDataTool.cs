using System.ComponentModel;
using Chartwright.Agent.Running;
using Chartwright.Core.Catalog;
using Chartwright.Core.Errors;
using Chartwright.Core.Queries;

namespace Chartwright.Agent.Tools;

/// <summary>Shows the model the sample sales data. Offered only where the catalog holds it.</summary>
internal sealed class SalesDataTool(ICatalog catalog, IQueryService queries, RunEvents events, DataPrivacy privacy)
{
    private static readonly string[] LineTables = ["order_items", "sales"];

    /// <returns>The table of sales lines of the sample set, or null.</returns>
    public static CatalogTable? FindLines(CatalogSnapshot snapshot) =>
        LineTables.Select(snapshot.FindTable).FirstOrDefault(table => table is not null);

    [Description("Show the sample sales data: its tables, their columns and keys, and the first rows of the sales lines. Use run_sql to query it.")]
    internal async Task<ToolReply> ShowAsync(CancellationToken cancellationToken)
    {
        var snapshot = await catalog.GetAsync(cancellationToken);
        if (FindLines(snapshot) is not { } lines)
            return ToolJson.Fail(ErrorCode.UnknownDataset, "The sample sales data is not here any more.");
        var tables = FindRelated(snapshot, lines);
        try
        {
            var sql = $"SELECT * FROM \"{lines.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            var preview = await queries.QueryAsync(new(sql, QueryParams.Empty, QueryResultJson.PreviewRows), cancellationToken);
            return new(ToolJson.Write(json =>
            {
                json.WriteStartArray("tables");
                foreach (var table in tables)
                    json.WriteRawValue(TableJson.Write(table, privacy));
                json.WriteEndArray();
                json.WritePropertyName("preview");
                json.WriteRawValue(QueryResultJson.Write(preview, lines.Name, privacy));
            }), $"{tables.Count} tables, {lines.RowCount:N0} sales lines");
        }
        catch (QueryException e)
        {
            return ToolJson.Fail(e, events.Stage, privacy);
        }
    }

    /// <summary>The lines and every table their keys lead to.</summary>
    private static List<CatalogTable> FindRelated(CatalogSnapshot snapshot, CatalogTable lines)
    {
        var found = new List<CatalogTable> { lines };
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var key in found[next].ForeignKeys)
            {
                if (snapshot.FindTable(key.ToTable) is { } table && !found.Contains(table))
                    found.Add(table);
            }
        }
        return found;
    }
}
