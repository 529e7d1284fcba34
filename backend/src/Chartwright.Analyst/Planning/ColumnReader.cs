using Chartwright.Analyst.Language;
using Chartwright.Analyst.Schema;

namespace Chartwright.Analyst.Planning;

/// <summary>Which columns rows, pairs and histograms show.</summary>
internal static class ColumnReader
{
    private const int WholeTableColumns = 12;

    public static IReadOnlyList<SchemaColumn> Columns(Draft draft, ResultShape shape, SchemaTable root)
    {
        if (shape is ResultShape.Pairs or ResultShape.Histogram) return draft.PairColumns;
        if (shape != ResultShape.Rows) return [];
        var named = draft.Items.Where(item => item.Column is not null && item.Role is ItemRole.Target or ItemRole.Measure && item.Kind == SpanKind.Column).Select(item => item.Column!).ToList();
        var columns = new List<SchemaColumn>();
        var entity = draft.RowsOf ?? draft.RankedRows?.Entity ?? (draft.Items.Any(item => item.Table == root) ? root : null);
        if (entity is not null && !named.Any(column => entity.Label.Contains(column))) columns.AddRange(entity.Label);
        columns.AddRange(named);
        if (draft.RankedRows is { } ranked) columns.Add(ranked.Column);
        var onlyFilters = named.Count == 0;
        columns.AddRange(draft.Filters.Where(filter => filter.Op is FilterOp.Compare or FilterOp.AboveAverage or FilterOp.BelowAverage or FilterOp.Dates || onlyFilters && filter.Op == FilterOp.In && filter.Texts.Count != 1).Select(filter => filter.Column).Where(column => column.Table == root));
        if (draft.OrdersByTime && root.MainTime is { } time) columns.Add(time);
        columns = [.. columns.Distinct()];
        if (columns.Count == 0 || draft.OrdersByTime && columns.Count <= 1 || entity is not null && columns.Count == entity.Label.Count && named.Count == 0 && draft.Filters.Count == 0 && draft.Exists.Count == 0 || entity is { Label.Count: 0 } && named.Count == 0)
            columns = [.. columns.Concat(root.Columns.Where(column => column.Kind != ColumnKind.FreeText)).Distinct().Take(WholeTableColumns)];
        return columns;
    }

    /// <summary>The table rows are of: the one asked for, else the one that holds the keys to the others.</summary>
    public static SchemaTable? RowsRoot(Draft draft)
    {
        var tables = draft.Labels.Select(item => item.Column!.Table).Concat(draft.Bare.Select(column => column.Table)).ToList();
        if (draft.RowsOf is { } asked && tables.All(table => table == asked || JoinPlanner.Connect(draft.Schema, asked, [table]) is { } tree && !tree.Multiplies(asked))) return asked;
        if (tables.Count == 0) return draft.RowsOf ?? draft.Filters.FirstOrDefault()?.Column.Table ?? draft.Items.FirstOrDefault(item => item.Table is not null)?.Table;
        return tables.Distinct().OrderBy(table => JoinPlanner.Connect(draft.Schema, table, tables) is { } tree && !tree.Multiplies(table) ? 0 : 1).First();
    }
}
